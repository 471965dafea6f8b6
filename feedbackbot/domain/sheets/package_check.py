"""Look at a workbook's package before anything is unpacked: a renamed archive or a bomb goes no further."""

import io
import zipfile
import zlib
from dataclasses import dataclass

from feedbackbot.domain.sheets.problem import SheetError

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old .xls, and .xlsx with a password
_NEEDED_PARTS = frozenset({"[Content_Types].xml", "xl/workbook.xml"})
# A part's local header: 30 bytes, the last four of which tell how long the name and the extra field behind it are.
_LOCAL_HEADER, _LOCAL_LENGTHS = 30, 26
_PIECE = 1_000_000  # bytes unpacked at a time
_RATIO_MATTERS_FROM = 1_000_000  # bytes; tiny parts may compress to almost nothing


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes in bytes; 20 MB is also the most a bot can fetch from Telegram."""

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 256_000_000
    strings_bytes: int = 100_000_000
    ratio: int = 100
    parts: int = 2_000
    rows: int = 100_000
    columns: int = 256


def is_package(data: bytes) -> bool:
    return data.startswith(_ZIP)


def refuse_other_kinds(data: bytes, limits: Limits) -> None:
    """Raise `SheetError` for what is neither a workbook package nor text."""
    if not data.strip():
        raise SheetError("sheet-empty")
    if len(data) > limits.file_bytes:
        raise SheetError("sheet-file-too-large", megabytes=limits.file_bytes // 1_000_000)
    if data.startswith(_OLE):
        raise SheetError("sheet-old-or-locked")
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise SheetError("sheet-not-a-sheet")


def check_package(data: bytes, limits: Limits) -> None:
    """Raise `SheetError` if the package is broken, is no workbook, or would unpack beyond the limits.

    The declared sizes are checked too: `zipfile` cuts a part at its declared size, but only after having unpacked
    up to 1 GB of it in one call.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise SheetError("sheet-damaged") from error
    if len(parts) > limits.parts:
        raise SheetError("sheet-bomb")
    if not _NEEDED_PARTS.issubset(part.filename for part in parts):
        raise SheetError("sheet-renamed-archive")
    for part in parts:
        _check_part(part, limits)
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise SheetError("sheet-bomb")
    for part in parts:
        _check_declared_size(data, part)


def _check_part(part: zipfile.ZipInfo, limits: Limits) -> None:
    if part.flag_bits & 0x1:
        raise SheetError("sheet-old-or-locked")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SheetError("sheet-damaged")
    if part.file_size > _RATIO_MATTERS_FROM and part.file_size > limits.ratio * max(part.compress_size, 1):
        raise SheetError("sheet-bomb")
    # Worksheets are read as a stream; every other part is held in memory as a whole.
    if not part.filename.startswith("xl/worksheets/") and part.file_size > limits.strings_bytes:
        raise SheetError("sheet-bomb")


def _check_declared_size(data: bytes, part: zipfile.ZipInfo) -> None:
    if part.compress_type == zipfile.ZIP_STORED:
        return
    name_and_extra = data[part.header_offset + _LOCAL_LENGTHS : part.header_offset + _LOCAL_HEADER]
    start = part.header_offset + _LOCAL_HEADER
    start += int.from_bytes(name_and_extra[:2], "little") + int.from_bytes(name_and_extra[2:], "little")
    packed = data[start : start + part.compress_size]
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    unpacked = 0
    while packed and not inflater.eof:
        try:
            unpacked += len(inflater.decompress(packed, _PIECE))
        except zlib.error as error:
            raise SheetError("sheet-damaged") from error
        if unpacked > part.file_size:
            raise SheetError("sheet-bomb")
        packed = inflater.unconsumed_tail
