"""Shapes and words become a PNG, by Typst, in the fonts of charts; heavy at the first time (0.1 s), so in the render process."""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from feedbackbot.reports.typesetting.font_files import SANS, fonts

_HEADER: Final = 33  # the PNG's own mark and its first chunk
_INCH: Final = 72


def png_of(shapes: bytes, words: Sequence[Mapping[str, Any]], width: int, height: int, told: str) -> bytes:
    """So many pixels. `shapes` is an SVG, `words` are lines with `x`, `y` (the baseline), `text`, `size`, `colour`, `bold` and `align`;
    `told` is kept in the file as its description."""
    import typst

    with TemporaryDirectory(prefix="picture-") as folder:
        place = Path(folder)
        (place / "shapes.svg").write_bytes(shapes)
        said = {"width": width, "height": height, "lines": words, "fonts": SANS}
        (place / "words.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")
        (place / "picture.typ").write_bytes((files(__package__) / "picture.typ").read_bytes())
        made = typst.compile(
            place / "picture.typ",
            root=place,
            font_paths=fonts(),
            format="png",
            ppi=_INCH,
        )
    png = made[0] if isinstance(made, list) else made
    return png[:_HEADER] + _described(told) + png[_HEADER:]


def _described(told: str) -> bytes:
    """A chunk of text in UTF-8, neither packed nor of a named language."""
    body = b"iTXtDescription\0\0\0\0\0" + told.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
