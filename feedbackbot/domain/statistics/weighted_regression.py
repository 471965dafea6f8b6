"""Weighted least squares for a few columns, with errors that hold where the rows' spreads differ (HC2 = CR2).

Degrees of freedom after Bell and McCaffrey (2002). Rows enter by u = L^-1 x sqrt(w) with X'WX = LL', so that
the leverage of a row is u'u, and no matrix of rows by rows is ever built.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

_SINGULAR: Final = 1e-10
Row = Sequence[float]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A weighted sum of the coefficients, the variance of its estimate, and the degrees of freedom of that."""

    value: float
    variance: float
    freedom: float


class WeightedFit:
    """y on the columns of `rows`; raises ValueError where the columns cannot be told apart."""

    def __init__(self, rows: Sequence[Row], weights: Sequence[float], outcome: Sequence[float]) -> None:
        self._columns = range(len(rows[0]))
        scaled = [[sqrt(weight) * x for x in row] for row, weight in zip(rows, weights, strict=True)]
        self._lower = _cholesky(
            [[sum(r[i] * r[j] for r in scaled) for j in self._columns] for i in self._columns]
        )
        self._u = [self._forward(row) for row in scaled]
        y = [sqrt(weight) * value for value, weight in zip(outcome, weights, strict=True)]
        self._turned = [sum(u[k] * value for u, value in zip(self._u, y, strict=True)) for k in self._columns]
        self.leverages = [sum(part * part for part in u) for u in self._u]
        self._residuals = [value - _dot(u, self._turned) for u, value in zip(self._u, y, strict=True)]

    def contrast(self, parts: Row) -> Contrast:
        """`parts`: one number a column. Raises ValueError where a row that decides it has no residual left."""
        turned = self._forward(parts)
        per_row = []
        for u, leverage in zip(self._u, self.leverages, strict=True):
            influence = _dot(u, turned) ** 2
            if influence > _SINGULAR and leverage > 1 - _SINGULAR:
                raise ValueError("a row alone decides: its spread cannot be known")
            per_row.append(influence / (1 - leverage) if influence else 0.0)
        variance = sum(q * r * r for q, r in zip(per_row, self._residuals, strict=True))
        total = sum(_dot(u, turned) ** 2 for u in self._u)
        cross = [
            [sum(q * u[i] * u[j] for q, u in zip(per_row, self._u, strict=True)) for j in self._columns]
            for i in self._columns
        ]
        squared = sum(q * q * (1 - 2 * h) for q, h in zip(per_row, self.leverages, strict=True))
        squared += sum(entry * entry for line in cross for entry in line)
        return Contrast(_dot(turned, self._turned), variance, total * total / squared)

    def _forward(self, values: Row) -> list[float]:
        """L^-1 times the values."""
        found: list[float] = []
        for i in self._columns:
            found.append((values[i] - _dot(self._lower[i][:i], found)) / self._lower[i][i])
        return found


def _cholesky(matrix: Sequence[Row]) -> list[list[float]]:
    lower = [[0.0] * len(matrix) for _ in matrix]
    for i, line in enumerate(matrix):
        for j in range(i + 1):
            rest = line[j] - _dot(lower[i][:j], lower[j][:j])
            if i != j:
                lower[i][j] = rest / lower[j][j]
            elif rest > _SINGULAR * line[i]:
                lower[i][i] = sqrt(rest)
            else:
                raise ValueError("a column says nothing that the others do not say")
    return lower


def _dot(one: Row, other: Row) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
