"""A small table as a picture, for chats that have no tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    from feedbackbot.reports.drawing.drawing_style import (
        MARGIN,
        SMALL_SIZE,
        SOFT_INK,
        TITLE_SIZE,
        WIDTH,
        drawn,
        say,
        wrapped,
    )

    if len(table.rows) > MOST_ROWS:
        raise ValueError(f"a picture holds {MOST_ROWS} rows")
    first = 0.38 * (WIDTH - 2 * MARGIN)
    step = (WIDTH - 2 * MARGIN - first) / max(len(table.columns) - 1, 1)
    top = 150

    def paint(canvas: Any) -> None:
        say(canvas, MARGIN, 32, table.title, TITLE_SIZE, bold=True)
        say(canvas, MARGIN, 92, table.subtitle, SMALL_SIZE, colour=SOFT_INK)
        for number, cells in enumerate((table.columns, *table.rows)):
            middle = top + number * _ROW + _ROW / 2
            if number % 2 == 1:
                canvas.axhspan(middle - _ROW / 2, middle + _ROW / 2, color="#eef1f4", zorder=0)
            for place, cell in enumerate(cells):
                room = first - 12 if place == 0 else step - 14
                text = (wrapped(cell, SMALL_SIZE - 5, room, most_lines=1) or [""])[0]
                x = MARGIN if place == 0 else MARGIN + first + place * step
                say(
                    canvas,
                    x,
                    middle,
                    text,
                    SMALL_SIZE - 5,
                    bold=number == 0,
                    align="left" if place == 0 else "right",
                    upright="middle",
                )

    return drawn(top + (len(table.rows) + 1) * _ROW + MARGIN, table.alt, "png", paint)
