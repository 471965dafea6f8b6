"""A sheet as a table of known columns: the header is found, and only what is wanted leaves the reader."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from feedbackbot.domain.sheets.cells import RawCell, cell_text
from feedbackbot.domain.sheets.package_check import Limits, is_package, refuse_other_kinds
from feedbackbot.domain.sheets.problem import RowProblem, SheetError, WrongValue
from feedbackbot.domain.sheets.read_csv import csv_rows
from feedbackbot.domain.sheets.read_xlsx import xlsx_sheets

Recognise = Callable[[str], str | None]
Progress = Callable[[int], None]

_HEADER_WITHIN = 30  # rows from the top in which titles and merged headings may stand above the header
_PROGRESS_EVERY = 500
_LONGEST_HEADER = 60


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` as the spreadsheet shows it; `values` by field, blanks left out."""

    number: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetTable:
    """What was kept of a sheet.

    `columns`: field → header as it stands in the file. `dropped`: headers of columns that were not read.
    A row with a problem is still in `rows`, without the troubled cell: the caller decides what it is worth.
    """

    sheet_name: str
    header_row: int
    columns: Mapping[str, str]
    dropped: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    problems: tuple[RowProblem, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    row_number: int
    places: tuple[tuple[int, str, str], ...]  # position, field, header text
    dropped: tuple[str, ...]


def read_table(
    data: bytes,
    *,
    recognise: Recognise,
    required: Mapping[str, str],
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> SheetTable:
    """Read an XLSX or CSV file given as bytes; its name and ending are not believed.

    `recognise` maps a header (see `plain_header`) to a field, or to None for a column that must not be read.
    `required`: needed fields and how their columns are usually called. The first sheet whose top rows hold
    all of them is taken; `progress` is told the rows read so far. Raises `SheetError`; problems of single
    cells are in the result.
    """
    limits = limits or Limits()
    refuse_other_kinds(data, limits)
    nearest: set[str] = set()
    found_any_row = False
    with _sheets(data, limits) as sheets:
        for name, rows in sheets:
            header, seen, numbered = _find_header(rows, recognise, required)
            if header is not None:
                return _read_rows(name, header, numbered, limits, progress)
            nearest = max(nearest, seen, key=len)
            found_any_row = found_any_row or numbered is not None
    if not found_any_row:
        raise SheetError("sheet-empty")
    raise SheetError(
        "sheet-no-header",
        missing=", ".join(label for field, label in required.items() if field not in nearest),
    )


def plain_header(text: str) -> str:
    """A header for comparing: lower case, words only, remarks in brackets left out ("No. HP *" → "no hp")."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = re.sub(r"\([^)]*\)", " ", folded)
    words = re.findall(r"\w+", (bare if re.search(r"\w", bare) else folded).replace("_", " "))
    return " ".join(words)


@contextmanager
def _sheets(data: bytes, limits: Limits) -> Iterator[list[tuple[str, Iterable[tuple[RawCell, ...]]]]]:
    if is_package(data):
        with xlsx_sheets(data, limits) as sheets:
            yield list(sheets)
    else:
        yield [("", csv_rows(data))]


def _find_header(
    rows: Iterable[tuple[RawCell, ...]], recognise: Recognise, required: Mapping[str, str]
) -> tuple[_Header | None, set[str], Iterator[tuple[int, tuple[RawCell, ...]]] | None]:
    """The header, the fields of the row that came nearest, the rows below (None if nothing is written)."""
    numbered = enumerate(rows, start=1)
    nearest: set[str] = set()
    written = False
    for number, row in numbered:
        if not _is_blank(row):
            written = True
            header = _as_header(number, row, recognise)
            fields = {field for _, field, _ in header.places}
            if required.keys() <= fields:
                return header, fields, numbered
            nearest = max(nearest, fields, key=len)
        if number >= _HEADER_WITHIN and written:
            break
    return None, nearest, numbered if written else None


def _as_header(number: int, row: tuple[RawCell, ...], recognise: Recognise) -> _Header:
    places: list[tuple[int, str, str]] = []
    dropped: list[str] = []
    for position, value in enumerate(row):
        if not isinstance(value, str) or not value.strip():
            continue
        label = " ".join(value.split())[:_LONGEST_HEADER]
        field = recognise(plain_header(label))
        if field is None:
            dropped.append(label)
        else:
            places.append((position, field, label))
    return _Header(number, tuple(places), tuple(dropped))


def _read_rows(
    name: str,
    header: _Header,
    numbered: Iterator[tuple[int, tuple[RawCell, ...]]] | None,
    limits: Limits,
    progress: Progress | None,
) -> SheetTable:
    rows: list[SheetRow] = []
    problems: list[RowProblem] = []
    for number, row in numbered or ():
        if _is_blank(row):
            continue
        if len(rows) >= limits.rows:
            raise SheetError("sheet-too-many-rows", limit=limits.rows)
        rows.append(SheetRow(number, _wanted_cells(number, row, header, problems)))
        if progress and len(rows) % _PROGRESS_EVERY == 0:
            progress(len(rows))
    if progress:
        progress(len(rows))
    columns: dict[str, str] = {}
    for _, field, label in header.places:
        columns.setdefault(field, label)
    return SheetTable(name, header.row_number, columns, header.dropped, tuple(rows), tuple(problems))


def _wanted_cells(
    number: int, row: tuple[RawCell, ...], header: _Header, problems: list[RowProblem]
) -> dict[str, str]:
    values: dict[str, str] = {}
    for position, field, label in header.places:
        if position >= len(row) or field in values:
            continue
        try:
            text = cell_text(row[position])
        except WrongValue as wrong:
            problems.append(RowProblem(number, label, wrong.key, wrong.args_))
            continue
        if text:
            values[field] = text
    return values


def _is_blank(row: tuple[RawCell, ...]) -> bool:
    # A sheet can claim a million empty rows; `count` looks through one in a microsecond.
    if row.count(None) == len(row):
        return True
    return all(value is None or (isinstance(value, str) and not value.strip()) for value in row)
