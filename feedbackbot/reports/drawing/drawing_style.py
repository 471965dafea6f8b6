"""Look of all charts: legible on a phone, where 1080 pixels are shown 360 wide, and without relying on colour.

Drawn with matplotlib's objects on Agg, never with pyplot, whose figures and state are global.
"""

import logging
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Any, Final, Literal
from xml.sax.saxutils import quoteattr

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager

from feedbackbot.data import identity
from feedbackbot.domain.survey.index import Grade
from feedbackbot.reports.drawing.charts import ImageFormat
from feedbackbot.reports.typesetting.font_files import OWN_FONTS, SANS
from feedbackbot.reports.typesetting.printable import printable

# Text stays text in SVG (it can be read aloud and searched); a fixed salt gives equal files for equal charts.
matplotlib.rcParams["svg.fonttype"] = "none"
matplotlib.rcParams["svg.hashsalt"] = "feedbackbot"
# That a fallback has no bold face is known and no news.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
for _file in OWN_FONTS.glob("*.ttf"):
    fontManager.addfont(_file)
_FAMILIES: Final = [family for family in SANS if family in fontManager.get_font_names()]

WIDTH: Final = 1080
DPI: Final = 100
MARGIN: Final = 40

TITLE_SIZE: Final = 31
TEXT_SIZE: Final = 25
SMALL_SIZE: Final = 22

_COLOURS: Final = identity()["light"]
INK: Final = _COLOURS["ink"]
SOFT_INK: Final = _COLOURS["soft"]
# Near the blue, vermilion and bluish green of Okabe and Ito, dark enough for white text on them.
BAR: Final = _COLOURS["link"]
MARKED_BAR: Final = _COLOURS["focus"]
GOOD_BAR: Final = _COLOURS["accent"]
STRIPE: Final = _COLOURS["band"]
RULE: Final = _COLOURS["thin"]
BAND: Final = {grade: _COLOURS[f"grade-{grade.value.lower()}"] for grade in Grade}

# What lies over what: bands, lines on them, bars and curves, intervals, words.
GROUND: Final = 0
ON_GROUND: Final = 1
BODY: Final = 2
ON_BODY: Final = 3
ABOVE: Final = 4

# More never fits into a line, and takes seconds to be measured.
_LONGEST_LINE: Final = 250
# Of DejaVu Sans, as parts of its size.
_ASCENT: Final = 0.93
_CAPITALS: Final = 0.73


def drawn(height: int, alt: str, image_format: ImageFormat, paint: Callable[[Any], None]) -> bytes:
    """A white picture of 1080 x `height` pixels, encoded. `paint` gets axes over the whole of it, whose units
    are pixels from the top left."""
    alt = printable(alt)
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor="white")
    FigureCanvasAgg(figure)
    canvas = figure.add_axes((0, 0, 1, 1))
    canvas.set_xlim(0, WIDTH)
    canvas.set_ylim(height, 0)
    canvas.axis("off")
    paint(canvas)
    buffer = BytesIO()
    if image_format == "png":
        figure.savefig(buffer, format="png", metadata={"Description": alt, "Software": None})
        return buffer.getvalue()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None, "Title": alt})
    return buffer.getvalue().replace(b"<svg ", f'<svg role="img" aria-label={quoteattr(alt)} '.encode(), 1)


def font(size: float, *, bold: bool = False) -> FontProperties:
    """DejaVu Sans, which comes with matplotlib, and our own fonts behind it, so that a chart looks the same on every machine."""
    return FontProperties(family=_FAMILIES, size=size, weight="bold" if bold else "normal")


def say(
    canvas: Any,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    align: Literal["left", "center", "right"] = "left",
    upright: Literal["top", "middle"] = "top",
) -> None:
    """Lines of text, the first with its top (or the middle of its capitals) at `y`.

    Every line is set on its baseline, so that neighbours stand level whatever letters they have, and taken
    literally: a `$` in a unit's name is no formula.
    """
    baseline = y + pixels(size) * (_ASCENT if upright == "top" else _CAPITALS / 2)
    for number, line in enumerate(text.split("\n")):
        canvas.text(
            x,
            baseline + number * line_height(size),
            printable(line),
            fontproperties=font(size, bold=bold),
            color=colour,
            ha=align,
            va="baseline",
            parse_math=False,
            zorder=ABOVE,
        )


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in pixels."""
    canvas: Any = FigureCanvasAgg(Figure(dpi=DPI))
    width, _, _ = canvas.get_renderer().get_text_width_height_descent(
        printable(text), font(size, bold=bold), ismath=False
    )
    return float(width)


def pixels(size: float) -> float:
    """A font size in pixels."""
    return size * DPI / 72


def line_height(size: float) -> float:
    """Pixels from one line of text to the next."""
    return pixels(size) * 1.22


def wrapped(text: str, size: float, width: float, *, bold: bool = False, most_lines: int = 3) -> list[str]:
    """The text in lines not wider than `width` pixels; what does not fit into the last ends with an ellipsis."""
    lines: list[str] = []
    for word in text[: most_lines * _LONGEST_LINE].split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold=bold) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    if len(lines) > most_lines:
        lines = [*lines[: most_lines - 1], " ".join(lines[most_lines - 1 :])]
    return [_shortened(line, size, width, bold=bold) for line in lines]


def _shortened(line: str, size: float, width: float, *, bold: bool) -> str:
    if len(line) <= _LONGEST_LINE and text_width(line, size, bold=bold) <= width:
        return line
    line = line[:_LONGEST_LINE]
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(line[:middle].rstrip() + "…", size, bold=bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return line[:low].rstrip() + "…"
