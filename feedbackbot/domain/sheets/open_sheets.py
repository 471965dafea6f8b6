"""The one door through which sheets are read, whatever kind of file they come in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from feedbackbot.domain.sheets.file_kind import FileKind, kind_of
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.raw_sheet import RawSheet
from feedbackbot.domain.sheets.read_csv import Judge, Row, csv_rows
from feedbackbot.domain.sheets.read_spreadsheet_xml import spreadsheet_xml_sheets
from feedbackbot.domain.sheets.read_web_page import saved_page_tables, web_page_tables
from feedbackbot.domain.sheets.read_workbook import workbook_sheets


@contextmanager
def open_sheets(data: bytes, limits: Limits, judge: Judge | None = None) -> Iterator[list[RawSheet]]:
    """Every sheet of the file, by its content and not its name; `judge` helps to find a text's separator.

    Raises `SheetError`, also while rows are read. Call it within `RenderProcess.bounded`.
    """
    kind = kind_of(data, limits)
    match kind:
        case FileKind.TEXT:
            yield [RawSheet("", enumerate(csv_rows(data, judge), start=1))]
        case FileKind.WEB_PAGE:
            yield _tables(web_page_tables(data, limits.cells))
        case FileKind.SAVED_PAGE:
            yield _tables(saved_page_tables(data, limits.cells))
        case FileKind.SPREADSHEET_XML:
            yield spreadsheet_xml_sheets(data)
        case _:
            with workbook_sheets(data, kind, limits) as sheets:
                yield sheets


def _tables(tables: Sequence[Sequence[Row]]) -> list[RawSheet]:
    if len(tables) == 1:
        return [RawSheet("", enumerate(tables[0], start=1))]
    return [RawSheet(f"Tabel {place}", enumerate(table, start=1)) for place, table in enumerate(tables, 1)]
