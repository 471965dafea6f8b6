"""The one door through which sheets are read, whatever kind of file they come in.

Each reader is read with the first file of its kind, in the process that reads files: a bot at rest holds none of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from feedbackbot.domain.sheets.file_kind import FileKind, kind_of
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.sheets.raw_sheet import RawSheet

if TYPE_CHECKING:
    from feedbackbot.domain.sheets.read_csv import Judge, Row


@contextmanager
def open_sheets(data: bytes, limits: Limits, judge: "Judge | None" = None) -> Iterator[list[RawSheet]]:
    """Every sheet of the file, by its content and not its name; `judge` helps to find a text's separator.

    Raises `SheetError`, also while rows are read. Call it within `RenderProcess.bounded`.
    """
    kind = kind_of(data, limits)
    match kind:
        case FileKind.TEXT:
            from feedbackbot.domain.sheets.read_csv import csv_rows

            yield [RawSheet("", enumerate(csv_rows(data, judge), start=1))]
        case FileKind.WEB_PAGE:
            from feedbackbot.domain.sheets.read_web_page import web_page_tables

            yield _tables(web_page_tables(data, limits.cells))
        case FileKind.SAVED_PAGE:
            from feedbackbot.domain.sheets.read_web_page import saved_page_tables

            yield _tables(saved_page_tables(data, limits.cells))
        case FileKind.SPREADSHEET_XML:
            from feedbackbot.domain.sheets.read_spreadsheet_xml import spreadsheet_xml_sheets

            yield spreadsheet_xml_sheets(data)
        case _:
            from feedbackbot.domain.sheets.read_workbook import workbook_sheets

            with workbook_sheets(data, kind, limits) as sheets:
                yield sheets


def _tables(tables: "Sequence[Sequence[Row]]") -> list[RawSheet]:
    if len(tables) == 1:
        return [RawSheet("", enumerate(tables[0], start=1))]
    return [RawSheet(f"Tabel {place}", enumerate(table, start=1)) for place, table in enumerate(tables, 1)]
