"""Workbooks of the zoo, by openpyxl and by hand where no library writes what offices send."""

# ruff: noqa: E501

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl

Rows = Sequence[Sequence[Any]]
XML = "http://schemas.openxmlformats.org"
STRICT = "http://purl.oclc.org/ooxml"


def xlsx(*sheets: Rows, names: Sequence[str] = (), change: Callable[[Any], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        page = book.create_sheet(names[number] if names else f"Sheet{number + 1}")
        for row in rows:
            page.append(list(row))
    if change:
        change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def repacked(
    data: bytes,
    name: Callable[[str], str] = str,
    content: Callable[[str, bytes], bytes] = lambda _, kept: kept,
) -> bytes:
    """The package with other names or other content of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            moment = zipfile.ZipInfo("x", (2026, 1, 1, 0, 0, 0))
            moment.filename, moment.compress_type = name(part.filename), zipfile.ZIP_DEFLATED
            new.writestr(moment, content(part.filename, old.read(part)))
    return target.getvalue()


def strict(data: bytes) -> bytes:
    """As Excel saves "Strict Open XML"."""

    def change(_: str, content: bytes) -> bytes:
        text = content.replace(
            f"{XML}/spreadsheetml/2006/main".encode(), f"{STRICT}/spreadsheetml/main".encode()
        )
        return text.replace(
            f"{XML}/officeDocument/2006/relationships".encode(),
            f"{STRICT}/officeDocument/relationships".encode(),
        )

    return repacked(data, content=change)


def ods(rows: Rows, *, repeat_rows: int = 1_000_000, formula: str = "") -> bytes:
    """An OpenDocument sheet as LibreOffice writes it: the blank rest of the sheet is one repeated row."""

    def cell(value: Any) -> str:
        if value in (None, ""):
            return "<table:table-cell/>"
        if isinstance(value, float | int):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        lines = "".join(f"<text:p>{line}</text:p>" for line in str(value).split("\n"))
        extra = f' table:formula="{formula}"' if formula and value == "FORMULA" else ""
        return f'<table:table-cell office:value-type="string"{extra}>{lines}</table:table-cell>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    rest = f'<table:table-row table:number-rows-repeated="{repeat_rows}"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{oasis}:office:1.0" '
        f'xmlns:table="{oasis}:table:1.0" xmlns:text="{oasis}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{body}{rest}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as parts:
        for name, text in (
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", content),
            (
                "META-INF/manifest.xml",
                f'<manifest:manifest xmlns:manifest="{oasis}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
                'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
            ),
        ):
            part = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            parts.writestr(part, text)
    return target.getvalue()


def _biff(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(content)) + content


def xls(rows: Rows, *, formula_at: tuple[int, int] | None = None, locked: bool = False) -> bytes:
    """An Excel 97 workbook with text and numbers, in a compound file. Source: [MS-XLS], [MS-CFB]."""

    def label(row: int, column: int, text: str) -> bytes:
        return _biff(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))

    cells = b""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if (row, column) == formula_at:
                cells += _biff(0x06, struct.pack("<HHHdHIH", row, column, 0, 7.0, 0, 0, 3) + b"\x1e\x07\x00")
            elif isinstance(value, float | int):
                cells += _biff(0x203, struct.pack("<HHHd", row, column, 0, float(value)))
            elif value:
                cells += label(row, column, str(value))
    start = _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + (
        _biff(0x2F, b"\0" * 54) if locked else b""
    )
    name = b"Data"
    size = len(start) + 4 + 8 + len(name) + 4
    book = start + _biff(0x85, struct.pack("<IBBBB", size, 0, 0, len(name), 0) + name) + _biff(0x0A)
    sheet = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + cells + _biff(0x0A)
    return compound("Workbook", book + sheet)


def compound(name: str, content: bytes) -> bytes:
    """A compound file with one stream."""
    content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
    sectors = len(content) // 512
    chain = [*range(1, sectors), 0xFFFFFFFE]  # the stream's sectors first, then the folder, then this table
    table = [*chain, 0xFFFFFFFE, 0xFFFFFFFD]
    table += [0xFFFFFFFF] * (128 - len(table))

    def entry(called: str, kind: int, child: int, start: int, size: int) -> bytes:
        text = called.encode("utf-16-le")
        return (
            text.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, size)
        )

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry(name, 2, 0xFFFFFFFF, 0, len(content))
    header = struct.pack("<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    header += struct.pack("<I", sectors + 1) + b"\xff" * 4 * 108
    return header + content + folder.ljust(512, b"\0") + struct.pack("<128I", *table)


def _record(number: int, content: bytes = b"") -> bytes:
    kind = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    length, size = b"", len(content)
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 127 else 0)])
        size >>= 7
        if not size:
            return kind + length + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(rows: Rows) -> bytes:
    """A binary workbook with text in its cells. Source: [MS-XLSB]."""
    cells = b"".join(
        _record(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0))
        + b"".join(
            _record(6, struct.pack("<II", column, 0) + _wide(str(value)))
            for column, value in enumerate(values)
            if value
        )
        for row, values in enumerate(rows)
    )
    corner = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = _record(129) + _record(148, corner) + _record(145) + cells + _record(146) + _record(130)
    book = (
        _record(131)
        + _record(143)
        + _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Data"))
        + _record(144)
        + _record(132)
    )
    office = f"{XML}/officeDocument/2006/relationships"
    package = f"{XML}/package/2006"
    content = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
        "xl/workbook.bin": book,
        "xl/worksheets/sheet1.bin": sheet,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in content.items():
            parts.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)
    return target.getvalue()
