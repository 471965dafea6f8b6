"""Marks that would lie on each other are drawn side by side, so that each person of a picture can be seen."""

from collections.abc import Iterable
from math import cos, pi, sin, sqrt
from typing import Final

Mark = tuple[float, float, int]
_GOLDEN: Final = pi * (3 - sqrt(5))


def spread(marks: Iterable[Mark], step: float) -> list[Mark]:
    """x, y and group of each, in their order; those nearer to each other than half a `step` wind around the first as seeds do."""
    seen: dict[tuple[int, int], int] = {}
    placed = []
    for x, y, group in marks:
        cell = (round(2 * x / step), round(2 * y / step))
        turn = seen[cell] = seen.get(cell, -1) + 1
        away = step * sqrt(turn)
        placed.append((x + away * cos(turn * _GOLDEN), y + away * sin(turn * _GOLDEN), group))
    return placed
