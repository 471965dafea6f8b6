"""What a file is by its content; its name and ending are not believed. What is no table is told the plain way out."""

import io
import re
import zipfile
from enum import StrEnum

from feedbackbot.domain.sheets.compound_file import CompoundFile, is_compound
from feedbackbot.domain.sheets.package_check import Limits, part_names
from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.sheets.text_encoding import decoded

_ZIP = b"PK\x03\x04"
_TOP = 8_192  # bytes in which a web page or an XML file says what it is
_MEDIA = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh")
_WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|table|head|body|meta|style)\b(?![:\w-])", re.IGNORECASE)
_SPREADSHEET_XML = "urn:schemas-microsoft-com:office:spreadsheet"
_SAVED_PAGE = re.compile(r"\A\s*(?:MIME-Version:|From:|Content-Type:\s*multipart/related)", re.IGNORECASE)


class FileKind(StrEnum):
    """The ways in which a table comes."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    WEB_PAGE = "web page"
    SAVED_PAGE = "saved web page"
    SPREADSHEET_XML = "spreadsheet xml"
    TEXT = "text"


def kind_of(data: bytes, limits: Limits) -> FileKind:
    """Raises `SheetError` for what is no table that can be read, with a key that names the way out."""
    if not data.strip(b" \t\r\n\x00"):
        raise SheetError("sheet-empty")
    if len(data) > limits.file_bytes:
        raise SheetError("sheet-file-too-large", megabytes=limits.file_bytes // 1_000_000)
    if data.startswith(_ZIP):
        return _package_kind(data)
    if is_compound(data):
        return _compound_kind(data)
    _refuse_known(data)
    # The old binary sheets without a compound file around them (Excel 2 to 4): nothing here reads those.
    if data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04") and data[2:3] in (b"\x04", b"\x06"):
        raise SheetError("sheet-other-program")
    return _text_kind(decoded(data[: _TOP - _TOP % 4], cut=True))


def _refuse_known(data: bytes) -> None:
    if data.startswith(b"%PDF"):
        raise SheetError("sheet-is-pdf")
    if data.startswith(_MEDIA):
        raise SheetError("sheet-is-picture")
    if data.startswith(_ARCHIVES):
        raise SheetError("sheet-renamed-archive")
    if data.lstrip().startswith(b"{\\rtf"):
        raise SheetError("sheet-is-document")


def _text_kind(top: str) -> FileKind:
    if _SPREADSHEET_XML in top and "<" in top[:200]:
        return FileKind.SPREADSHEET_XML
    if _SAVED_PAGE.match(top):
        return FileKind.SAVED_PAGE
    start = top.lstrip("\ufeff \t\r\n")
    if start.startswith("<") and _WEB_PAGE.search(top):
        return FileKind.WEB_PAGE
    if start.startswith(("<?xml", "<office:")):
        raise SheetError("sheet-other-program")
    if (
        start.startswith('{"') and "doc_id" in top
    ):  # what Google Drive's folder on a computer keeps of a sheet
        raise SheetError("sheet-is-link")
    return FileKind.TEXT


def _package_kind(data: bytes) -> FileKind:
    names = part_names(data)
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if "xl/workbook.bin" in names:
        return FileKind.XLSB
    if "content.xml" in names and _opened_by_calc(data):
        return FileKind.ODS
    if any(name.startswith(("word/", "ppt/")) for name in names) or "content.xml" in names:
        raise SheetError("sheet-is-document")
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        raise SheetError("sheet-other-program")  # Numbers
    # Some exporters put the workbook elsewhere; Excel opens such a file and saves it the usual way.
    if "[content_types].xml" in names:
        raise SheetError("sheet-other-program")
    raise SheetError("sheet-renamed-archive")


def _opened_by_calc(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        try:
            said = package.read("mimetype")[:100]
        except (KeyError, zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return True  # without the mark of its kind: whether it holds a table is seen when it is read
    return b"spreadsheet" in said


def _compound_kind(data: bytes) -> FileKind:
    names = CompoundFile(data).names
    if "encryptedpackage" in names or "encryptioninfo" in names:
        raise SheetError("sheet-locked")
    if "workbook" in names or "book" in names:
        return FileKind.XLS
    if "worddocument" in names or "powerpoint document" in names:
        raise SheetError("sheet-is-document")
    raise SheetError("sheet-other-program")
