"""Rows of a workbook (.xlsx, .xlsb, .ods, .xls), from bytes that nobody vouches for.

calamine reads them, in compiled code that ends its process where memory runs out: call this only within a job of
`RenderProcess.bounded`. What it cannot do safely (a formula that cannot be placed, a cell in the sheet's far corner) the
slower openpyxl reads row by row.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

from feedbackbot.domain.sheets.cells import Formula
from feedbackbot.domain.sheets.compound_file import CompoundFile
from feedbackbot.domain.sheets.file_kind import FileKind
from feedbackbot.domain.sheets.formulas import (
    NOWHERE,
    NotLocated,
    Places,
    ods_formulas,
    xls_formulas,
    xlsb_formulas,
    xlsx_formulas,
)
from feedbackbot.domain.sheets.package_check import Limits, check_package
from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.sheets.raw_sheet import NumberedRow, RawSheet
from feedbackbot.domain.sheets.read_xlsx import xlsx_sheets

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_FORMULA = Formula()


@contextmanager
def workbook_sheets(data: bytes, kind: FileKind, limits: Limits) -> Iterator[list[RawSheet]]:
    """Every sheet in the workbook's order. Raises `SheetError` for a damaged, locked or hostile file, also while rows are read."""
    try:
        formulas = _formulas(data, kind, limits)
    except NotLocated:
        with xlsx_sheets(data, limits) as sheets:
            yield [RawSheet(name, enumerate(rows, start=1)) for name, rows in sheets]
        return
    with _damage_told():
        book = _open(_plainly_named(data) if kind is FileKind.ODS else data)
        try:
            yield _sheets(book, kind, formulas, limits)
        finally:
            book.close()


def _formulas(data: bytes, kind: FileKind, limits: Limits) -> Mapping[str, Places] | list[Places]:
    if kind is FileKind.XLS:
        return xls_formulas(CompoundFile(data))
    parts = check_package(data, limits)
    if kind is FileKind.XLSX:
        return xlsx_formulas(data, parts, limits)
    if kind is FileKind.XLSB:
        return list(xlsb_formulas(data, parts).values())
    return ods_formulas(data, parts)


def _plainly_named(data: bytes) -> bytes:
    """A package whose parts are called as they should be: some programs write backslashes, and Excel opens that."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if not any("\\" in part.filename for part in package.infolist()):
            return data
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as renamed:
            for part in package.infolist():
                renamed.writestr(part.filename.replace("\\", "/"), package.read(part))
    return target.getvalue()


def _open(data: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _sheets(
    book: "CalamineWorkbook", kind: FileKind, formulas: Mapping[str, Places] | list[Places], limits: Limits
) -> list[RawSheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found: list[RawSheet] = []
    for place, sheet in enumerate(book.sheets_metadata):
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        if isinstance(formulas, list):
            places = formulas[place] if place < len(formulas) else NOWHERE
        else:
            places = formulas.get(sheet.name, NOWHERE)
        hidden = sheet.visible is not SheetVisibleEnum.Visible
        found.append(RawSheet(sheet.name, _rows(book, place, places, limits), hidden))
    return found


def _rows(book: "CalamineWorkbook", place: int, formulas: Places, limits: Limits) -> Iterator[NumberedRow]:
    """A sheet is laid out in memory only when its first row is asked for."""
    with _damage_told():
        sheet = book.get_sheet_by_index(place)
        start = sheet.start
        if start is None:
            return
        top, left = start
        width = max(limits.columns - left, 0)
        for number, row in zip(count(top), sheet.iter_rows(), strict=False):
            if len(row) > width:
                del row[width:]
            if formulas:
                _mark(row, formulas.get(number, ()), left)
            yield number + 1, row


def _mark(row: list[Any], columns: Any, left: int) -> None:
    for column in columns:
        if 0 <= column - left < len(row):
            row[column - left] = _FORMULA


@contextmanager
def _damage_told() -> Iterator[None]:
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise SheetError("sheet-locked") from error
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise SheetError("sheet-damaged") from error
    except BaseException as error:
        # What a hostile file makes compiled code panic with is no Exception, lest it be caught by mistake.
        if type(error).__name__ == "PanicException":
            raise SheetError("sheet-damaged") from error
        raise
