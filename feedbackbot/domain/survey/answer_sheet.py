"""A sheet of answers collected elsewhere: one respondent a row, one element a column, the rest as the sheet has it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Final

from feedbackbot.data import sheet_headers
from feedbackbot.domain.sheets.header_names import HeaderNames
from feedbackbot.domain.sheets.problem import RowProblem, SheetError, SkippedRow, WrongValue
from feedbackbot.domain.sheets.read_table import read_table
from feedbackbot.domain.sheets.sheet_table import LeftOutSheet, ReadColumn, SheetRow, SheetTable
from feedbackbot.domain.sheets.summary_rows import summary_kind, sums_up
from feedbackbot.domain.survey.answer_words import AnswerReader
from feedbackbot.domain.survey.elements import ELEMENT_KEYS, ELEMENTS, Order, ordered
from feedbackbot.domain.survey.paper_row import CODE, NO_PAPER, PAPER_FIELDS, PaperRow, read_paper_row
from feedbackbot.domain.survey.when_answered import month_comes_first, read_day, read_time

RESPONDENT: Final = "respondent"
DAY: Final = "day"
TIME: Final = "time"
_OTHER: Final = "other:"
_REMARK: Final = re.compile(r"saran|komentar|masukan|kritik|keterangan|comment")
_KNOWN: Final = frozenset({*ELEMENT_KEYS, RESPONDENT, DAY, TIME, *PAPER_FIELDS})
_NUMBERED: Final = ("u{}", "u-{}", "unsur {}", "p{}", "q{}", "pertanyaan {}", "soal {}", "jawaban {}")
_NEXT_SHEET: Final = 10_000_000  # more than a sheet has rows


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One respondent: the row's number in its sheet, nine answers by element key, and what else the sheet tells.

    `place` is unlike for all rows of the file, and ascends, also where several sheets were read together.
    `day` and `at` are of the city's clock, None where the sheet does not say. `respondent`: the sheet's own number of the respondent,
    "" where it has none. `paper`: what it tells beside, if it was keyed in from our own form.
    """

    number: int
    answers: Mapping[str, int]
    day: date | None = None
    at: time | None = None
    respondent: str = ""
    sheet: str = ""
    place: int = 0
    paper: PaperRow = NO_PAPER


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A row that sums the table up, by its kind (`summary_rows`)."""

    number: int
    kind: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """`rows` count; a row with a problem, or one that sums the others up, is not among them."""

    rows: tuple[AnswerRow, ...]
    problems: tuple[RowProblem, ...]
    summaries: tuple[SummaryRow, ...] = ()
    sheet_name: str = ""
    found: tuple[ReadColumn, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    left_out: tuple[LeftOutSheet, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()

    @property
    def tells_days(self) -> bool:
        """Whether every row says on which day it was filled in."""
        return bool(self.rows) and all(row.day for row in self.rows)


def read_answer_sheet(
    data: bytes, order: Order = "annex", *, today: date | None = None, own_headers: str = ""
) -> AnswerSheet:
    """A file whose columns are called by key, by official name, by the question, or U1 to U9 in the order of the annex or of the form.

    The order must be told: the annex has complaints 8th and facilities 9th, the form the other way round. Answers are 1-4,
    a-d or the words of the scale. A row of a day after `today` is a problem. Raises SheetError. Call it within
    `RenderProcess.bounded`.
    """
    required = {element.key: element.official_name for element in ELEMENTS}
    try:
        table = read_table(data, names=_names(order, own_headers), required=required, totals=False)
    except SheetError as wrong:
        if wrong.key == "sheet-no-header":
            raise SheetError("sheet-answers-no-header", **wrong.args_) from wrong
        raise
    return _Sorting(table, today).sheet()


@cache
def _names(order: Order, own_headers: str) -> HeaderNames:
    known = sheet_headers(own_headers)
    names = {field: list(headers) for field, headers in known["jawaban"].items()}
    for element in ELEMENTS:
        names[element.key] += [element.key, element.official_name]
    for place, element in enumerate(ordered(ELEMENTS, order), 1):
        names[element.key] += [form.format(place) for form in _NUMBERED]
    return HeaderNames(
        names,
        bracket_words=known["pengubah_arti"]["kata"],
        question_words=known["kata_pertanyaan"],
        # Every other column may hold the label of a total; its text goes no further than `_summary`.
        others=_OTHER,
    )


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
        self._troubled = {(one.sheet, one.row_number) for one in self._problems if one.refuses_row}
        self._answers = AnswerReader(
            row.values[key]
            for row in table.rows
            for key in ELEMENT_KEYS
            if key in row.values and not self._summary_by_label(row)
        )
        self._month_first = month_comes_first(row.values.get(DAY, "") for row in table.rows)
        self._skipped = list(table.skipped)
        self._places = {name: place for place, name in enumerate(table.sheet_names)}
        self._last = 0

    def sheet(self) -> AnswerSheet:
        for row in self._table.rows:
            self._take(row)
            self._last = row.number
        named = {(summary.sheet, summary.number) for summary in self._summaries}
        problems = tuple(one for one in self._problems if (one.sheet, one.row_number) not in named)
        table = self._table
        dropped = [column.label for column in table.found if column.fields[0] not in _KNOWN]
        return AnswerSheet(
            tuple(self._rows),
            problems,
            tuple(self._summaries),
            table.sheet_name,
            tuple(column for column in table.found if column.fields[0] in _KNOWN),
            (*dropped, *table.dropped),
            table.left_out,
            tuple(self._skipped),
        )

    def _take(self, row: SheetRow) -> None:
        if kind := self._summary(row):
            self._summaries.append(SummaryRow(row.number, kind, row.sheet))
            return
        if not self._of_answers & row.values.keys():
            # a signature, a remark or a heading: nobody's answers. What is prepared for keying in is no more than empty
            if row.values.keys() - {CODE, RESPONDENT}:
                self._skipped.append(SkippedRow(row.number, "skipped-section", row.sheet))
            return
        answers = self._answers_of(row)
        if answers is None or (row.sheet, row.number) in self._troubled:
            return
        about = CODE
        try:
            paper = read_paper_row(row.values)
            about = DAY
            day, at = _when(row, self._today, month_first=self._month_first)
        except WrongValue as problem:
            self._problem(row, about, problem)
            return
        place = row.number + self._places.get(row.sheet, 0) * _NEXT_SHEET
        respondent = row.values.get(RESPONDENT, "")
        self._rows.append(AnswerRow(row.number, answers, day, at, respondent, row.sheet, place, paper))

    def _answers_of(self, row: SheetRow) -> dict[str, int] | None:
        found: dict[str, int] = {}
        for key in ELEMENT_KEYS:
            try:
                found[key] = self._answers.read(row.values.get(key, ""))
            except WrongValue as problem:
                self._problem(row, key, problem)
        return found if len(found) == len(ELEMENT_KEYS) else None

    def _problem(self, row: SheetRow, field: str, wrong: WrongValue) -> None:
        column = self._table.columns[field]
        self._problems.append(RowProblem(row.number, column, wrong.key, wrong.args_, sheet=row.sheet))

    def _summary(self, row: SheetRow) -> str | None:
        """By its label, else by its values where it stands apart below the table and has no number or day of its own."""
        if kind := self._summary_by_label(row):
            return kind
        own = {RESPONDENT, DAY} & row.values.keys()
        values = _numbers(row)
        if own or values is None or not self._stands_apart(row):
            return None
        return sums_up(values, [[one.answers[key] for key in ELEMENT_KEYS] for one in self._rows])

    def _summary_by_label(self, row: SheetRow) -> str | None:
        for field, text in row.values.items():  # in the order of the columns
            if field in self._of_answers:
                break  # what stands behind the answers is a respondent's remark, whatever it says
            if kind := None if _REMARK.search(field) else summary_kind(text):
                return kind
        return None

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


def _when(row: SheetRow, today: date | None, *, month_first: bool) -> tuple[date | None, time | None]:
    """Raises WrongValue for a day that is none or has not come yet."""
    if DAY not in row.values:
        return None, None
    day, at = read_day(row.values[DAY], month_first=month_first)
    if today is not None and day > today:
        raise WrongValue("sheet-day-not-come", day=day.isoformat())
    return day, at or read_time(row.values.get(TIME, ""))


def span(rows: Sequence[AnswerRow], day: date | None) -> tuple[date, date]:
    """The first and last day of the rows, `day` standing in where the sheet does not say. Raises ValueError for no day at all."""
    days = [found for row in rows if (found := row.day or day)]
    return min(days), max(days)
