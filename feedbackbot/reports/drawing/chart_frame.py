"""What all charts share: heading, footer, and the names of the grade bands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from feedbackbot.domain.survey.index import Grade
from feedbackbot.reports.drawing.canvas import Canvas
from feedbackbot.reports.drawing.charts import BarChart, TrendChart
from feedbackbot.reports.drawing.drawing_style import (
    MARGIN,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
    line_height,
    say,
    wrapped,
)

_INNER: Final = WIDTH - 2 * MARGIN
_BELOW_TITLE: Final = 8


@dataclass(frozen=True, slots=True)
class Frame:
    """Heading and footer, broken into lines; heights in pixels."""

    title: list[str]
    subtitle: list[str]
    footer: list[str]

    @property
    def heading_height(self) -> float:
        lines = len(self.title) * line_height(TITLE_SIZE) + len(self.subtitle) * line_height(TEXT_SIZE)
        return MARGIN + lines + _BELOW_TITLE + 24

    @property
    def footer_height(self) -> float:
        return 14 + len(self.footer) * line_height(SMALL_SIZE) + MARGIN

    def paint(self, canvas: Canvas, height: float) -> None:
        """The heading from the top of the canvas, the footer at its bottom."""
        below = MARGIN + len(self.title) * line_height(TITLE_SIZE) + _BELOW_TITLE
        say(canvas, MARGIN, MARGIN, "\n".join(self.title), TITLE_SIZE, bold=True)
        say(canvas, MARGIN, below, "\n".join(self.subtitle), TEXT_SIZE, colour=SOFT_INK)
        foot = height - self.footer_height + 14
        say(canvas, MARGIN, foot, "\n".join(self.footer), SMALL_SIZE, colour=SOFT_INK)


def frame_of(chart: BarChart | TrendChart) -> Frame:
    """The chart's words, broken to the width; the meaning of the axis stands first in the footer."""
    footer = [line for text in (chart.axis_text, chart.footer) for line in wrapped(text, SMALL_SIZE, _INNER)]
    return Frame(
        wrapped(chart.title, TITLE_SIZE, _INNER, bold=True),
        wrapped(chart.subtitle, TEXT_SIZE, _INNER),
        footer,
    )


def say_grade(canvas: Canvas, middle: float, top: float, grade: Grade, word: str) -> None:
    """A grade's letter and, under it, its word."""
    say(canvas, middle, top, grade.value, TEXT_SIZE, bold=True, align="center")
    say(canvas, middle, top + line_height(TEXT_SIZE), word, SMALL_SIZE, colour=SOFT_INK, align="center")


def grade_words_in_lines(words: Mapping[str, str], width: float) -> dict[Grade, str]:
    """The word of each grade, broken to a narrow column: "Sangat" over "Baik"."""
    return {grade: "\n".join(wrapped(words[grade.value], SMALL_SIZE, width)) for grade in Grade}
