"""A sheet of trainings, one row a session: rows of the same title are one training."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from typing import TypeVar

from feedbackbot.clock import CITY_ZONE
from feedbackbot.domain.sheets.cells import excel_date
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.problem import RowProblem, WrongValue
from feedbackbot.domain.sheets.read_table import SheetRow, SheetTable, read_table
from feedbackbot.domain.training.catalogue import (
    Mode,
    SessionDraft,
    TrainingDraft,
    element_key,
    kind_of,
    mode_of,
    skill_of,
)
from feedbackbot.domain.training.jp_rate import Quantity, quantity_of
from feedbackbot.domain.training.jp_rules import DevelopmentForm, propose_jp

LONGEST_TITLE = 120
LONGEST_WORDS = 200
MOST_SEATS = 100_000
MOST_JP = 1_000
LIMITS = Limits(rows=2_000)
REQUIRED = {"title": "judul", "kind": "jenis", "skill": "keterampilan", "mode": "cara"}

_HEADERS = {
    "title": "judul, judul pelatihan, nama pelatihan, pelatihan, title, training, training title",
    "kind": "jenis, jenis pelatihan, kind, type",
    "skill": "keterampilan, jenis keterampilan, skill, skills",
    "mode": "cara, metode, moda, mode, cara belajar",
    "form": "bentuk, kode bentuk, kode jalur, jalur, form",
    "institution": "lembaga, penyelenggara, mitra, institution, partner, organizer",
    "element": "unsur, unsur skm, element",
    "jp": "jp, jumlah jp, jam pelajaran",
    "seats": "kursi, kuota, jumlah kursi, jumlah peserta, seats, capacity",
    "register_until": "batas pendaftaran, batas daftar, pendaftaran sampai, registration deadline, deadline",
    "date": "tanggal, tanggal sesi, tanggal pelaksanaan, date, session date",
    "start": "mulai, jam mulai, start, start time",
    "end": "selesai, jam selesai, end, end time",
    "place": "tempat, lokasi, place, venue",
    "link": "tautan, link, url",
}
_OF_TRAINING = ("kind", "skill", "mode", "form", "institution", "element", "jp", "seats", "register_until")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s*wib)?", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TrainingsSheet:
    """A training with a problem in any of its rows is left out whole."""

    trainings: tuple[TrainingDraft, ...]
    problems: tuple[RowProblem, ...]


def read_trainings_sheet(
    data: bytes, *, now: datetime, forms: Mapping[str, DevelopmentForm]
) -> TrainingsSheet:
    """Read the file. Dates and hours are meant in the city's time; `forms` is the JP table in force.

    Where the sheet gives no JP they are proposed by the form (default C3 for self-paced, B3 else). Raises
    `SheetError`.
    """
    table = read_table(data, recognise=_field, required=REQUIRED, limits=LIMITS)
    reading = _Reading(table, now, forms)
    groups: dict[str, list[SheetRow]] = {}
    for row in table.rows:
        groups.setdefault(row.values.get("title", "").casefold(), []).append(row)
    drafts = [reading.training(rows) for rows in groups.values()]
    problems = sorted(reading.problems, key=lambda problem: problem.row_number)
    return TrainingsSheet(tuple(draft for draft in drafts if draft is not None), tuple(problems))


@cache
def _headers() -> dict[str, str]:
    return {header: field for field, headers in _HEADERS.items() for header in headers.split(", ")}


def _field(header: str) -> str | None:
    return _headers().get(header)


class _Reading:
    """One pass over a table, gathering problems."""

    def __init__(self, table: SheetTable, now: datetime, forms: Mapping[str, DevelopmentForm]) -> None:
        self._columns = table.columns
        self._now = now
        self._forms = forms
        self.problems = list(table.problems)

    def training(self, rows: list[SheetRow]) -> TrainingDraft | None:
        numbers = {row.number for row in rows}
        self._same_everywhere(rows)
        first = rows[0]
        title = self._told(first, "title", _title)
        kind = self._told(first, "kind", kind_of)
        skill = self._told(first, "skill", skill_of)
        mode = self._told(first, "mode", mode_of)
        element = self._told(first, "element", element_key, needed=False)
        seats = self._told(first, "seats", lambda text: _number(text, MOST_SEATS), needed=False)
        until = self._told(first, "register_until", self._end_of_day, needed=False)
        institution = self._told(first, "institution", _words, needed=False) or ""
        sessions = [session for row in rows if (session := self._session(row, mode)) is not None]
        default = "C3" if mode is Mode.SELF_PACED else "B3"
        form = self._told(first, "form", self._known_form, needed=False) or default
        self._check_dates(first, sessions, until)
        if any(problem.row_number in numbers for problem in self.problems):
            return None
        jp = self._jp(first, form, sessions)
        if title is None or kind is None or skill is None or mode is None or jp is None:
            return None
        in_order = tuple(sorted(sessions, key=lambda session: session.starts_at))
        return TrainingDraft(title, kind, skill, mode, form, jp, institution, element, seats, until, in_order)

    def _same_everywhere(self, rows: list[SheetRow]) -> None:
        first = rows[0].values
        for row in rows[1:]:
            for field in _OF_TRAINING:
                if row.values.get(field, first.get(field)) != first.get(field):
                    self._problem(row, field, WrongValue("training-rows-differ", row=rows[0].number))

    def _session(self, row: SheetRow, mode: Mode | None) -> SessionDraft | None:
        if mode is Mode.SELF_PACED and "date" not in row.values:
            return None
        day = self._told(row, "date", excel_date)
        start, end = self._told(row, "start", _clock), self._told(row, "end", _clock)
        place = self._told(row, "place", _words, needed=False) or ""
        link = self._told(row, "link", _link, needed=False) or ""
        if not place and not link:
            self._problem(row, "place", WrongValue("training-no-place"))
        if day is None or start is None or end is None:
            return None
        starts_at = datetime.combine(day, start, CITY_ZONE)
        ends_at = datetime.combine(day, end, CITY_ZONE)
        if ends_at <= starts_at:
            self._problem(row, "end", WrongValue("training-ends-before-start"))
        elif starts_at <= self._now:
            self._problem(row, "date", WrongValue("training-in-past"))
        return SessionDraft(starts_at, ends_at, place, link)

    def _check_dates(self, row: SheetRow, sessions: list[SessionDraft], until: datetime | None) -> None:
        if until is not None and sessions and until.date() > min(each.starts_at for each in sessions).date():
            self._problem(row, "register_until", WrongValue("training-deadline-late"))

    def _jp(self, row: SheetRow, form: str, sessions: list[SessionDraft]) -> int | None:
        if "jp" in row.values:
            return self._told(row, "jp", lambda text: _number(text, MOST_JP))
        spans = [(session.starts_at, session.ends_at) for session in sessions]
        done = quantity_of(spans) if spans else Quantity()
        try:
            return propose_jp(self._forms[form], done)
        except WrongValue:
            self._problem(row, "jp", WrongValue("training-jp-missing"))
            return None

    def _known_form(self, text: str) -> str:
        code = text.strip().upper()
        if code not in self._forms:
            raise WrongValue("training-form-unknown", known=", ".join(self._forms))
        return code

    def _end_of_day(self, text: str) -> datetime:
        return datetime.combine(excel_date(text), time(23, 59, 59), CITY_ZONE)

    def _told(
        self, row: SheetRow, field: str, check: Callable[[str], Value], *, needed: bool = True
    ) -> Value | None:
        text = row.values.get(field, "")
        label = self._columns.get(field)
        already = any(each.row_number == row.number and each.column == label for each in self.problems)
        if already or (not text and not needed):
            return None
        try:
            if not text:
                raise WrongValue("cell-missing")
            return check(text)
        except WrongValue as wrong:
            self._problem(row, field, wrong)
            return None

    def _problem(self, row: SheetRow, field: str, wrong: WrongValue) -> None:
        column = self._columns.get(field) or _HEADERS[field].partition(",")[0]
        self.problems.append(RowProblem(row.number, column, wrong.key, wrong.args_))


def _title(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise WrongValue("words-too-long", limit=LONGEST_TITLE)
    return text


def _words(text: str) -> str:
    if len(text) > LONGEST_WORDS:
        raise WrongValue("words-too-long", limit=LONGEST_WORDS)
    return text


def _number(text: str, highest: int) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= highest):
        raise WrongValue("cell-not-a-number", lowest=1, highest=highest)
    return int(text)


def _clock(text: str) -> time:
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise WrongValue("cell-not-a-time")
    return time(int(found[1]), int(found[2]))


def _link(text: str) -> str:
    if not _WEB.fullmatch(text) or len(text) > LONGEST_WORDS:
        raise WrongValue("cell-not-a-link")
    return text
