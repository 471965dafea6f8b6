"""Which fonts pages and charts are set in, in the order in which they are asked for a sign. ../fonts/README.md says where they are from."""

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

OWN_FONTS: Final = Path(str(files("feedbackbot.reports") / "fonts"))

# Arabic before DejaVu, which has most of it but not the letters of Jawi: a word in two fonts falls apart.
_INDONESIAN: Final = (
    *("Noto Sans Javanese", "Noto Serif Balinese", "Noto Sans Sundanese"),
    *("Noto Sans Batak", "Noto Sans Buginese", "Noto Sans Rejang"),
)
FALLBACK: Final = ("Noto Naskh Arabic", *_INDONESIAN, "Noto Sans Thai", "Noto Emoji")
LAST: Final = ("WenQuanYi Micro Hei", "Last Resort High-Efficiency")
SERIF: Final = ("Libertinus Serif", *FALLBACK, "DejaVu Sans", *LAST)
"""For pages: Typst's own, then whatever has the sign."""
SANS: Final = ("DejaVu Sans", *FALLBACK, *LAST)
"""For charts."""


def font_folders() -> list[Path]:
    """Our own, and matplotlib's, found without loading it."""
    found = find_spec("matplotlib")
    beside = [Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"] if found and found.origin else []
    return [OWN_FONTS, *beside]
