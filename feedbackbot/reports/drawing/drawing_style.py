"""Look of all charts: legible on a phone, where 1080 pixels are shown 360 wide, and without relying on colour."""

from collections.abc import Callable
from typing import Final, Literal

from feedbackbot.data import identity
from feedbackbot.domain.survey.index import Grade
from feedbackbot.reports.drawing.canvas import Align, Canvas
from feedbackbot.reports.drawing.charts import ImageFormat
from feedbackbot.reports.typesetting import glyph_widths
from feedbackbot.reports.typesetting.printable import printable

WIDTH: Final = 1080
DPI: Final = 100
MARGIN: Final = 40

TITLE_SIZE: Final = 31
TEXT_SIZE: Final = 25
SMALL_SIZE: Final = 22

_COLOURS: Final = identity()["light"]
INK: Final = _COLOURS["ink"]
WHITE: Final = "#ffffff"
SOFT_INK: Final = _COLOURS["soft"]
# Near the blue, vermilion and bluish green of Okabe and Ito, dark enough for white text on them.
BAR: Final = _COLOURS["link"]
MARKED_BAR: Final = _COLOURS["focus"]
GOOD_BAR: Final = _COLOURS["accent"]
STRIPE: Final = _COLOURS["band"]
RULE: Final = _COLOURS["thin"]
BAND: Final = {grade: _COLOURS[f"grade-{grade.value.lower()}"] for grade in Grade}

# More never fits into a line.
_LONGEST_LINE: Final = 250
# Of DejaVu Sans, as parts of its size.
_ASCENT: Final = 0.93
_CAPITALS: Final = 0.73


def drawn(height: int, alt: str, image_format: ImageFormat, paint: Callable[[Canvas], None]) -> bytes:
    """A white picture of 1080 x `height` pixels, encoded."""
    canvas = Canvas(WIDTH, height)
    paint(canvas)
    return canvas.png(printable(alt)) if image_format == "png" else canvas.svg(printable(alt))


def say(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    align: Align = "left",
    upright: Literal["top", "middle"] = "top",
) -> None:
    """Lines of text, the first with its top (or the middle of its capitals) at `y`.

    Every line is set on its baseline, so that neighbours stand level whatever letters they have.
    """
    baseline = y + pixels(size) * (_ASCENT if upright == "top" else _CAPITALS / 2)
    for number, line in enumerate(text.split("\n")):
        at = baseline + number * line_height(size)
        canvas.text(x, at, printable(line), pixels(size), colour, bold=bold, align=align)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line in pixels."""
    return glyph_widths.text_width(printable(text), bold=bold) * pixels(size)


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
