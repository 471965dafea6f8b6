"""How often the sample-ratio checks raise the alarm: on sound campaigns, and on leaking ones."""

import numpy as np

from feedbackbot.domain.campaigns.experiment.sample_ratio import (
    Leak,
    assigned_ratio_p,
    lost_people_p,
    ratio_check,
)


def alarms(
    campaigns: int,
    people: int,
    arms: int,
    seed: int,
    *,
    moved: float = 0.0,
    lost: float = 0.0,
    usual_loss: float = 0.0,
) -> dict[Leak | None, float]:
    """Part of campaigns by what was found. `moved`: that part of the whole audience sits in the first message
    instead of the control group. `lost`: that part of the first message's people cannot be counted, on top of
    `usual_loss` in every arm."""
    rng = np.random.default_rng(seed)
    shares = np.full(arms, 1 / arms)
    shares[0] -= moved
    shares[1] += moved
    losses = np.full(arms, usual_loss)
    losses[1] += lost
    found: dict[Leak | None, int] = {None: 0, Leak.ASSIGNED: 0, Leak.LOST: 0}
    for assigned in rng.multinomial(people, shares, campaigns):
        counted = assigned - rng.binomial(assigned, losses)
        sizes, left = [int(n) for n in assigned], [int(n) for n in counted]
        found[ratio_check(assigned_ratio_p(sizes, [1] * arms), lost_people_p(sizes, left)).leak] += 1
    return {leak: number / campaigns for leak, number in found.items()}
