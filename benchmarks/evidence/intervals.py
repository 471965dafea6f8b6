"""How often the interval of an index holds the true index; beside it the t interval of statsmodels."""

from collections.abc import Iterator

import numpy as np
from statsmodels.stats.weightstats import DescrStatsW

from benchmarks.evidence.opinions import POPULATIONS
from benchmarks.evidence.table import Cell
from feedbackbot.domain.survey.interval import ikm_interval

SIZES = (5, 15, 30, 100, 385)
_INDEX = 25 / 9


def cells(runs: int, only: str = "") -> Iterator[Cell]:
    chance = np.random.default_rng(14)
    for population in POPULATIONS:
        if only not in population.name:
            continue
        totals = population.totals(chance)
        truth = float(totals.mean()) * _INDEX
        for n in SIZES:
            cell = Cell(f"index {truth:.0f}, {population.name}, n = {n}", runs)
            drawn = chance.choice(totals, (runs, n))
            for found in (ikm_interval(n, int(row.sum()), int((row * row).sum())) for row in drawn):
                cell.told += found is not None
                cell.covered += found is not None and found.contains(truth)
            low, high = DescrStatsW(drawn.T).tconfint_mean()
            cell.peer_covered = float(np.mean((low * _INDEX <= truth) & (truth <= high * _INDEX)))
            yield cell
