"""Drawing a topic's result: each voter a mark near those who vote alike, groups by shape as well as by colour; then what all agree on."""

from typing import Final

from feedbackbot.data import identity
from feedbackbot.domain.forum.result import GROUP_INKS
from feedbackbot.domain.forum.spread import spread
from feedbackbot.reports.drawing.canvas import BODY, GROUND, ON_BODY, Canvas, Shape
from feedbackbot.reports.drawing.drawing_style import (
    GOOD_BAR,
    INK,
    MARGIN,
    RULE,
    SMALL_SIZE,
    SOFT_INK,
    STRIPE,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
    drawn,
    line_height,
    say,
    wrapped,
)
from feedbackbot.reports.forum.result_picture import AgreedLine, ResultPicture

_INNER: Final = WIDTH - 2 * MARGIN
_MAP: Final = 560
_PAD: Final = 60
_ABREAST: Final = 15.0
_LEGEND: Final = 54
_COLUMNS: Final = 2
_BAR: Final = 26
_GAP: Final = 26
_COLOURS: Final = tuple(identity()["light"][ink] for ink in GROUP_INKS)
_SHAPES: Final[tuple[Shape, ...]] = ("circle", "square", "triangle", "diamond", "nib")
_LINES: Final = 4


def draw_opinions(picture: ResultPicture) -> bytes:
    """As high as its words need."""
    top = (
        MARGIN + _lines_high(picture.title, TITLE_SIZE, bold=True) + _lines_high(picture.subtitle, TEXT_SIZE)
    )
    below = top + 24 + _MAP + 24 + -(-len(picture.groups) // _COLUMNS) * _LEGEND
    listed = line_height(TEXT_SIZE) + 16 + sum(map(_line_high, picture.agreed)) if picture.agreed else 0
    return drawn(
        round(below + listed + MARGIN),
        picture.alt,
        "png",
        lambda canvas: _paint(canvas, picture, top + 24, below),
    )


def _lines_high(text: str, size: float, *, bold: bool = False) -> float:
    return len(wrapped(text, size, _INNER, bold=bold)) * line_height(size) + 8


def _line_high(one: AgreedLine) -> float:
    lines = wrapped(one.words, TEXT_SIZE, _INNER, most_lines=_LINES)
    return len(lines) * line_height(TEXT_SIZE) + _BAR + line_height(SMALL_SIZE) + _GAP


def _paint(canvas: Canvas, picture: ResultPicture, top: float, below: float) -> None:
    title = wrapped(picture.title, TITLE_SIZE, _INNER, bold=True)
    say(canvas, MARGIN, MARGIN, "\n".join(title), TITLE_SIZE, bold=True)
    subtitle = "\n".join(wrapped(picture.subtitle, TEXT_SIZE, _INNER))
    after = MARGIN + len(title) * line_height(TITLE_SIZE) + 8
    say(canvas, MARGIN, after, subtitle, TEXT_SIZE, colour=SOFT_INK)
    canvas.box(MARGIN, top, _INNER, _MAP, STRIPE, GROUND)
    _paint_voters(canvas, picture, top)
    for place, name in enumerate(picture.groups):
        x = MARGIN + 20 + place % _COLUMNS * (_INNER / _COLUMNS)
        y = top + _MAP + 36 + place // _COLUMNS * _LEGEND
        _mark(canvas, x, y, place, 18)
        say(canvas, x + 24, y, name, TEXT_SIZE, upright="middle")
    if picture.agreed:
        say(canvas, MARGIN, below, picture.agreed_head, TEXT_SIZE, bold=True)
    y = below + line_height(TEXT_SIZE) + 16
    for one in picture.agreed:
        _paint_agreed(canvas, one, y)
        y += _line_high(one)


def _paint_voters(canvas: Canvas, picture: ResultPicture, top: float) -> None:
    """Both axes by one measure, or distances would lie."""
    if not picture.points:
        return
    xs, ys = [x for x, _, _ in picture.points], [y for _, y, _ in picture.points]
    across, along = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    scale = min((_INNER - 2 * _PAD) / across, (_MAP - 2 * _PAD) / along)
    middle, height = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    placed = spread(
        (
            (WIDTH / 2 + (x - middle) * scale, top + _MAP / 2 - (y - height) * scale, group)
            for x, y, group in picture.points
        ),
        _ABREAST,
    )
    for place in range(max(len(picture.groups), 1)):
        for x, y, group in placed:
            if not picture.groups or group == place:
                _mark(canvas, x, y, place, 14.5, opacity=0.6)


def _mark(canvas: Canvas, x: float, y: float, place: int, across: float, *, opacity: float = 1) -> None:
    kind = place % len(_COLOURS)
    canvas.mark(x, y, _SHAPES[kind], across, _COLOURS[kind], BODY, opacity=opacity)


def _paint_agreed(canvas: Canvas, one: AgreedLine, y: float) -> None:
    lines = wrapped(one.words, TEXT_SIZE, _INNER, most_lines=_LINES)
    say(canvas, MARGIN, y, "\n".join(lines), TEXT_SIZE)
    y += len(lines) * line_height(TEXT_SIZE) + 4
    canvas.box(MARGIN, y, _INNER, _BAR, RULE, GROUND)
    canvas.box(MARGIN, y, _INNER * one.share, _BAR, GOOD_BAR, BODY)
    low, high = MARGIN + _INNER * one.low, MARGIN + _INNER * one.high
    canvas.line([(low, y + _BAR / 2), (high, y + _BAR / 2)], INK, 4, ON_BODY)
    say(canvas, MARGIN, y + _BAR + 4, one.told, SMALL_SIZE, colour=SOFT_INK)
