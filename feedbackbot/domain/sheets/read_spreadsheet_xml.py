"""Excel's XML of 2003, which some applications of offices export under the name .xls."""

import io
from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from feedbackbot.domain.sheets.cells import Formula, RawCell
from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.sheets.raw_sheet import NumberedRow, RawSheet

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_LAST_COLUMN = 16_384


def spreadsheet_xml_sheets(data: bytes) -> list[RawSheet]:
    """Raises `SheetError("sheet-damaged")` for broken XML and for entities, which are never resolved."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    sheets: list[RawSheet] = []
    rows: list[NumberedRow] = []
    try:
        for event, element in iterparse(io.BytesIO(data), events=("start", "end")):
            if event == "start" and element.tag == _SS + "Worksheet":
                rows = []
                sheets.append(RawSheet(element.get(_SS + "Name", ""), iter(rows)))
            elif event == "end" and element.tag == _SS + "Row":
                _take_row(element, rows)
                element.clear()
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise SheetError("sheet-damaged") from error
    if not sheets:
        raise SheetError("sheet-empty")
    return sheets


def _take_row(element: Element, rows: list[NumberedRow]) -> None:
    before = rows[-1][0] if rows else 0
    number = _number(element.get(_SS + "Index"), before + 1)
    if number <= before:
        raise ValueError("a row out of order")
    rows.append((number, tuple(_cells(element))))


def _cells(row: Element) -> Iterator[RawCell]:
    place = 1
    for cell in row.iter(_SS + "Cell"):
        wanted = min(_number(cell.get(_SS + "Index"), place), _LAST_COLUMN)
        while place < wanted:
            yield None
            place += 1
        yield _value(cell)
        place += 1
        for _ in range(min(_number(cell.get(_SS + "MergeAcross"), 0), _LAST_COLUMN)):
            yield None
            place += 1


def _value(cell: Element) -> RawCell:
    if cell.get(_SS + "Formula"):
        return Formula()
    data = cell.find(_SS + "Data")
    if data is None:
        return None
    text = "".join(data.itertext())
    told = data.get(_SS + "Type")
    if told == "Number":
        # Written as Excel keeps it: 15 digits, so a longer number has lost some.
        return float(text)
    if told == "DateTime":
        return datetime.fromisoformat(text)
    if told == "Boolean":
        return text.strip() == "1"
    return text


def _number(told: str | None, usual: int) -> int:
    return int(told) if told is not None and told.isascii() and told.isdigit() else usual
