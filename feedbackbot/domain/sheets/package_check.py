"""Look at a workbook's package before anything is unpacked: a renamed archive or a bomb goes no further."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from feedbackbot.domain.sheets.problem import SheetError

# A part's local header: 30 bytes, the last four of which tell how long the name and the extra field behind it are.
_LOCAL_HEADER, _LOCAL_LENGTHS = 30, 26
_PIECE = 1_000_000  # bytes unpacked at a time
_RATIO_MATTERS_FROM = 1_000_000  # bytes; tiny parts may compress to almost nothing


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes in bytes; 20 MB is also the most a bot can fetch from Telegram.

    `cells`: of the rectangle that a sheet's used corners span, which calamine lays out in memory as a whole.
    """

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 256_000_000
    strings_bytes: int = 100_000_000
    ratio: int = 100
    parts: int = 2_000
    rows: int = 100_000
    columns: int = 256
    cells: int = 8_000_000


def plain_name(name: str) -> str:
    """A part's name as Excel compares it: some programs write backslashes or another case."""
    return name.replace("\\", "/").lstrip("/").lower()


def part_names(data: bytes) -> frozenset[str]:
    """The package's parts by plain name. Raises `SheetError("sheet-damaged")`."""
    return frozenset(plain_name(part.filename) for part in _parts(data))


def check_package(data: bytes, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """The parts by plain name. Raises `SheetError` if the package is broken, locked, or would unpack beyond the limits."""
    parts = _parts(data)
    if len(parts) > limits.parts:
        raise SheetError("sheet-bomb")
    for part in parts:
        _check_part(part, limits)
    if sum(part.file_size for part in parts) > limits.unpacked_bytes:
        raise SheetError("sheet-bomb")
    return {plain_name(part.filename): part for part in parts}


def unpacked(data: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part's bytes, piece by piece, no more of them than it declares.

    `zipfile` cuts a part at its declared size, but only after having unpacked up to 1 GB of it in one call. Raises
    `SheetError`.
    """
    name_and_extra = data[part.header_offset + _LOCAL_LENGTHS : part.header_offset + _LOCAL_HEADER]
    start = part.header_offset + _LOCAL_HEADER
    start += int.from_bytes(name_and_extra[:2], "little") + int.from_bytes(name_and_extra[2:], "little")
    packed = data[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    length = 0
    while packed and not inflater.eof:
        try:
            piece = inflater.decompress(packed, _PIECE)
        except zlib.error as error:
            raise SheetError("sheet-damaged") from error
        length += len(piece)
        if length > part.file_size:
            raise SheetError("sheet-bomb")
        yield piece
        packed = inflater.unconsumed_tail


def _parts(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise SheetError("sheet-damaged") from error


def _check_part(part: zipfile.ZipInfo, limits: Limits) -> None:
    if part.flag_bits & 0x1:
        raise SheetError("sheet-locked")
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SheetError("sheet-damaged")
    if part.file_size > _RATIO_MATTERS_FROM and part.file_size > limits.ratio * max(part.compress_size, 1):
        raise SheetError("sheet-bomb")
    # Worksheets are read as a stream; every other part is held in memory as a whole.
    streamed = plain_name(part.filename).startswith("xl/worksheets/") or part.filename == "content.xml"
    if not streamed and part.file_size > limits.strings_bytes:
        raise SheetError("sheet-bomb")
