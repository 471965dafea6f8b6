"""Does the mean effect over campaigns hold its 95 % when campaigns are few and differ?"""

import numpy as np

from feedbackbot.domain.campaigns.experiment.meta_analysis import Finding, mean_effect
from feedbackbot.domain.campaigns.experiment.proportions import z_of


def coverage(rounds: int, campaigns: int, mean: float, spread: float, seed: int) -> tuple[float, float]:
    """Part of rounds whose interval holds the true mean: (the engine's, fixed-effect pooling's).

    Standard errors are drawn between 1 and 4 points; `mean` and `spread` are shares.
    """
    rng = np.random.default_rng(seed)
    ours = fixed = 0
    for _ in range(rounds):
        errors = rng.uniform(0.01, 0.04, campaigns)
        seen = rng.normal(rng.normal(mean, spread, campaigns), errors)
        pooled = mean_effect([Finding(float(d), float(e)) for d, e in zip(seen, errors, strict=True)])
        ours += pooled is not None and pooled.interval.covers(mean)
        weights = errors**-2.0
        fixed += abs((weights @ seen) / weights.sum() - mean) <= z_of(0.05) / weights.sum() ** 0.5
    return ours / rounds, fixed / rounds
