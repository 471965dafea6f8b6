"""A sheet of answers to ordinary questions: a row says of which office and service, about what, the text, its source and day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeVar

from feedbackbot.data import sheet_headers
from feedbackbot.domain.sheets.header_names import HeaderNames
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.problem import RowProblem, SkippedRow, WrongValue
from feedbackbot.domain.sheets.read_table import read_table
from feedbackbot.domain.sheets.sheet_table import LeftOutSheet, ReadColumn, SheetRow, SheetTable
from feedbackbot.domain.spoken.dates import read_date

LIMITS = Limits(rows=2_000)
REQUIRED = {"unit": "kantor", "topic": "hal", "text": "isi", "source": "sumber"}
_USUAL = {**REQUIRED, "service": "layanan", "checked_on": "tanggal"}
_REMOVED = frozenset({"-", "–", "hapus", "remove"})
_ANY_SERVICE = frozenset({"", "-", "–", "semua", "semua layanan", "all"})
LONGEST_TEXT, LONGEST_SOURCE = 1500, 200

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class FactLine:
    """`unit` and `service` as they are written, `service` empty for the whole office. An empty `text` takes the answer away."""

    row_number: int
    sheet: str
    unit: str
    service: str
    topic: str
    text: str
    source: str
    checked_on: date


@dataclass(frozen=True, slots=True)
class FactsSheet:
    """`columns`: what the columns are called in the file, by field."""

    facts: tuple[FactLine, ...]
    problems: tuple[RowProblem, ...]
    columns: dict[str, str]
    found: tuple[ReadColumn, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    left_out: tuple[LeftOutSheet, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()


def read_facts_sheet(data: bytes, *, today: date, own_headers: str = "") -> FactsSheet:
    """Read the file. A row without a text changes nothing; without a day it was checked today. Raises `SheetError`."""
    known = sheet_headers(own_headers)
    table = read_table(
        data, names=_names(own_headers), required=REQUIRED, key="text", totals=False, limits=LIMITS
    )
    reading = _Reading(
        table, today, {name.casefold(): topic for topic, names in known["hal_info"].items() for name in names}
    )
    lines = [line for row in table.rows if (line := reading.line(row)) is not None]
    problems = tuple(sorted(reading.problems, key=lambda one: (one.sheet, one.row_number)))
    columns = {**_USUAL, **{field: label for field, label in table.columns.items() if label}}
    return FactsSheet(
        tuple(lines), problems, columns, table.found, table.dropped, table.left_out, table.skipped
    )


@cache
def _names(own: str) -> HeaderNames:
    known = sheet_headers(own)
    return HeaderNames(known["info"], bracket_words=known["pengubah_arti"]["kata"])


class _Reading:
    """One pass over a table, gathering problems."""

    def __init__(self, table: SheetTable, today: date, topics: dict[str, str]) -> None:
        self._columns, self._today, self._topics = table.columns, today, topics
        self.problems = list(table.problems)

    def line(self, row: SheetRow) -> FactLine | None:
        given = row.values.get
        if not given("text"):
            return None
        removed = given("text", "").casefold() in _REMOVED
        unit = self._told(row, "unit", str)
        topic = self._told(row, "topic", self._topic)
        text = (
            "" if removed else self._told(row, "text", lambda words: as_lines(_within(words, LONGEST_TEXT)))
        )
        source = "" if removed else self._told(row, "source", lambda words: _within(words, LONGEST_SOURCE))
        day = self._told(row, "checked_on", self._day) if given("checked_on") else self._today
        if unit is None or topic is None or text is None or source is None or day is None:
            return None
        service = given("service", "")
        whole = service.casefold() in _ANY_SERVICE
        return FactLine(row.number, row.sheet, unit, "" if whole else service, topic, text, source, day)

    def _topic(self, words: str) -> str:
        topic = self._topics.get(words.casefold().strip(" .:"))
        if topic is None:
            raise WrongValue("fact-topic-unknown")
        return topic

    def _day(self, words: str) -> date:
        day = read_date(words)
        if day > self._today:
            raise WrongValue("fact-day-ahead")
        return day

    def _told(self, row: SheetRow, field: str, check: Callable[[str], Value]) -> Value | None:
        words = row.values.get(field, "")
        try:
            if not words:
                raise WrongValue("cell-missing")
            return check(words)
        except WrongValue as wrong:
            column = self._columns.get(field) or _USUAL[field]
            self.problems.append(RowProblem(row.number, column, wrong.key, wrong.args_, sheet=row.sheet))
            return None


def _within(words: str, most: int) -> str:
    if len(words) > most:
        raise WrongValue("words-too-long", limit=most)
    return words


def as_lines(words: str) -> str:
    """A cell is one line: what a semicolon parts are the points of a list."""
    return "\n".join(part for one in words.split(";") if (part := one.strip()))


def as_cell(words: str) -> str:
    """The other way round."""
    return "; ".join(words.splitlines())
