"""A sheet of answers collected elsewhere: one respondent a row, one element a column, the rest as the sheet has it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from feedbackbot.domain.sheets.problem import RowProblem, WrongValue
from feedbackbot.domain.sheets.read_table import SheetRow, SheetTable, plain_header, read_table
from feedbackbot.domain.sheets.summary_rows import summary_kind, sums_up
from feedbackbot.domain.survey.elements import (
    ELEMENT_KEYS,
    ELEMENTS,
    HIGHEST_ANSWER,
    LOWEST_ANSWER,
    Order,
    ordered,
)
from feedbackbot.domain.survey.when_answered import read_day, read_time

RESPONDENT: Final = "respondent"
DAY: Final = "day"
TIME: Final = "time"
_OTHER: Final = "other:"
_REMARK: Final = re.compile(r"saran|komentar|masukan|kritik|keterangan|comment")
_NAMES: Final = {
    RESPONDENT: (
        "no", "nomor", "no urut", "nomor urut", "no responden", "nomor responden", "responden", "kode responden", "id responden",
        "nomor formulir", "no formulir", "no kuesioner", "nomor kuesioner", "id", "respondent", "respondent number", "number",
    ),
    DAY: (
        "tanggal", "tgl", "hari tanggal", "tanggal survei", "tgl survei", "tanggal pengisian", "tanggal pelayanan", "tanggal mengisi",
        "stempel waktu", "timestamp", "cap waktu", "tanggal dan waktu", "date", "day", "waktu pengisian", "waktu mengisi",
    ),
    TIME: ("jam", "pukul", "jam survei", "jam pengisian", "jam mengisi", "jam survey", "time"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One respondent: the row's number in the spreadsheet, nine answers by element key, and what else the sheet tells.

    `day` and `at` are of the city's clock, None where the sheet does not say. `respondent`: the sheet's own number of the respondent,
    "" where it has none.
    """

    number: int
    answers: Mapping[str, int]
    day: date | None = None
    at: time | None = None
    respondent: str = ""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A row that sums the table up, by its kind (`summary_rows`)."""

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """`rows` count; a row with a problem, or one that sums the others up, is not among them."""

    rows: tuple[AnswerRow, ...]
    problems: tuple[RowProblem, ...]
    summaries: tuple[SummaryRow, ...] = ()

    @property
    def tells_days(self) -> bool:
        """Whether every row says on which day it was filled in."""
        return bool(self.rows) and all(row.day for row in self.rows)


def read_answer_sheet(data: bytes, order: Order = "annex", *, today: date | None = None) -> AnswerSheet:
    """XLSX or CSV whose columns are called by key, by official name, or U1 to U9 in the order of the annex or of the form.

    The order must be told: the annex has complaints 8th and facilities 9th, the form the other way round. A row of a day after
    `today` is a problem. Raises SheetError.
    """
    fields = _headers(order)
    required = {element.key: element.official_name for element in ELEMENTS}

    def recognise(header: str) -> str:
        # Every other column may hold the label of a total; its text goes no further than `_summary`.
        return fields.get(header) or _OTHER + header

    table = read_table(data, recognise=lambda header: recognise(plain_header(header)), required=required)
    return _Sorting(table, today).sheet()


def _headers(order: Order) -> dict[str, str]:
    known = {name: field for field, names in _NAMES.items() for name in names}
    named = {plain_header(name): one.key for one in ELEMENTS for name in (one.key, one.official_name)}
    return known | named | {f"u{place}": one.key for place, one in enumerate(ordered(ELEMENTS, order), 1)}


class _Sorting:
    """Sorts a table's rows into respondents, summaries and problems."""

    def __init__(self, table: SheetTable, today: date | None) -> None:
        self._table, self._today = table, today
        self._rows: list[AnswerRow] = []
        self._summaries: list[SummaryRow] = []
        self._of_answers = set(ELEMENT_KEYS)
        labels = {table.columns[key] for key in (*ELEMENT_KEYS, DAY) if key in table.columns}
        # What cannot be read in a column that is not wanted is no problem of the row
        self._problems = [one for one in table.problems if one.column in labels]
        self._troubled = {problem.row_number for problem in self._problems if problem.refuses_row}
        self._last = 0

    def sheet(self) -> AnswerSheet:
        for row in self._table.rows:
            self._take(row)
            self._last = row.number
        named = {summary.number for summary in self._summaries}
        problems = tuple(one for one in self._problems if one.row_number not in named)
        return AnswerSheet(tuple(self._rows), problems, tuple(self._summaries))

    def _take(self, row: SheetRow) -> None:
        if kind := self._summary(row):
            self._summaries.append(SummaryRow(row.number, kind))
            return
        if not self._of_answers & row.values.keys():
            return  # a signature, a remark or a heading: nobody's answers
        wrong = [key for key in ELEMENT_KEYS if not _is_answer(row.values.get(key, ""))]
        columns = self._table.columns
        self._problems += [RowProblem(row.number, columns[key], "sheet-answer-wrong") for key in wrong]
        if wrong or row.number in self._troubled:
            return
        try:
            day, at = _when(row, self._today)
        except WrongValue as problem:
            self._problems.append(RowProblem(row.number, columns[DAY], problem.key, problem.args_))
            return
        answers = {key: int(row.values[key]) for key in ELEMENT_KEYS}
        self._rows.append(AnswerRow(row.number, answers, day, at, row.values.get(RESPONDENT, "")))

    def _summary(self, row: SheetRow) -> str | None:
        """By its label, else by its values where it stands apart below the table and has no number or day of its own."""
        for field, text in row.values.items():  # in the order of the columns
            if field in self._of_answers:
                break  # what stands behind the answers is a respondent's remark, whatever it says
            if kind := None if _REMARK.search(field) else summary_kind(text):
                return kind
        own = {RESPONDENT, DAY} & row.values.keys()
        values = _numbers(row)
        if own or values is None or not self._stands_apart(row):
            return None
        return sums_up(values, [[one.answers[key] for key in ELEMENT_KEYS] for one in self._rows])

    def _stands_apart(self, row: SheetRow) -> bool:
        """Behind a blank row, behind another summary, or without what every respondent's row has."""
        gap = row.number > self._last + 1
        after = bool(self._summaries) and self._summaries[-1].number == self._last
        return gap or after or ({RESPONDENT, DAY} & self._table.columns.keys() != set())


def _numbers(row: SheetRow) -> list[float] | None:
    try:
        return [float(row.values[key].replace(",", ".")) for key in ELEMENT_KEYS]
    except (KeyError, ValueError):
        return None


def _when(row: SheetRow, today: date | None) -> tuple[date | None, time | None]:
    """Raises WrongValue for a day that is none or has not come yet."""
    if DAY not in row.values:
        return None, None
    day, at = read_day(row.values[DAY])
    if today is not None and day > today:
        raise WrongValue("sheet-day-not-come", day=day.isoformat())
    return day, at or read_time(row.values.get(TIME, ""))


def _is_answer(text: str) -> bool:
    return text.isascii() and text.isdigit() and LOWEST_ANSWER <= int(text) <= HIGHEST_ANSWER


def span(rows: Sequence[AnswerRow], day: date | None) -> tuple[date, date]:
    """The first and last day of the rows, `day` standing in where the sheet does not say. Raises ValueError for no day at all."""
    days = [found for row in rows if (found := row.day or day)]
    return min(days), max(days)
