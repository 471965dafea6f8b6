"""What one would otherwise use, on the same simulated campaigns: each answers with "an effect was declared"."""

from collections.abc import Sequence

import numpy as np
import statsmodels.api as sm

from feedbackbot.domain.campaigns.experiment.outcome import UnitCount, arm_totals
from feedbackbot.domain.campaigns.experiment.plan import Plan
from feedbackbot.domain.campaigns.experiment.proportions import difference_p_value
from feedbackbot.domain.campaigns.experiment.unit_shares import UnitShare, compare_unit_shares


def people_as_independent(plan: Plan, counts: Sequence[UnitCount]) -> bool:
    """The persons' comparison, blind to the units."""
    control, treated = arm_totals(plan, [unit.people for unit in counts])
    return difference_p_value(treated.acted, treated.counted, control.acted, control.counted) <= plan.alpha


def stock_cluster_regression(plan: Plan, counts: Sequence[UnitCount]) -> bool:
    """statsmodels: one row a person, OLS on the arm, errors clustered by unit (CR1), t on G - 1."""
    people = [unit.people for unit in counts]
    sizes = [count.counted for count in people]
    acted = np.concatenate([np.arange(count.counted) < count.acted for count in people]).astype(float)
    treated = np.repeat([float(count.arm != plan.control.key) for count in people], sizes)
    groups = np.repeat(np.arange(len(people)), sizes)
    fit = sm.OLS(acted, sm.add_constant(treated)).fit(
        cov_type="cluster", cov_kwds={"groups": groups}, use_t=True
    )
    return bool(fit.pvalues[1] <= plan.alpha)


def weighted_by(intraclass_correlation: float, plan: Plan, counts: Sequence[UnitCount]) -> bool:
    """The engine's model with other weights: 0 weighs by people, close to 1 weighs all units alike."""
    shares = [
        UnitShare(int(u.people.arm != plan.control.key), u.people.counted, u.people.acted / u.people.counted)
        for u in counts
    ]
    return compare_unit_shares(shares, 2, intraclass_correlation).differences[0].p_value <= plan.alpha


def looking_early(campaigns: int, people: int, base_rate: float, looks: int, seed: int) -> float:
    """Part of campaigns without effect that would be declared by stopping at the first of `looks` that shows one."""
    rng = np.random.default_rng(seed)
    fooled = 0
    for _ in range(campaigns):
        control, treated = (np.cumsum(rng.binomial(people // 2 // looks, base_rate, looks)) for _ in "ab")
        sizes = np.arange(1, looks + 1) * (people // 2 // looks)
        fooled += any(
            difference_p_value(int(t), int(n), int(c), int(n)) <= 0.05
            for t, c, n in zip(treated, control, sizes, strict=True)
        )
    return fooled / campaigns
