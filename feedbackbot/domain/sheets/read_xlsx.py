"""Rows of an XLSX workbook, sheet by sheet, from bytes that nobody vouches for."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast
from xml.etree.ElementTree import ParseError

from feedbackbot.domain.sheets.cells import RawCell
from feedbackbot.domain.sheets.package_check import Limits, check_package
from feedbackbot.domain.sheets.problem import SheetError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Row = tuple[RawCell, ...]

_LAST_EXCEL_ROW = 1_048_576
# What a hand-made or damaged package makes openpyxl raise; none of it may reach a person as a trace.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    KeyError,
    ValueError,  # also defusedxml's refusals of entities and external references
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OSError,
    OverflowError,
    RecursionError,
    AssertionError,
    NotImplementedError,
)


@contextmanager
def xlsx_sheets(data: bytes, limits: Limits) -> Iterator[list[tuple[str, Iterator[Row]]]]:
    """Each visible worksheet as its name and an iterator of rows, the active one first.

    Formulas come as their text. XML goes through defusedxml, so entities and external references are refused.
    Raises `SheetError` for a damaged or hostile file, also while the rows are read.
    """
    check_package(data, limits)
    with _damage_told():
        book = _open(data)
    try:
        with _damage_told():
            names = _visible_first(book)
        yield [(name, _rows(book, name, limits)) for name in names]
    finally:
        book.close()


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except _DAMAGE as error:
        raise SheetError("sheet-damaged") from error


def _open(data: bytes) -> "Workbook":
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is missing: workbooks from outside are not read without it")
    # Its warnings quote cell values, and those are personal data that must not reach a log.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)


def _visible_first(book: "Workbook") -> list[str]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    active = getattr(book.active, "title", None)
    return sorted((sheet.title for sheet in sheets), key=lambda title: title != active)


def _rows(book: "Workbook", name: str, limits: Limits) -> Iterator[Row]:
    sheet = cast(Any, book[name])
    sheet.reset_dimensions()  # the declared size may be a lie; the rows themselves are not
    with _damage_told():
        yield from sheet.iter_rows(max_row=_LAST_EXCEL_ROW, max_col=limits.columns, values_only=True)
