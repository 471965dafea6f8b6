"""A sheet as a table of known columns: the header is found, and only what is wanted leaves the reader."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from feedbackbot.domain.sheets.cells import RawCell, cell_text
from feedbackbot.domain.sheets.header import HEADER_WITHIN, Column, Header, find_header
from feedbackbot.domain.sheets.header_names import HeaderNames
from feedbackbot.domain.sheets.open_sheets import open_sheets
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.problem import RowProblem, SheetError, SkippedRow, WrongValue
from feedbackbot.domain.sheets.raw_sheet import NumberedRow, RawSheet, Row
from feedbackbot.domain.sheets.records import is_blank, why_no_record
from feedbackbot.domain.sheets.sheet_table import LeftOutSheet, ReadColumn, SheetRow, SheetTable

Progress = Callable[[int], None]
Split = Callable[[tuple[str, ...], str], Mapping[str, str]]
"""Parts the text of a cell that holds several fields, line breaks kept, into its fields."""

_PROGRESS_EVERY = 500
# What a sheet's own name says of it; where every sheet is called so, the names say nothing.
_NOT_THE_DATA = re.compile(
    r"\b(?:contoh|petunjuk|panduan|referensi|ref|keterangan|example|readme|master|pensiun\w*|meninggal|mutasi keluar"
    r"|pindah keluar|arsip|backup|lama|old|draft|rekap\w*)\b",
    re.IGNORECASE,
)


def read_table(
    data: bytes,
    *,
    names: HeaderNames,
    required: Mapping[str, str],
    key: str | None = None,
    split: Split | None = None,
    totals: bool = True,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> SheetTable:
    """Read a file given as bytes; its name and ending are not believed. All sheets of the same kind are read together.

    `required`: needed fields and how their columns are usually called. `key`: the field without which a row is no record
    (all required ones where it is None). `totals`: whether rows of totals are looked for here.
    `progress` is told the rows read so far. Raises `SheetError`; problems of single
    cells are in the result. Call it within `RenderProcess.bounded`.
    """
    reading = _Reading(names, required, key, split, totals, limits or Limits(), progress)

    def understood(rows: Sequence[Sequence[str]]) -> int:
        header, nearest = find_header(list(enumerate(rows, start=1)), names, required)
        # Columns count besides fields: a whole line that a wrong separator leaves in one cell may name several fields.
        return len(nearest) + (len(required) + 1 + len(header.columns) if header else 0)

    with open_sheets(data, reading.limits, understood) as sheets:
        reading.take_all(sheets)
    return reading.table()


class _Reading:
    """One pass over a file's sheets."""

    def __init__(
        self,
        names: HeaderNames,
        required: Mapping[str, str],
        key: str | None,
        split: Split | None,
        totals: bool,
        limits: Limits,
        progress: Progress | None,
    ) -> None:
        self.limits = limits
        self._names, self._required, self._key, self._split = names, required, key, split
        self._progress, self._totals = progress, totals
        self._nearest: frozenset[str] = frozenset()
        self._something_written = False
        self._headers: list[tuple[str, Header]] = []
        self._left_out: list[LeftOutSheet] = []
        self._rows: list[SheetRow] = []
        self._problems: list[RowProblem] = []
        self._skipped: list[SkippedRow] = []

    def take_all(self, sheets: Sequence[RawSheet]) -> None:
        shown = [sheet for sheet in sheets if not sheet.hidden]
        self._left_out += [LeftOutSheet(sheet.name, "sheet-left-hidden") for sheet in sheets if sheet.hidden]
        several = len(shown) > 1
        aside = [sheet for sheet in shown if several and _NOT_THE_DATA.search(sheet.name)]
        for sheet in shown:
            if sheet not in aside:
                self._take(sheet, several)
        for sheet in aside:
            if self._headers:
                self._left_out.append(LeftOutSheet(sheet.name, "sheet-left-name"))
            else:
                self._take(sheet, several)

    def _take(self, sheet: RawSheet, several: bool) -> None:
        written = (numbered for numbered in sheet.rows if not is_blank(numbered[1]))
        top = list(islice(written, HEADER_WITHIN))
        self._something_written = self._something_written or bool(top)
        header, nearest = find_header(top, self._names, self._required)
        if header is None:
            self._nearest = max(self._nearest, nearest, key=len)
            self._left_out.append(
                LeftOutSheet(sheet.name, "sheet-left-no-header" if top else "sheet-left-empty")
            )
            return
        self._headers.append((sheet.name, header))
        below = (numbered for numbered in chain(top, written) if numbered[0] > header.row_number)
        self._take_rows(below, header, sheet.name if several else "")

    def _take_rows(self, rows: Iterable[NumberedRow], header: Header, sheet: str) -> None:
        keys = self._key_places(header)
        single, compound = _parted(header.columns)
        first = True
        for number, row in rows:
            if why := why_no_record(row, header, keys, first=first, totals=self._totals):
                self._skipped.append(SkippedRow(number, why, sheet))
                continue
            first = False
            if len(self._rows) >= self.limits.rows:
                raise SheetError("sheet-too-many-rows", limit=self.limits.rows)
            values = self._values(number, row, single, sheet)
            if compound and self._compound(number, row, compound, values, sheet):
                continue
            self._rows.append(SheetRow(number, values, sheet))
            if self._progress and len(self._rows) % _PROGRESS_EVERY == 0:
                self._progress(len(self._rows))

    def _key_places(self, header: Header) -> frozenset[int]:
        wanted = {self._key} if self._key else set(self._required)
        return frozenset(column.place for column in header.columns if wanted.intersection(column.fields))

    def _values(
        self, number: int, row: Row, columns: Iterable[tuple[int, str, str]], sheet: str
    ) -> dict[str, str]:
        values: dict[str, str] = {}
        length = len(row)
        for place, field, label in columns:
            if place >= length or field in values:
                continue
            cell = row[place]
            if cell is None or cell == "":
                continue
            try:
                text = cell_text(cell)
            except WrongValue as wrong:
                self._problems.append(RowProblem(number, label, wrong.key, wrong.args_, sheet=sheet))
                continue
            if text:
                values[field] = text
        return values

    def _compound(
        self, number: int, row: Row, columns: Iterable[Column], values: dict[str, str], sheet: str
    ) -> bool:
        """Take cells of several fields. True where the row only goes on with the record above it, as a number under its name does."""
        found: dict[str, str] = {}
        for column in columns:
            cell: RawCell = row[column.place] if column.place < len(row) else None
            try:
                whole = cell_text(cell)
            except WrongValue as wrong:
                self._problems.append(RowProblem(number, column.label, wrong.key, wrong.args_, sheet=sheet))
                continue
            if whole and self._split is not None:
                lines = [cell_text(line) for line in cell.splitlines()] if isinstance(cell, str) else [whole]
                found |= self._split(column.fields, "\n".join(line for line in lines if line))
        above = self._rows[-1] if self._rows else None
        goes_on = (
            self._key is not None
            and found.keys() == {self._key}
            and not values
            and above is not None
            and (above.sheet, self._key in above.values) == (sheet, False)
        )
        if goes_on and above is not None:
            self._rows[-1] = SheetRow(above.number, {**above.values, **found}, sheet)
            return True
        for field, text in found.items():
            values.setdefault(field, text)
        return False

    def table(self) -> SheetTable:
        """Raises `SheetError` where no sheet has the needed columns."""
        if not self._headers:
            self._refuse()
        if self._progress:
            self._progress(len(self._rows))
        columns: dict[str, str] = {}
        found: dict[ReadColumn, None] = {}
        dropped: dict[str, None] = {}
        for _, header in self._headers:
            for column in header.columns:
                found[ReadColumn(column.label, column.fields, column.sure)] = None
                for field in column.fields:
                    columns.setdefault(field, column.label)
            dropped |= dict.fromkeys(header.dropped)
        return SheetTable(
            tuple(name for name, _ in self._headers),
            tuple(self._left_out),
            tuple(found),
            columns,
            tuple(dropped),
            tuple(self._rows),
            tuple(self._problems),
            tuple(self._skipped),
        )

    def _refuse(self) -> None:
        if not self._something_written:
            hidden = any(left.key == "sheet-left-hidden" for left in self._left_out)
            raise SheetError("sheet-all-hidden" if hidden else "sheet-empty")
        raise SheetError(
            "sheet-no-header",
            missing=", ".join(label for field, label in self._required.items() if field not in self._nearest),
        )


def _parted(columns: Iterable[Column]) -> tuple[list[tuple[int, str, str]], list[Column]]:
    """Columns of one field and those of several, from left to right."""
    return (
        [(column.place, column.fields[0], column.label) for column in columns if len(column.fields) == 1],
        [column for column in columns if len(column.fields) > 1],
    )


def iter_cells(data: bytes, limits: Limits | None = None) -> Iterator[RawCell]:
    """Every cell of every visible sheet, for a list without a header. Raises `SheetError`."""
    with open_sheets(data, limits or Limits()) as sheets:
        for sheet in sheets:
            if not sheet.hidden:
                for _, row in sheet.rows:
                    yield from row
