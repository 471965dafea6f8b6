"""The improvement loop in simulated cities: the pooled figure and each unit's own verdict.

Beside the pooled figure a covariance analysis by statsmodels: the mean after on the mean before, trained or
not, and the cohort.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean

import numpy as np
import statsmodels.api as sm

from benchmarks.evidence.table import Cell
from feedbackbot.domain.improvement.effect import Cohort, Estimate, measure_effect, measure_units
from simulated.city import City

CITIES = {
    "24 units of 100 ratings": City(fewest=100, most=101),
    "24 units of 10 to 2,000 ratings": City(fewest=10, most=2000, lopsided=True),
    "24 units, starting one after another": City(trained_at=(2, 2, 1)),
    "24 units, one after another, lasting shocks": City(trained_at=(2, 2, 1), persistence=0.5),
    "12 units of 20 to 200": City(units=12),
    "24 very satisfied units of 10 to 2,000": City(fewest=10, most=2000, lopsided=True, level=3.8),
    "9 units, so five to compare with": City(units=9),
}
_EFFECT = 0.2


def cells(runs: int, only: str = "") -> Iterator[Cell]:
    for number, (name, city) in enumerate(CITIES.items()):
        if only not in name:
            continue
        for effect in (0.0, _EFFECT):
            yield from _cells(name, replace(city, effect=effect), runs, seed=number)


def _cells(name: str, city: City, runs: int, seed: int) -> Iterator[Cell]:
    what = f"{name}, effect {city.effect}" if city.effect else name
    trained = sum(city.trained_at)
    none = 0 if not city.effect else None
    pooled = Cell(f"loop, {what}: pooled", runs, false_claims=none)
    own = Cell(f"loop, {what}: each unit", runs * trained, false_claims=none)
    chance, peers = np.random.default_rng(seed), []
    for _ in range(runs):
        cohorts, effects = city.lived(chance)
        truth, found = fmean(effects.values()), measure_effect(cohorts)
        if found:
            _count(pooled, found.adjusted, truth)
        for cohort in cohorts:
            for unit, verdict in measure_units(cohort).items():
                _count(own, verdict.adjusted, effects[unit])
        low, high = covariance_analysis(cohorts)
        peers.append((low <= truth <= high, low > 0 or high < 0))
    pooled.peer_covered = fmean(covered for covered, _ in peers)
    pooled.peer_false_claims = None if city.effect else fmean(claimed for _, claimed in peers)
    yield from (pooled, own)


def _count(cell: Cell, found: Estimate, truth: float) -> None:
    cell.told += 1
    cell.covered += found.interval.contains(truth)
    if cell.false_claims is not None:
        cell.false_claims += found.is_rise or found.is_fall


def covariance_analysis(cohorts: Sequence[Cohort]) -> tuple[float, float]:
    """The interval of the effect by statsmodels, all cohorts in one regression."""
    rows = [
        (change.after.mean, float(trained), change.before.mean, *np.eye(len(cohorts))[place])
        for place, cohort in enumerate(cohorts)
        for trained, units in ((True, cohort.trained), (False, cohort.others))
        for change in units.values()
    ]
    table = np.array(rows)
    low, high = sm.OLS(table[:, 0], table[:, 1:]).fit().conf_int()[0]
    return float(low), float(high)
