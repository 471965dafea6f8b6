"""A sheet of trainings, one row a session: rows of the same title are one training."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import TypeVar

from feedbackbot.clock import city_zone
from feedbackbot.data import sheet_headers
from feedbackbot.domain.sheets.header_names import HeaderNames
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.problem import RowProblem, SkippedRow, WrongValue
from feedbackbot.domain.sheets.read_table import read_table
from feedbackbot.domain.sheets.sheet_table import LeftOutSheet, ReadColumn, SheetRow, SheetTable
from feedbackbot.domain.spoken.clock import read_clock, read_span
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.numbers import whole_number
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

_USUAL = {
    **REQUIRED,
    **{"form": "bentuk", "institution": "lembaga", "element": "unsur", "jp": "jp", "seats": "kursi"},
    **{"register_until": "batas pendaftaran", "date": "tanggal", "start": "mulai", "end": "selesai"},
    **{"hours": "waktu", "place": "tempat", "link": "tautan"},
}
_OF_TRAINING = ("kind", "skill", "mode", "form", "institution", "element", "jp", "seats", "register_until")
_DAY_AND_HOUR = re.compile(r"(.*\d)[ T](\d{1,2}[:.]\d\d(?::\d\d)?)")
_NO_LIMIT = frozenset(
    {"-", "–", "bebas", "tidak dibatasi", "tak dibatasi", "tidak terbatas", "tak terbatas", "unlimited"}
)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TrainingsSheet:
    """A training with a problem in any of its rows is left out whole."""

    trainings: tuple[TrainingDraft, ...]
    problems: tuple[RowProblem, ...]
    found: tuple[ReadColumn, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    left_out: tuple[LeftOutSheet, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()


def read_trainings_sheet(
    data: bytes, *, now: datetime, forms: Mapping[str, DevelopmentForm], own_headers: str = ""
) -> TrainingsSheet:
    """Read the file. Dates and hours are meant in the city's time; `forms` is the JP table in force.

    Where the sheet gives no JP they are proposed by the form (default C3 for self-paced, B3 else). Raises
    `SheetError`.
    """
    table = read_table(data, names=_names(own_headers), required=REQUIRED, key="title", limits=LIMITS)
    reading = _Reading(table, now, forms)
    groups: dict[str, list[SheetRow]] = {}
    for row in table.rows:
        groups.setdefault(row.values.get("title", "").casefold(), []).append(row)
    drafts = [reading.training(rows) for rows in groups.values()]
    problems = sorted(reading.problems, key=lambda problem: (problem.sheet, problem.row_number))
    kept = tuple(draft for draft in drafts if draft is not None)
    return TrainingsSheet(kept, tuple(problems), table.found, table.dropped, table.left_out, table.skipped)


@cache
def _names(own: str) -> HeaderNames:
    known = sheet_headers(own)
    return HeaderNames(known["pelatihan"], bracket_words=known["pengubah_arti"]["kata"])


class _Reading:
    """One pass over a table, gathering problems."""

    def __init__(self, table: SheetTable, now: datetime, forms: Mapping[str, DevelopmentForm]) -> None:
        self._columns = table.columns
        self._now = now
        self._forms = forms
        self.problems = list(table.problems)

    def training(self, rows: list[SheetRow]) -> TrainingDraft | None:
        places = {(row.sheet, row.number) for row in rows}
        self._same_everywhere(rows)
        first = rows[0]
        title = self._told(first, "title", _title)
        kind = self._told(first, "kind", kind_of)
        skill = self._told(first, "skill", skill_of)
        mode = self._told(first, "mode", mode_of)
        element = self._told(first, "element", element_key, needed=False)
        seats = self._told(first, "seats", _seats, needed=False)
        until = self._told(first, "register_until", self._end_of_day, needed=False)
        institution = self._told(first, "institution", _words, needed=False) or ""
        sessions = [session for row in rows if (session := self._session(row, mode)) is not None]
        default = "C3" if mode is Mode.SELF_PACED else "B3"
        form = self._told(first, "form", self._known_form, needed=False) or default
        self._check_dates(first, sessions, until)
        if any((problem.sheet, problem.row_number) in places for problem in self.problems):
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
        day = self._told(row, "date", _day)
        start, end = self._hours(row)
        place = self._told(row, "place", _words, needed=False) or ""
        link = self._told(row, "link", _link, needed=False) or ""
        if not place and not link:
            self._problem(row, "place", WrongValue("training-no-place"))
        if day is None or start is None or end is None:
            return None
        starts_at = datetime.combine(day, start, city_zone())
        ends_at = datetime.combine(day, end, city_zone())
        if ends_at <= starts_at:
            self._problem(row, "end", WrongValue("training-ends-before-start"))
        elif starts_at <= self._now:
            self._problem(row, "date", WrongValue("training-in-past"))
        return SessionDraft(starts_at, ends_at, place, link)

    def _hours(self, row: SheetRow) -> tuple[time | None, time | None]:
        """From a column with both, from two columns, or the start from a day that is told with its hour."""
        if "start" not in row.values and "hours" in row.values:
            return self._told(row, "hours", read_span) or (None, None)
        together = _DAY_AND_HOUR.fullmatch(row.values.get("date", ""))
        if "start" not in row.values and together and together[2] not in ("00:00", "00.00"):
            start: time | None = self._told(row, "date", lambda _: read_clock(together[2]))
        else:
            start = self._told(row, "start", read_clock)
        return start, self._told(row, "end", read_clock)

    def _check_dates(self, row: SheetRow, sessions: list[SessionDraft], until: datetime | None) -> None:
        if until is not None and sessions and until.date() > min(each.starts_at for each in sessions).date():
            self._problem(row, "register_until", WrongValue("training-deadline-late"))

    def _jp(self, row: SheetRow, form: str, sessions: list[SessionDraft]) -> int | None:
        if "jp" in row.values:
            return self._told(row, "jp", lambda text: whole_number(text, 1, MOST_JP))
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
        return datetime.combine(_day(text), time(23, 59, 59), city_zone())

    def _told(
        self, row: SheetRow, field: str, check: Callable[[str], Value], *, needed: bool = True
    ) -> Value | None:
        text = row.values.get(field, "")
        label = self._columns.get(field)
        already = any(
            (each.sheet, each.row_number, each.column) == (row.sheet, row.number, label)
            for each in self.problems
        )
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
        column = self._columns.get(field) or _USUAL[field]
        self.problems.append(RowProblem(row.number, column, wrong.key, wrong.args_, sheet=row.sheet))


def _title(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise WrongValue("words-too-long", limit=LONGEST_TITLE)
    return text


def _words(text: str) -> str:
    if len(text) > LONGEST_WORDS:
        raise WrongValue("words-too-long", limit=LONGEST_WORDS)
    return text


def _seats(text: str) -> int | None:
    """None where it is said that there is no limit."""
    return None if text.casefold().strip(" .") in _NO_LIMIT else whole_number(text, 1, MOST_SEATS)


def _day(text: str) -> date:
    """The day of a cell that may hold an hour too."""
    together = _DAY_AND_HOUR.fullmatch(text)
    return read_date(together[1] if together else text)


def _link(text: str) -> str:
    if not _WEB.fullmatch(text) or len(text) > LONGEST_WORDS:
        raise WrongValue("cell-not-a-link")
    return text
