"""Several messages against one control: Holm's step-down correction (1979)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan


@dataclass(frozen=True)
class HolmStep:
    """One comparison's fate: proven or not, its adjusted p-value, and the level its interval must use."""

    proven: bool
    adjusted_p: float
    alpha: float


def holm(p_values: Sequence[float], alpha: float = 0.05) -> tuple[HolmStep, ...]:
    """Holm's verdicts in the order given; false proofs in the whole family stay at or below `alpha`.

    The smallest p of m is held against alpha/m, the next against alpha/(m-1), and so on until the first that
    fails; that one and all after it are not proven. `HolmStep.alpha` is the level at which each was decided
    (the failing step's level for all after it), so the interval at that level excludes zero exactly where the
    comparison is proven. Such an interval is never narrower than the plain one at `alpha`.
    """
    # A p-value that is no number proves nothing.
    p_values = [1.0 if isnan(p) else p for p in p_values]
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    steps: dict[int, HolmStep] = {}
    failed_at: float | None = None
    largest = 0.0
    for place, index in enumerate(order):
        left = len(p_values) - place
        largest = max(largest, min(1.0, p_values[index] * left))
        if failed_at is None and not p_values[index] <= alpha / left:
            failed_at = alpha / left
        level = alpha / left if failed_at is None else failed_at
        steps[index] = HolmStep(proven=failed_at is None, adjusted_p=largest, alpha=level)
    return tuple(steps[index] for index in range(len(p_values)))
