"""How wide a text is, read from the font files themselves: a picture's words are broken before it is set."""

import struct
from functools import cache, lru_cache
from itertools import chain
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final
from unicodedata import category

from feedbackbot.reports.typesetting.font_files import sans_files

_UNKNOWN: Final = 0.6
"""Of a sign that no font has, as part of the font's size: about that of the box that stands for it."""


class GlyphWidths:
    """One TrueType file. Widths are parts of the font's size; 0 for marks that stand on other signs."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._data = mmap(opened.fileno(), 0, access=ACCESS_READ)
        count = self._number("H", 4)
        tables = (struct.unpack_from(">4s4xII", self._data, 12 + 16 * one) for one in range(count))
        self._at = {name: at for name, at, _ in tables}
        self._em = self._number("H", self._at[b"head"] + 18)
        self._measured = self._number("H", self._at[b"hhea"] + 34)
        self._glyphs = self._read_map()

    def width(self, sign: str) -> float | None:
        """None where the font has no such sign."""
        glyph = self._glyphs.get(ord(sign))
        if glyph is None:
            return None
        # the last width holds for all glyphs after it
        at = self._at[b"hmtx"] + 4 * min(glyph, self._measured - 1)
        return self._number("H", at) / self._em

    def _number(self, kind: str, at: int) -> int:
        return int(struct.unpack_from(f">{kind}", self._data, at)[0])

    def _read_map(self) -> dict[int, int]:
        """From code points to glyphs; of its tables the one for all of Unicode, or else that of its first plane."""
        start = self._at[b"cmap"]
        places = [
            start + self._number("I", start + 8 + 8 * one) for one in range(self._number("H", start + 2))
        ]
        formats = {self._number("H", place): place for place in places}
        if 12 in formats:
            return self._segments_of_all(formats[12])
        return self._segments_of_the_plane(formats[4]) if 4 in formats else {}

    def _segments_of_all(self, at: int) -> dict[int, int]:
        found: dict[int, int] = {}
        for one in range(self._number("I", at + 12)):
            first, last, glyph = struct.unpack_from(">III", self._data, at + 16 + 12 * one)
            found |= {code: glyph + code - first for code in range(first, last + 1)}
        return found

    def _segments_of_the_plane(self, at: int) -> dict[int, int]:
        count = self._number("H", at + 6) // 2
        ends, starts = at + 14, at + 16 + 2 * count
        found: dict[int, int] = {}
        for one in range(count):
            last, first = self._number("H", ends + 2 * one), self._number("H", starts + 2 * one)
            delta = self._number("h", starts + 2 * count + 2 * one)
            place = starts + 4 * count + 2 * one
            offset = self._number("H", place)
            for code in range(first, min(last, 0xFFFE) + 1):
                glyph = self._number("H", place + offset + 2 * (code - first)) if offset else code
                if glyph and (glyph + delta) & 0xFFFF:
                    found[code] = (glyph + delta) & 0xFFFF
        return found


@cache
def _opened(file: Path) -> GlyphWidths:
    return GlyphWidths(file)


@lru_cache(maxsize=4096)
def _sign_width(sign: str, bold: bool) -> float:
    """Of the first font that has the sign, in the order in which they are asked for it; marks and joiners stand on other signs."""
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    for file in sans_files(bold=bold):
        width = _opened(file).width(sign)
        if width is not None:
            return width
    return _UNKNOWN


def text_width(text: str, *, bold: bool = False) -> float:
    """Of one line, as part of the font's size; without kerning, which makes it at most a little narrower."""
    return sum(map(_sign_width, text, chain([bold], [bold] * (len(text) - 1)))) if text else 0.0
