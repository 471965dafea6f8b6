"""A sheet of employees, from a SIASN or SIMPEG export or made by hand, as records and problems by row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.problem import RowProblem, SkippedRow, WrongValue
from feedbackbot.domain.sheets.read_table import Progress, read_table
from feedbackbot.domain.sheets.sheet_table import LeftOutSheet, ReadColumn, SheetRow, SheetTable
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.staff.columns import REQUIRED, staff_names
from feedbackbot.domain.staff.nip import EmployeeKind, Nip, kind_from_words, parse_nip
from feedbackbot.domain.staff.phone import normal_phone
from feedbackbot.domain.staff.rank import parse_rank
from feedbackbot.domain.staff.record import StaffRecord
from feedbackbot.domain.staff.split_cell import split_cell
from feedbackbot.domain.visible_text import is_visible_letter

LONGEST_NAME = 150
LONGEST_WORDS = 200

_NOTHING = frozenset({"-", "--", "0", "null", "none", "n/a", "na", "nihil", "tidak ada"})
_LONGEST_NOTHING = max(map(len, _NOTHING))


@dataclass(frozen=True, slots=True)
class StaffRow:
    """`sheet`: its name, only where several sheets of the file were read."""

    row_number: int
    record: StaffRecord
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class StaffSheet:
    """`refused_nips`: employees whose row was refused although its NIP is good; they are not "gone".

    `found`, `dropped_columns`, `left_out` and `skipped` are what the admin has to see before agreeing.
    """

    sheet_name: str
    rows: tuple[StaffRow, ...]
    problems: tuple[RowProblem, ...]
    refused_nips: frozenset[str]
    columns: Mapping[str, str]
    dropped_columns: tuple[str, ...]
    found: tuple[ReadColumn, ...] = ()
    left_out: tuple[LeftOutSheet, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()

    @property
    def refused_rows(self) -> int:
        return len({(problem.sheet, problem.row_number) for problem in self.problems if problem.refuses_row})


def read_staff_sheet(
    data: bytes,
    *,
    today: date,
    limits: Limits | None = None,
    progress: Progress | None = None,
    own_headers: str = "",
) -> StaffSheet:
    """Read the file. Raises `SheetError` if it is no usable sheet; what is wrong in single rows is told.

    A row is refused for a wrong NIP, name or formula; a wrong phone or rank only leaves that field
    unsaid. Call it within `RenderProcess.bounded`. `own_headers`: see `sheet_headers`.
    """
    table = read_table(
        data,
        names=staff_names(own_headers),
        required=REQUIRED,
        key="nip",
        split=split_cell,
        limits=limits,
        progress=progress,
    )
    reading = _Reading(table, today)
    for row in table.rows:
        reading.take(row)
    problems = sorted(reading.problems, key=lambda problem: (problem.sheet, problem.row_number))
    return StaffSheet(
        table.sheet_name,
        tuple(reading.rows),
        tuple(problems),
        frozenset(reading.refused),
        table.columns,
        table.dropped,
        table.found,
        table.left_out,
        table.skipped,
    )


class _Reading:
    """One pass over a table, gathering records and problems."""

    def __init__(self, table: SheetTable, today: date) -> None:
        self._columns = table.columns
        self._today = today
        self.rows: list[StaffRow] = []
        self.refused: set[str] = set()
        fields = {column.label: column.fields for column in table.found}
        self._cell_refuses: set[tuple[str, int]] = set()
        self.problems: list[RowProblem] = []
        for problem in table.problems:
            # A formula anywhere means that somebody edited the export by hand: the row is not to be trusted.
            needed = not REQUIRED.keys().isdisjoint(fields.get(problem.column, ()))
            refuses = needed or problem.key == "cell-formula"
            self.problems.append(replace(problem, refuses_row=refuses))
            if refuses:
                self._cell_refuses.add((problem.sheet, problem.row_number))

    def take(self, row: SheetRow) -> None:
        values = row.values
        refused = bool(self._cell_refuses) and (row.sheet, row.number) in self._cell_refuses
        nip = self._nip(row) if "nip" in values or not refused else None
        name = self._name(row) if "name" in values or not refused else None
        if nip is None or name is None or refused:
            if nip is not None:
                self.refused.add(nip.digits)
            return
        record = StaffRecord(
            nip,
            name,
            self._words(row, "title_before"),
            self._words(row, "title_after"),
            self._words(row, "unit_ref"),
            self._words(row, "unit_name"),
            self._words(row, "agency_ref"),
            self._rank(row, nip.kind),
            self._words(row, "position_ref"),
            self._words(row, "position_name"),
            self._checked(row, "phone", normal_phone),
            None if nip.kind is EmployeeKind.PNS else self._checked(row, "contract_start", _iso_day),
        )
        self.rows.append(StaffRow(row.number, record, row.sheet))

    def _rank(self, row: SheetRow, kind: EmployeeKind) -> str | None:
        return self._checked(row, "rank", _RANKS[kind])

    def _nip(self, row: SheetRow) -> Nip | None:
        try:
            return parse_nip(row.values.get("nip", ""), today=self._today, kind=_told_kind(row))
        except WrongValue as wrong:
            self._problem(row, "nip", wrong)
            return None

    def _name(self, row: SheetRow) -> str | None:
        name = row.values.get("name", "")
        if not (name[:1].isascii() and name[:1].isalpha()) and not any(map(is_visible_letter, name)):
            self._problem(row, "name", WrongValue("name-missing"))
        elif len(name) > LONGEST_NAME:
            self._problem(row, "name", WrongValue("name-too-long", limit=LONGEST_NAME))
        else:
            return name
        return None

    def _words(self, row: SheetRow, field: str) -> str | None:
        text = row.values.get(field)
        if not text or (len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING):
            return None
        if len(text) <= LONGEST_WORDS:
            return text
        self._problem(row, field, WrongValue("words-too-long", limit=LONGEST_WORDS), refuses=False)
        return None

    def _checked(self, row: SheetRow, field: str, check: Callable[[str], str]) -> str | None:
        text = row.values.get(field)
        if not text or (len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING):
            return None
        try:
            return check(text)
        except WrongValue as wrong:
            self._problem(row, field, wrong, refuses=False)
            return None

    def _problem(self, row: SheetRow, field: str, wrong: WrongValue, *, refuses: bool = True) -> None:
        column = self._columns.get(field, field)
        self.problems.append(RowProblem(row.number, column, wrong.key, wrong.args_, refuses, row.sheet))


def _iso_day(text: str) -> str:
    return read_date(text).isoformat()


@lru_cache(maxsize=1_024)
def _rank_of(text: str, kind: EmployeeKind) -> str:
    return parse_rank(text, kind)


_RANKS = {kind: partial(_rank_of, kind=kind) for kind in EmployeeKind}


def _told_kind(row: SheetRow) -> EmployeeKind | None:
    words = row.values.get("kind")
    return _kind_of(words) if words else None


@lru_cache(maxsize=256)
def _kind_of(words: str) -> EmployeeKind | None:
    return kind_from_words(words)
