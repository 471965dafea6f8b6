"""Pictures as people send them, made without a library."""

import struct
import zlib


def png(width: int = 60, height: int = 40, colour: tuple[int, int, int] = (0, 128, 128)) -> bytes:
    """A picture of one colour (red, green and blue from 0 to 255); sizes in pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    line = b"\0" + bytes(colour) * width
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(line * height)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name, content) for name, content in parts)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
