"""Which cells of a workbook hold formulas: calamine gives only their last values, and those are not to be trusted.

A formula anywhere in a wanted column means that somebody edited the export by hand, or worse. Positions count from 0.
"""

import posixpath
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import ParseError

from feedbackbot.domain.sheets.compound_file import CompoundFile
from feedbackbot.domain.sheets.package_check import Limits, plain_name, unpacked
from feedbackbot.domain.sheets.problem import SheetError

Places = Mapping[int, frozenset[int]]
"""By row the columns."""
NOWHERE: Places = {}

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\b[^>]*?ref="[A-Z]*\d*:?([A-Z]{1,3})(\d{1,7})"')
_LAST_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"')
# A row beyond a million is a stray mark or a trap; calamine would lay out all that is before it.
_FAR_ROW = re.compile(rb'r="[A-Z]{0,3}(\d{7,})"')
_LAST_EXCEL_ROW = 1_048_576
_FORMULA_TAGS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CELL_WITH_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*?\br="([A-Z]{1,3})(\d{1,7})")[^>]*>\s*<(?:\w+:)?f[\s>/]'
)
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_TAIL, _TAG = 4_096, 32
_XLS_FORMULAS = (0x0006, 0x0206, 0x0406)
_XLSB_FORMULAS = (8, 9, 10, 11)


class NotLocated(Exception):
    """The workbook holds formulas, or a corner so far out, that only the slower reader can read it safely."""


def xlsx_formulas(data: bytes, parts: Mapping[str, zipfile.ZipInfo], limits: Limits) -> dict[str, Places]:
    """By sheet name. Every worksheet is unpacked once, so that a part that lies about its size is refused here."""
    found: dict[str, Places] = {}
    names = {part: name for name, part in sheet_parts(data, parts, "xl/workbook.xml").items()}
    for name, part in parts.items():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            places = _of_worksheet(data, part, limits)
            if name in names:
                found[names[name]] = places
    return found


def _of_worksheet(data: bytes, part: zipfile.ZipInfo, limits: Limits) -> Places:
    first = tail = b""
    suspicious = False
    for piece in unpacked(data, part):
        first = first or piece[:_TAIL]
        joined = tail[-_TAG:] + piece
        suspicious = suspicious or (
            (b"<f" in joined or b":f" in joined) and any(tag in joined for tag in _FORMULA_TAGS)
        )
        _check_far_rows(joined)
        tail = piece[-_TAIL:]
    corner = _DIMENSION.search(first)
    rows = [int(row) for row in _LAST_ROW.findall(tail)]
    if corner and (_column(corner[1]) + 1) * max(int(corner[2]), *rows, 1) > limits.cells:
        raise NotLocated
    if rows and max(rows) > limits.cells // 8:
        raise NotLocated
    if not suspicious:
        return NOWHERE
    xml = b"".join(unpacked(data, part))
    located = _CELL_WITH_FORMULA.findall(xml)
    if len(located) != len(_FORMULA.findall(xml)):
        raise NotLocated
    return _by_row((int(row) - 1, _column(column)) for column, row in located)


def _check_far_rows(xml: bytes) -> None:
    if far := _FAR_ROW.search(xml):
        if int(far[1]) > _LAST_EXCEL_ROW:
            raise SheetError("sheet-damaged")
        raise NotLocated


def sheet_parts(data: bytes, parts: Mapping[str, zipfile.ZipInfo], book: str) -> dict[str, str]:
    """Sheet name → the plain name of its part, for an XLSX workbook."""
    text = b"".join(unpacked(data, parts[book])).decode("utf-8", "replace")
    targets = part_targets(data, parts, book)
    found: dict[str, str] = {}
    for tag in _SHEET.findall(text):
        told = dict(re.findall(r'(?:\w+:)?(name|id)="([^"]*)"', tag.replace("sheetId", "sheetNumber")))
        if target := targets.get(told.get("id", "")):
            found[_unescaped(told.get("name", ""))] = target
    return found


