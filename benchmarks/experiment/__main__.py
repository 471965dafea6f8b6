"""`python -m benchmarks.experiment [campaigns]`: the engine's promises, measured, each line with its target.

With the default 10,000 campaigns a line of 5 % is known to ± 0.4 points; all lines take some ten minutes.
"""

import sys
from collections.abc import Callable
from functools import partial

from benchmarks.experiment import leaks, peers, pooling
from feedbackbot.domain.campaigns.experiment.power import (
    GroupSize,
    of_people,
    of_units,
    smallest_visible_difference,
)
from feedbackbot.domain.campaigns.experiment.sample_ratio import Leak
from simulated.campaigns import (
    UnitWorld,
    city_units,
    simulate_people,
    simulate_units,
    unit_campaigns,
)
from simulated.tally import Tally


def line(what: str, value: float, target: str) -> None:
    print(f"{what:<86}{100 * value:7.2f} %   {target}", flush=True)


def honest(what: str, tally: Tally) -> None:
    line(f"{what}: an effect declared where there is none", tally.false_proof_rate, "4 to 6")
    line(f"{what}: 95 % intervals that cover the truth", tally.coverage, "94 to 96")
    if len(tally.truths) > 1:
        line(f"{what}: all verdict intervals cover at once", tally.simultaneous_coverage, "94 or more")


def announced(messages: int, audience: GroupSize, base_rate: float) -> float:
    arm = audience.part(1 / (messages + 1))
    visible = smallest_visible_difference(arm, arm, base_rate, messages=messages)
    if visible is None:
        raise SystemExit(f"nothing is visible to {audience} at {base_rate}")
    return visible


def persons(campaigns: int) -> None:
    for people, messages, base_rate in (
        (200, 1, 0.3), (900, 1, 0.3), (900, 1, 0.05), (900, 1, 0.7), (1800, 3, 0.3), (1800, 3, 0.05),
    ):  # fmt: skip
        where = f"{people} persons, {messages + 1} arms, {base_rate:.0%} act"
        honest(where, simulate_people(campaigns, people, base_rate, [0.0] * messages, seed=people + messages))
        truth = announced(messages, of_people(people), base_rate)
        seen = simulate_people(campaigns, people, base_rate, [truth, *[0.0] * (messages - 1)], seed=people)
        line(f"{where}: {100 * truth:.1f} points seen, announced for 80 %", seen.power(), "77 to 83")


def units(campaigns: int) -> None:
    for number, messages, base_rate, icc, slope in (
        (12, 1, 0.3, 0.05, 0.0), (40, 1, 0.3, 0.05, 0.0), (60, 1, 0.3, 0.02, 0.0), (60, 1, 0.3, 0.1, 0.0),
        (60, 1, 0.3, 0.05, 0.08), (60, 1, 0.08, 0.05, 0.0), (60, 3, 0.3, 0.05, 0.0), (60, 3, 0.08, 0.05, 0.0),
        (100, 3, 0.3, 0.05, 0.08),
    ):  # fmt: skip
        world = UnitWorld(city_units(number), base_rate, icc, slope)
        where = f"{number} units, {messages + 1} arms, {base_rate:.0%} act, ICC {icc}"
        where += f", rates rise {slope:.0%} with size" if slope else ""
        honest(where, simulate_units(campaigns, world, [0.0] * messages, seed=number + messages))
        if slope:
            continue
        truth = announced(messages, of_units(list(world.people_by_unit.values()), icc), base_rate)
        seen = simulate_units(campaigns, world, [truth, *[0.0] * (messages - 1)], seed=number)
        line(f"{where}: {100 * truth:.1f} points seen, announced for 80 %", seen.power(), "77 to 83")


def rivals(campaigns: int) -> None:
    world = UnitWorld(city_units(40), 0.3, 0.05)
    methods: dict[str, Callable[..., bool]] = {
        "people as if independent": peers.people_as_independent,
        "statsmodels OLS, clustered errors": peers.stock_cluster_regression,
        "engine's model, weighed by people": partial(peers.weighted_by, 0.0),
        "engine's model, units alike": partial(peers.weighted_by, 0.999),
        "engine's model": partial(peers.weighted_by, 0.05),
    }
    for name, declares in methods.items():
        fooled = sum(
            declares(plan, counts) for plan, counts in unit_campaigns(campaigns, world, [0.0], seed=3)
        )
        line(f"40 units, 2 arms, no effect; {name}: declared", fooled / campaigns, "5")
    line("900 persons, no effect, stopping at the first of 20 looks that shows one",
         peers.looking_early(campaigns, 900, 0.3, 20, seed=4), "(why there is a horizon)")  # fmt: skip


def ratios(campaigns: int) -> None:
    for people, arms in ((900, 2), (6000, 2), (6000, 4)):
        where = f"{people} persons, {arms} arms"
        line(
            f"{where}: alarm on a sound campaign",
            1 - leaks.alarms(campaigns, people, arms, 5)[None],
            "0.2 or less",
        )
        found = leaks.alarms(campaigns, people, arms, 6, moved=0.03)[Leak.ASSIGNED]
        line(f"{where}: found, 3 % of all sit in the message instead of control", found, "")
        found = leaks.alarms(campaigns, people, arms, 7, lost=0.03)[Leak.LOST]
        line(f"{where}: found, 3 % of one message's people lost", found, "")
        found = leaks.alarms(campaigns, people, arms, 8, lost=0.03, usual_loss=0.01)[Leak.LOST]
        line(f"{where}: found, the same where 1 % of every arm is lost anyway", found, "")


def pools(campaigns: int) -> None:
    for number in (2, 3, 5, 10, 20):
        for spread in (0.0, 0.02):
            ours, fixed = pooling.coverage(campaigns, number, 0.014, spread, seed=number)
            where = f"mean of {number} campaigns that differ by {100 * spread:.0f} points: interval covers"
            line(where, ours, f"94 or more   (fixed-effect pooling: {100 * fixed:.1f})")


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for part in (persons, units, rivals, ratios, pools):
        part(wanted)
