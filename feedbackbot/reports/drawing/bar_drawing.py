"""Drawing labelled bars: each label stands above its bar, since names of elements and offices are long."""

from itertools import pairwise
from typing import Final

from feedbackbot.domain.survey.index import Grade
from feedbackbot.reports.drawing.canvas import BODY, GROUND, ON_BODY, ON_GROUND, Canvas
from feedbackbot.reports.drawing.chart_frame import Frame, frame_of, grade_words_in_lines, say_grade
from feedbackbot.reports.drawing.charts import Bar, BarChart, ImageFormat, lower_limits
from feedbackbot.reports.drawing.drawing_style import (
    BAND,
    BAR,
    GOOD_BAR,
    INK,
    MARGIN,
    MARKED_BAR,
    SOFT_INK,
    TEXT_SIZE,
    WHITE,
    WIDTH,
    drawn,
    say,
    text_width,
    wrapped,
)

_LIMITS: Final = {"nrr": (1.0, 4.0), "ikm": (25.0, 100.0)}
_FROM_WORST: Final = (Grade.D, Grade.C, Grade.B, Grade.A)
_BAND_HEAD: Final = 140
_LABEL: Final = 46
_BAR: Final = 46
_GAP: Final = 20
_ROW: Final = _LABEL + _BAR + _GAP
_LEFT, _RIGHT = MARGIN, WIDTH - MARGIN
_SHORTEST_BAR: Final = 8


def draw_bars(chart: BarChart, image_format: ImageFormat) -> bytes:
    """The bar chart, as high as its bars need."""
    frame = frame_of(chart)
    height = round(frame.heading_height + _BAND_HEAD + len(chart.bars) * _ROW + 12 + frame.footer_height)
    return drawn(height, chart.alt, image_format, lambda canvas: _paint(canvas, chart, frame, height))


def _paint(canvas: Canvas, chart: BarChart, frame: Frame, height: int) -> None:
    frame.paint(canvas, height)
    _paint_bands(canvas, chart, frame.heading_height, height - frame.footer_height)
    for number, bar in enumerate(chart.bars):
        _paint_row(canvas, chart, bar, frame.heading_height + _BAND_HEAD + number * _ROW)


def _x(chart: BarChart, value: float) -> float:
    low, high = _LIMITS[chart.scale]
    return _LEFT + (min(max(value, low), high) - low) / (high - low) * (_RIGHT - _LEFT)


def _paint_bands(canvas: Canvas, chart: BarChart, top: float, bottom: float) -> None:
    starts = lower_limits(chart.scale)
    edges = [_x(chart, starts[grade]) for grade in _FROM_WORST] + [_RIGHT]
    words = grade_words_in_lines(chart.grade_words, min(b - a for a, b in pairwise(edges)) - 8)
    for grade, (left, right) in zip(_FROM_WORST, pairwise(edges), strict=True):
        canvas.box(left, top, right - left, bottom - top, BAND[grade], GROUND)
        canvas.line([(left, top), (left, bottom)], WHITE, 4, ON_GROUND)
        say_grade(canvas, (left + right) / 2, top + 10, grade, words[grade])


def _paint_row(canvas: Canvas, chart: BarChart, bar: Bar, top: float) -> None:
    colour = _colour(bar)
    note_width = text_width(bar.note, TEXT_SIZE, bold=True) + 24 if bar.note else 0
    label = wrapped(bar.label, TEXT_SIZE, _RIGHT - _LEFT - 24 - note_width, bold=bar.marked, most_lines=1)
    say(canvas, _LEFT + 10, top, "".join(label), TEXT_SIZE, bold=bar.marked)
    say(canvas, _RIGHT - 10, top, bar.note, TEXT_SIZE, bold=True, align="right", colour=colour)
    middle = top + _LABEL + _BAR / 2
    if bar.value is None:
        say(canvas, _LEFT + 12, middle, bar.value_text, TEXT_SIZE, upright="middle", colour=SOFT_INK)
        return
    end = max(_x(chart, bar.value), _LEFT + _SHORTEST_BAR)
    _paint_body(canvas, _LEFT, end, middle, colour, patterned=bar.marked)
    if bar.interval is not None:
        _paint_interval(canvas, _x(chart, bar.interval.low), _x(chart, bar.interval.high), middle)
    _paint_value(canvas, chart, bar, end, middle)


def _colour(bar: Bar) -> str:
    if not bar.marked:
        return BAR
    return GOOD_BAR if bar.good else MARKED_BAR


def _paint_body(
    canvas: Canvas, start: float, end: float, middle: float, colour: str, *, patterned: bool
) -> None:
    canvas.box(start, middle - _BAR / 2, end - start, _BAR, colour, BODY, striped=patterned)


def _paint_interval(canvas: Canvas, low: float, high: float, middle: float) -> None:
    # White under black: to be seen on the bar as well as on the band.
    for colour, width, cap in ((WHITE, 11, 19), (INK, 5.5, 16)):
        canvas.line([(low, middle), (high, middle)], colour, width, ON_BODY)
        for end in (low, high):
            canvas.line([(end, middle - cap), (end, middle + cap)], colour, width, ON_BODY)


def _paint_value(canvas: Canvas, chart: BarChart, bar: Bar, end: float, middle: float) -> None:
    """The value at the root of its bar, where no interval crosses it; right of a bar that is too short."""
    needed = text_width(bar.value_text, TEXT_SIZE, bold=True) + 24
    free = min(end, _x(chart, bar.interval.low) - 16) if bar.interval else end
    if free - _LEFT >= needed:
        if bar.marked:
            _paint_body(canvas, _LEFT, _LEFT + needed, middle, _colour(bar), patterned=False)
        say(canvas, _LEFT + 12, middle, bar.value_text, TEXT_SIZE, bold=True, upright="middle", colour=WHITE)
    else:
        right = max(end, _x(chart, bar.interval.high) + 4 if bar.interval else end)
        say(canvas, right + 12, middle, bar.value_text, TEXT_SIZE, bold=True, upright="middle")