def part_targets(data: bytes, parts: Mapping[str, zipfile.ZipInfo], book: str) -> dict[str, str]:
    """Relation id → the plain name of the part it leads to."""
    folder, name = posixpath.split(book)
    relations = parts.get(f"{folder}/_rels/{name}.rels")
    if relations is None:
        return {}
    text = b"".join(unpacked(data, relations)).decode("utf-8", "replace")
    found: dict[str, str] = {}
    for tag in _RELATION.findall(text):
        told = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        target = told.get("Target", "").replace("\\", "/")
        whole = target if target.startswith("/") else posixpath.join(folder, target)
        found[told.get("Id", "")] = plain_name(posixpath.normpath(whole))
    return found


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


def ods_formulas(data: bytes, parts: Mapping[str, zipfile.ZipInfo]) -> dict[str, Places]:
    """By sheet name. Raises `SheetError` for a file with a password."""
    manifest = parts.get("meta-inf/manifest.xml")
    if manifest is not None and any(b"encryption-data" in piece for piece in unpacked(data, manifest)):
        raise SheetError("sheet-locked")
    content = b"".join(unpacked(data, parts["content.xml"]))
    if b":formula=" not in content:
        return {}
    from feedbackbot.domain.sheets.ods_cells import formula_places

    try:
        return {name: _by_row(places) for name, places in formula_places(content)}
    except (ParseError, ValueError) as error:
        raise SheetError("sheet-damaged") from error


def xls_formulas(book: CompoundFile) -> list[Places]:
    """By the sheets' order in the workbook. Raises `SheetError("sheet-locked")` for one with a password."""
    stream = book.stream("workbook", "book")
    starts: list[int] = []
    for record, start, length in _xls_records(stream, 0):
        if record == 0x2F:
            raise SheetError("sheet-locked")
        if record == 0x85 and length >= 6:
            starts.append(struct.unpack_from("<I", stream, start)[0])
    return [
        _by_row(
            struct.unpack_from("<HH", stream, at)
            for record, at, length in _xls_records(stream, start)
            if record in _XLS_FORMULAS and length >= 4
        )
        for start in starts
    ]


def _xls_records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and length of each record up to the end of this part; a chart's own parts are within it."""
    depth = 0
    while place + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, place)
        depth += record in (0x09, 0x209, 0x409, 0x809)
        if place + 4 + length > len(stream):
            return
        yield record, place + 4, length
        place += 4 + length
        depth -= record == 0x0A
        if depth <= 0:
            return


def xlsb_formulas(data: bytes, parts: Mapping[str, zipfile.ZipInfo]) -> dict[str, Places]:
    """By the plain names of the sheets' parts."""
    found: dict[str, Places] = {}
    for name, part in parts.items():
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            found[name] = _by_row(_xlsb_places(b"".join(unpacked(data, part))))
    return found


def _xlsb_places(stream: bytes) -> Iterator[tuple[int, int]]:
    row = 0
    for record, start, _ in xlsb_records(stream):
        if record == 0:
            row = int.from_bytes(stream[start : start + 4], "little")
        elif record in _XLSB_FORMULAS:
            yield row, int.from_bytes(stream[start : start + 4], "little")


def xlsb_records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and length of each record. Source: [MS-XLSB] 2.1.4."""
    place, end = 0, len(stream)
    while place < end:
        record = stream[place]
        place += 1
        if record & 0x80 and place < end:
            record = (record & 0x7F) | (stream[place] & 0x7F) << 7
            place += 1
        length = 0
        for shift in range(0, 28, 7):
            if place >= end:
                return
            piece = stream[place]
            place += 1
            length |= (piece & 0x7F) << shift
            if not piece & 0x80:
                break
        yield record, place, length
        place += length


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _by_row(places: Iterator[tuple[int, int]]) -> Places:
    rows: dict[int, set[int]] = {}
    for row, column in places:
        rows.setdefault(row, set()).add(column)
    return {row: frozenset(columns) for row, columns in rows.items()}
