"""The city's crest, to be put beside a template."""

from pathlib import Path
from typing import Final

CREST_ENDINGS: Final = frozenset({".svg", ".png", ".jpg", ".jpeg"})


def crest_beside(file: Path | None) -> dict[str, bytes]:
    """By the name that the template says; nothing for none. ValueError for what is no picture file."""
    if file is None:
        return {}
    if file.suffix.lower() not in CREST_ENDINGS or not file.is_file():
        raise ValueError(f"the crest {file} is not an SVG, PNG or JPEG file")
    return {f"crest{file.suffix.lower()}": file.read_bytes()}
