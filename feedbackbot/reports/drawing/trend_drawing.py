"""Drawing the index over time: points with intervals on the grade bands."""

from collections.abc import Sequence
from typing import Final

from feedbackbot.domain.survey.index import Grade
from feedbackbot.reports.drawing.canvas import BODY, GROUND, ON_BODY, ON_GROUND, Canvas
from feedbackbot.reports.drawing.chart_frame import Frame, frame_of, grade_words_in_lines, say_grade
from feedbackbot.reports.drawing.charts import ImageFormat, Point, TrendChart, lower_limits
from feedbackbot.reports.drawing.drawing_style import (
    BAND,
    BAR,
    INK,
    MARGIN,
    MARKED_BAR,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
    WHITE,
    WIDTH,
    drawn,
    line_height,
    say,
    text_width,
)

_PLOT_HEIGHT: Final = 760
_LABELS: Final = 60
_BAND_COLUMN: Final = 150
_LEFT, _RIGHT = MARGIN, WIDTH - MARGIN
_FIRST, _LAST = _LEFT + 80, _RIGHT - _BAND_COLUMN - 80
_LEAST_SPAN: Final = 24.0
_MOST_VALUES: Final = 6
_LOWEST, _HIGHEST = 25.0, 100.0
_BESIDE_POINT: Final = 20


def draw_trend(chart: TrendChart, image_format: ImageFormat) -> bytes:
    """The trend on a cut-out of the scale that holds all values and intervals, at least 24 points high."""
    frame = frame_of(chart)
    height = round(frame.heading_height + _PLOT_HEIGHT + _LABELS + frame.footer_height)
    return drawn(
        height, chart.alt, image_format, lambda canvas: _Painter(canvas, chart, frame, height).paint()
    )


class _Painter:
    def __init__(self, canvas: Canvas, chart: TrendChart, frame: Frame, height: int) -> None:
        self.canvas, self.chart, self.frame, self.height = canvas, chart, frame, height
        self.bottom = frame.heading_height + _PLOT_HEIGHT
        self.low, self.high = _range_of(chart.points)

    def paint(self) -> None:
        self.frame.paint(self.canvas, self.height)
        self._paint_bands()
        places = [
            (self._x(number), self._y(point.value)) if point.value is not None else None
            for number, point in enumerate(self.chart.points)
        ]
        self.canvas.line(places, BAR, 7, BODY)
        for place in filter(None, places):
            self.canvas.mark(*place, "circle", 21, BAR, BODY)
        named = _named(self.chart.points)
        for number, point in enumerate(self.chart.points):
            self._paint_point(number, point, with_value=number in named)
        self._paint_periods()

    def _y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * _PLOT_HEIGHT

    def _x(self, number: int) -> float:
        last = len(self.chart.points) - 1
        return (_FIRST + _LAST) / 2 if last == 0 else _FIRST + number / last * (_LAST - _FIRST)

    def _paint_bands(self) -> None:
        words = grade_words_in_lines(self.chart.grade_words, _BAND_COLUMN - 12)
        # The outer bands fill the head-room beyond the ends of the scale too.
        starts, end = lower_limits("ikm") | {Grade.D: self.low}, self.high
        for grade in Grade:
            start = max(starts[grade], self.low)
            if start < end:
                self._paint_band(grade, words[grade], self._y(end), self._y(start))
            end = min(end, starts[grade])

    def _paint_band(self, grade: Grade, word: str, top: float, bottom: float) -> None:
        self.canvas.box(_LEFT, top, _RIGHT - _LEFT, bottom - top, BAND[grade], GROUND)
        self.canvas.line([(_LEFT, bottom), (_RIGHT, bottom)], WHITE, 4, ON_GROUND)
        letter, below = line_height(TEXT_SIZE), line_height(SMALL_SIZE) * (word.count("\n") + 1)
        shown = word if bottom - top >= letter + below else ""
        needed = letter + (below if shown else 0)
        if bottom - top >= needed:
            say_grade(self.canvas, _RIGHT - _BAND_COLUMN / 2, (top + bottom - needed) / 2, grade, shown)

    def _paint_point(self, number: int, point: Point, *, with_value: bool) -> None:
        if point.value is None:
            return
        x, y = self._x(number), self._y(point.value)
        top, foot = y - _BESIDE_POINT, y + _BESIDE_POINT
        if point.interval is not None:
            high, low = self._y(point.interval.high), self._y(point.interval.low)
            self._paint_interval(x, high, low)
            top, foot = min(top, high - 10), max(foot, low + 10)
        if with_value:
            under = point.interval is None and not point.note and self._is_dip(number, point.value)
            place = foot if under else top - line_height(TEXT_SIZE)
            say(self.canvas, x, place, point.value_text, TEXT_SIZE, bold=True, align="center")
        if point.note:
            self.canvas.mark(x, y, "diamond", 30, MARKED_BAR, ON_BODY)
            say(self.canvas, x, foot, point.note, SMALL_SIZE, bold=True, colour=MARKED_BAR, align="center")

    def _paint_interval(self, x: float, high: float, low: float) -> None:
        self.canvas.line([(x, high), (x, low)], INK, 4, ON_BODY)
        for end in (high, low):
            self.canvas.line([(x - 14, end), (x + 14, end)], INK, 4, ON_BODY)

    def _is_dip(self, number: int, value: float) -> bool:
        """Whether the line leaves the point upwards on both sides, so that there is room under it."""
        around = self.chart.points[max(number - 1, 0) : number + 2]
        higher = [point.value > value for point in around if point.value is not None and point.value != value]
        return bool(higher) and all(higher)

    def _paint_periods(self) -> None:
        """As many of the periods' names as stand side by side, the last always among them."""
        widest = max(text_width(point.label, SMALL_SIZE) for point in self.chart.points) + 20
        last = len(self.chart.points) - 1
        step = 1
        while last and step * (_LAST - _FIRST) / last < widest:
            step += 1
        for number in range(last, -1, -step):
            label = self.chart.points[number].label
            say(
                self.canvas,
                self._x(number),
                self.bottom + 14,
                label,
                SMALL_SIZE,
                colour=SOFT_INK,
                align="center",
            )


def _range_of(points: Sequence[Point]) -> tuple[float, float]:
    lows = [p.interval.low if p.interval else p.value for p in points if p.value is not None]
    highs = [p.interval.high if p.interval else p.value for p in points if p.value is not None]
    low, high = min(lows) - 6, max(highs) + 6
    short = max(_LEAST_SPAN - (high - low), 0) / 2
    low, high = low - short, high + short
    # Head-room beyond the ends, so that a value's text does not leave the plot.
    return max(low, _LOWEST - 6), min(high, _HIGHEST + 6)


def _named(points: Sequence[Point]) -> set[int]:
    """The points whose value is written: all when few, else the first, last, lowest and highest."""
    known = {number: point.value for number, point in enumerate(points) if point.value is not None}
    if len(known) <= _MOST_VALUES:
        return set(known)
    lowest, highest = min(known, key=lambda n: known[n]), max(known, key=lambda n: known[n])
    return {min(known), max(known), lowest, highest}
