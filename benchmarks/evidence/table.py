"""The one table of `benchmarks.evidence`: a line a cell, the peer's figures beside ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

HEADING = (
    "| cell | told | covered | false claims | power − announced | peer covers | peer's false claims |\n"
    "|---|---|---|---|---|---|---|"
)


@dataclass
class Cell:
    """Counts of one cell. `told`: runs with an interval; `covered`: told ones that hold the truth.

    `false_claims`: of all runs, told or not, those that claim a change where there is none; None where the
    cell has one. `announced`: the promised power, beside `found`. A peer's figures None: it has none.
    """

    name: str
    runs: int
    told: int = 0
    covered: int = 0
    false_claims: int | None = None
    announced: float | None = None
    found: int = 0
    peer_covered: float | None = None
    peer_false_claims: float | None = None

    @property
    def coverage(self) -> float | None:
        return self.covered / self.told if self.told else None

    def failures(self) -> Iterator[str]:
        """Which goals are missed by more than two standard errors of so many runs."""
        if self.coverage is not None and self.coverage < 0.94 - 2 * sqrt(0.94 * 0.06 / self.told):
            yield f"{self.name}: covers {self.coverage:.1%}"
        if self.false_claims is not None:
            luck = 2 * sqrt(0.05 * 0.95 / self.runs)
            if self.false_claims / self.runs > 0.05 + luck:
                yield f"{self.name}: {self.false_claims / self.runs:.1%} false claims"
        if self.announced is not None:
            power = self.found / self.runs
            if abs(power - self.announced) > 0.03 + 2 * sqrt(power * (1 - power) / self.runs):
                yield f"{self.name}: power {power:.1%}, announced {self.announced:.0%}"

    def __str__(self) -> str:
        false = None if self.false_claims is None else self.false_claims / self.runs
        power = None if self.announced is None else self.found / self.runs - self.announced
        told = self.told / self.runs
        figures = (
            f"{100 * told:.0f} %" if self.told else "cannot be told",
            _percent(self.coverage),
            _percent(false),
            "" if power is None else f"{100 * power:+.1f} points".replace("-", "−"),
            _percent(self.peer_covered),
            _percent(self.peer_false_claims),
        )
        return f"| {self.name} | {' | '.join(figures)} |"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f} %"
