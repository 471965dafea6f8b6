"""The picture of a result: each voter a mark, near those who vote alike; groups differ by shape as well as by colour."""

from collections.abc import Sequence
from html import escape
from typing import Final

from feedbackbot.data import identity
from feedbackbot.domain.forum.result import GROUP_INKS
from feedbackbot.domain.forum.spread import spread

_WIDE, _HIGH, _EDGE = 720, 420, 40
_COLOURS: Final = tuple(identity()["light"][ink] for ink in GROUP_INKS)
_MARK: Final = 7
_ABREAST: Final = 11.0

Points = Sequence[tuple[float, float, int]]


def opinion_map(points: Points, names: Sequence[str], title: str) -> str:
    """SVG; `names` of the groups in their order, one name or none where there are no groups."""
    ink = identity()["light"]["ink"]
    marks = "".join(_mark(x, y, group if names else 0) for x, y, group in _placed(points))
    legend = "".join(_legend(place, name, ink) for place, name in enumerate(names))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{escape(title)}">'
        f'<title>{escape(title)}</title><rect width="{_WIDE}" height="{_HIGH}" fill="#fff"/>'
        f'<g fill-opacity="0.6">{marks}</g>'
        f'<g font-family="Verdana,DejaVu Sans,sans-serif" font-size="22">{legend}</g></svg>'
    )


def _placed(points: Points) -> list[tuple[float, float, int]]:
    """On the canvas; both axes by one measure, or distances would lie."""
    if not points:
        return []
    left, right = min(x for x, _, _ in points), max(x for x, _, _ in points)
    low, high = min(y for _, y, _ in points), max(y for _, y, _ in points)
    across, along = right - left or 1.0, high - low or 1.0
    scale = min((_WIDE - 2 * _EDGE) / across, (_HIGH - 2 * _EDGE - 30) / along)
    middle, height = (left + right) / 2, (low + high) / 2
    return spread(
        (
            (_WIDE / 2 + (x - middle) * scale, (_HIGH - 30) / 2 - (y - height) * scale, group)
            for x, y, group in points
        ),
        _ABREAST,
    )


def _mark(x: float, y: float, group: int) -> str:
    colour, a = _COLOURS[group % len(_COLOURS)], _MARK
    match group % len(_COLOURS):
        case 0:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{a}" fill="{colour}"/>'
        case 1:
            return f'<rect x="{x - a:.1f}" y="{y - a:.1f}" width="{2 * a}" height="{2 * a}" fill="{colour}"/>'
        case 2:
            return f'<path d="M{x:.1f} {y - a:.1f}l{a} {2 * a}h-{2 * a}z" fill="{colour}"/>'
        case 3:
            return f'<path d="M{x:.1f} {y - a:.1f}l{a} {a}l-{a} {a}l-{a} -{a}z" fill="{colour}"/>'
        case _:
            return f'<path d="M{x - a:.1f} {y - a:.1f}h{2 * a}l-{a} {2 * a}z" fill="{colour}"/>'


def _legend(place: int, name: str, ink: str) -> str:
    x, y = _EDGE + place * 170, _HIGH - 20
    return f'{_mark(x, y, place)}<text x="{x + 14}" y="{y + 8}" fill="{ink}">{escape(name)}</text>'
