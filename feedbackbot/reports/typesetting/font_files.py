"""Which fonts pages and charts are set in, in the order in which they are asked for a sign. ../fonts/README.md says where they are from."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

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


# each file that charts are measured by, in the order of `SANS`; only DejaVu has a bold face
_DEJAVU: Final = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
_BEHIND: Final = (
    "NotoNaskhArabic-Regular.ttf",
    *("NotoSansJavanese-Regular.ttf", "NotoSerifBalinese-Regular.ttf", "NotoSansSundanese-Regular.ttf"),
    *("NotoSansBatak-Regular.ttf", "NotoSansBuginese-Regular.ttf", "NotoSansRejang-Regular.ttf"),
    *("NotoSansThai-Regular.ttf", "NotoEmoji-Regular.ttf", "WenQuanYiMicroHei.ttf"),
)


def sans_files(*, bold: bool = False) -> list[Path]:
    """The fonts of charts, the first to be asked for a sign first."""
    return [OWN_FONTS / name for name in (_DEJAVU[bold], *_BEHIND)]


def font_folders() -> list[Path]:
    """Beside Typst's own."""
    return [OWN_FONTS]


@cache
def fonts() -> Any:
    """All that Typst may set in. Looked through once for each process: that takes as long as setting a page does."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=font_folders())
