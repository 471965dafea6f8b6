"""A small table as a picture, for chats that have no tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from feedbackbot.reports.drawing.canvas import GROUND, Canvas
from feedbackbot.reports.drawing.drawing_style import (
    MARGIN,
    SMALL_SIZE,
    SOFT_INK,
    STRIPE,
    TITLE_SIZE,
    WIDTH,
    drawn,
    say,
    wrapped,
)

MOST_ROWS = 24
_ROW = 52


@dataclass(frozen=True, slots=True)
class TablePicture:
    """`rows` of as many cells as `columns`; the first column is text, the others are figures. `alt` says the same in words."""

    title: str
    subtitle: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    alt: str


def draw_table(table: TablePicture) -> bytes:
    """PNG, 1080 pixels wide. Raises ValueError for more rows than can be read on a phone."""
    if len(table.rows) > MOST_ROWS:
        raise ValueError(f"a picture holds {MOST_ROWS} rows")
    first = 0.38 * (WIDTH - 2 * MARGIN)
    step = (WIDTH - 2 * MARGIN - first) / max(len(table.columns) - 1, 1)
    top = 150

    def one_line(cell: str, size: int, room: float) -> str:
        return (wrapped(cell, size, room, most_lines=1) or [""])[0]

    def paint(canvas: Canvas) -> None:
        say(canvas, MARGIN, 32, table.title, TITLE_SIZE, bold=True)
        say(canvas, MARGIN, 92, table.subtitle, SMALL_SIZE, colour=SOFT_INK)
        for number, cells in enumerate((table.columns, *table.rows)):
            middle = top + number * _ROW + _ROW / 2
            if number % 2 == 1:
                canvas.box(0, middle - _ROW / 2, WIDTH, _ROW, STRIPE, GROUND)
            size, bold = SMALL_SIZE - 5, number == 0
            name, *values = cells
            text = one_line(name, size, first - 12)
            say(canvas, MARGIN, middle, text, size, bold=bold, upright="middle")
            for place, value in enumerate(values, 1):
                right, text = MARGIN + first + place * step, one_line(value, size, step - 14)
                say(canvas, right, middle, text, size, bold=bold, align="right", upright="middle")

    return drawn(top + (len(table.rows) + 1) * _ROW + MARGIN, table.alt, "png", paint)
