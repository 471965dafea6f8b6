"""Workbooks we hand out: typed columns, one look, and no cell that a spreadsheet would carry out."""

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

from feedbackbot.clock import city_zone
from feedbackbot.domain.sheets.safe_cell import safe_text

LAST_ROW = 1_048_576
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of what is made here."""
_EXACT_BELOW = 10**15  # Excel keeps 15 digits of a number; longer ones are written as text
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


class ColumnKind(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"  # two decimals
    PERCENT = "percent"  # a share: 0.25 is shown as 25.0 %
    DATE = "date"
    MOMENT = "moment"  # shown in the writer's zone


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of our own making, never built from typed text.

    `value` is what a viewer shows that does not compute.
    """

    text: str
    value: float | int | str = 0


CellValue = str | int | float | Decimal | Fraction | date | datetime | Formula | None


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in characters; by default that of the title, within bounds."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`notes` stand above the header, one line each."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[CellValue]]
    notes: Sequence[str] = field(default=())


def workbook_bytes(sheets: Iterable[Sheet], *, zone: tzinfo | None = None) -> bytes:
    """The workbook in memory; rows are still written one by one. See `write_workbook`."""
    buffer = io.BytesIO()
    _write(buffer, sheets, zone or city_zone())
    return buffer.getvalue()


def write_workbook(path: Path, sheets: Iterable[Sheet], *, zone: tzinfo | None = None) -> None:
    """Write the workbook to `path`. Rows are taken from their iterables one by one and not kept.

    Moments with a zone are shown in `zone`, by default the city's. Raises `ValueError` for a row that is longer than its header or a
    sheet with more rows than Excel can hold, `OSError` where the file cannot be written; then `path` is as it
    was before.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        with unfinished.open("wb") as target:
            _write(target, sheets, zone or city_zone())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(target: Any, sheets: Iterable[Sheet], zone: tzinfo) -> None:
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd/mm/yyyy",
    }
    book = xlsxwriter.Workbook(target, options)
    # A fixed moment in the properties: the same figures give the same file, byte for byte.
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    try:
        taken: set[str] = set()
        for sheet in sheets:
            _SheetWriter(book, sheet, _free_name(sheet.name, taken), zone).write()
        if not taken:
            raise ValueError("a workbook needs at least one sheet")
    finally:
        book.close()


def _free_name(wanted: str, taken: set[str]) -> str:
    base = _NOT_IN_SHEET_NAME.sub(" ", _LONE_SURROGATE.sub("", wanted)).strip().strip("'")[:31] or "Data"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: 30 - len(str(number))]} {number}"
    taken.add(name.casefold())
    return name


class _SheetWriter:
    def __init__(self, book: Any, sheet: Sheet, name: str, zone: tzinfo) -> None:
        self._sheet = sheet
        self._zone = zone
        self._page = book.add_worksheet(name)
        self._header = book.add_format(
            {
                "bold": True,
                "bg_color": "#1F4E79",
                "font_color": "#FFFFFF",
                "text_wrap": True,
                "valign": "vcenter",
            }
        )
        self._note = book.add_format({"italic": True, "font_color": "#555555"})
        text = book.add_format({"num_format": "@", "valign": "top"})
        numbers = {
            ColumnKind.INTEGER: "#,##0",
            ColumnKind.DECIMAL: "#,##0.00",
            ColumnKind.PERCENT: "0.0%",
            ColumnKind.DATE: "dd/mm/yyyy",
            ColumnKind.MOMENT: "dd/mm/yyyy hh:mm",
        }
        self._formats = {ColumnKind.TEXT: text} | {
            kind: book.add_format({"num_format": shape, "valign": "top"}) for kind, shape in numbers.items()
        }

    def write(self) -> None:
        columns = self._sheet.columns
        for position, column in enumerate(columns):
            width = column.width or min(max(len(column.title) + 2, 12), 40)
            self._page.set_column(position, position, width)
        for number, note in enumerate(self._sheet.notes):
            self._page.write_string(number, 0, safe_text(note), self._note)
        top = len(self._sheet.notes)
        for position, column in enumerate(columns):
            self._page.write_string(top, position, safe_text(column.title), self._header)
        self._page.freeze_panes(top + 1, 0)
        number = top
        for number, row in enumerate(self._sheet.rows, start=top + 1):
            self._write_row(number, row)
        if columns and number > top:
            self._page.autofilter(top, 0, number, len(columns) - 1)

    def _write_row(self, number: int, row: Sequence[CellValue]) -> None:
        if number >= LAST_ROW:
            raise ValueError(f"sheet {self._sheet.name!r} has more rows than a workbook can hold")
        if len(row) > len(self._sheet.columns):
            raise ValueError(f"row {number + 1} of sheet {self._sheet.name!r} is longer than its header")
        for position, value in enumerate(row):
            self._write_cell(number, position, value, self._formats[self._sheet.columns[position].kind])

    def _write_cell(self, row: int, position: int, value: CellValue, look: Any) -> None:
        if value is None or value == "":
            return
        if isinstance(value, Formula):
            self._page.write_formula(row, position, value.text, look, value.value)
        elif isinstance(value, str):
            self._page.write_string(row, position, safe_text(value), look)
        elif isinstance(value, datetime):
            local = value.astimezone(self._zone).replace(tzinfo=None) if value.tzinfo else value
            self._page.write_datetime(row, position, local, look)
        elif isinstance(value, date):
            self._page.write_datetime(row, position, value, look)
        else:
            number = value if isinstance(value, int) else float(value)
            if math.isfinite(number) and abs(number) < _EXACT_BELOW:
                self._page.write_number(row, position, number, look)
            else:
                self._page.write_string(row, position, safe_text(str(value)), self._formats[ColumnKind.TEXT])
