"""Drawing a campaign's outcome: a dot with its interval for each group, legible on a phone and without relying on colour."""

from math import ceil
from typing import Final

from feedbackbot.reports.campaigns.campaign_chart import CampaignChart, Group
from feedbackbot.reports.drawing.canvas import BODY, GROUND, ON_BODY, Canvas
from feedbackbot.reports.drawing.charts import ImageFormat
from feedbackbot.reports.drawing.drawing_style import (
    BAR,
    INK,
    MARGIN,
    MARKED_BAR,
    RULE,
    SMALL_SIZE,
    SOFT_INK,
    TEXT_SIZE,
    TITLE_SIZE,
    WHITE,
    WIDTH,
    drawn,
    line_height,
    say,
    text_width,
    wrapped,
)

_INNER: Final = WIDTH - 2 * MARGIN
_ROW: Final = 132
_LINE: Final = 72
_AXIS: Final = 96
_LEFT, _RIGHT = MARGIN + 20, WIDTH - MARGIN - 20
_STEPS: Final = (0.01, 0.02, 0.05, 0.1, 0.2)


def draw_groups(chart: CampaignChart, image_format: ImageFormat) -> bytes:
    """As high as its groups need."""
    head = _head_height(chart)
    height = round(head + len(chart.groups) * _ROW + _AXIS + MARGIN)
    return drawn(height, chart.alt, image_format, lambda canvas: _paint(canvas, chart, head))


def _head_height(chart: CampaignChart) -> float:
    title = wrapped(chart.title, TITLE_SIZE, _INNER, bold=True)
    return (
        MARGIN
        + len(title) * line_height(TITLE_SIZE)
        + len(wrapped(chart.subtitle, TEXT_SIZE, _INNER)) * line_height(TEXT_SIZE)
        + 32
    )


def _paint(canvas: Canvas, chart: CampaignChart, head: float) -> None:
    title = wrapped(chart.title, TITLE_SIZE, _INNER, bold=True)
    say(canvas, MARGIN, MARGIN, "\n".join(title), TITLE_SIZE, bold=True)
    below = MARGIN + len(title) * line_height(TITLE_SIZE) + 8
    subtitle = "\n".join(wrapped(chart.subtitle, TEXT_SIZE, _INNER))
    say(canvas, MARGIN, below, subtitle, TEXT_SIZE, colour=SOFT_INK)
    scale = _Scale(chart)
    bottom = head + len(chart.groups) * _ROW
    _paint_axis(canvas, scale, chart, head, bottom)
    for number, group in enumerate(chart.groups):
        _paint_control(canvas, scale.x(chart.groups[0].share), head + number * _ROW)
        _paint_group(canvas, scale, group, head + number * _ROW)


class _Scale:
    """Shares to pixels: from 0 to a round number over the highest end of an interval."""

    def __init__(self, chart: CampaignChart) -> None:
        highest = max(group.interval.high for group in chart.groups)
        self.step = next((step for step in _STEPS if highest / step <= 6), _STEPS[-1])
        self.top = max(self.step, min(1.0, ceil(highest / self.step) * self.step))

    def x(self, share: float) -> float:
        return _LEFT + min(max(share, 0.0), self.top) / self.top * (_RIGHT - _LEFT)

    def marks(self) -> list[float]:
        return [number * self.step for number in range(round(self.top / self.step) + 1)]


def _paint_axis(canvas: Canvas, scale: _Scale, chart: CampaignChart, top: float, bottom: float) -> None:
    for mark in scale.marks():
        x = scale.x(mark)
        canvas.line([(x, top), (x, bottom)], RULE, 3, GROUND)
        say(canvas, x, bottom + 10, f"{100 * mark:.0f}", SMALL_SIZE, colour=SOFT_INK, align="center")
    foot = "\n".join(wrapped(chart.axis_text, SMALL_SIZE, _INNER))
    say(canvas, MARGIN, bottom + 10 + line_height(SMALL_SIZE) + 6, foot, SMALL_SIZE, colour=SOFT_INK)


def _paint_control(canvas: Canvas, x: float, top: float) -> None:
    """The control group's share beside a group's interval; not through the words above it."""
    canvas.line([(x, top + _LINE - 8), (x, top + _ROW - 4)], INK, 4, GROUND, dashed=True)


def _paint_group(canvas: Canvas, scale: _Scale, group: Group, top: float) -> None:
    """Name and verdict above, the interval below: a filled dot where an effect is proven, an open one where not."""
    colour = MARKED_BAR if group.proven else BAR
    right = f"{group.value_text} · {group.note}" if group.note else group.value_text
    room = _INNER - text_width(right, TEXT_SIZE) - 24
    label = "".join(wrapped(group.label, TEXT_SIZE, room, bold=True, most_lines=1))
    say(canvas, MARGIN, top + 8, label, TEXT_SIZE, bold=True)
    say(canvas, WIDTH - MARGIN, top + 8, right, TEXT_SIZE, align="right", colour=INK)
    middle = top + _LINE + 18
    ends = (scale.x(group.interval.low), scale.x(group.interval.high))
    canvas.line([(end, middle) for end in ends], colour, 10, BODY)
    for end in ends:
        canvas.line([(end, middle - 15), (end, middle + 15)], colour, 7, BODY)
    inside = colour if group.proven or not group.note else WHITE
    canvas.mark(scale.x(group.share), middle, "circle", 30, inside, ON_BODY, edge=colour)
