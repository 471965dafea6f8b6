"""Campaigns with and without effect, by person and by unit, drawn and judged by the product.

Beside them, by person: Fisher's exact test; by unit: a randomisation test with 499 draws of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.stats import fisher_exact

from benchmarks.evidence.table import Cell
from feedbackbot.domain.campaigns.experiment.assignment import assign_units, campaign_key
from feedbackbot.domain.campaigns.experiment.outcome import ArmCount, CampaignOutcome, UnitCount, Verdict
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.power import (
    GroupSize,
    of_people,
    of_units,
    smallest_visible_difference,
)
from feedbackbot.domain.campaigns.experiment.reading import Reading, read_people, read_units
from simulated.campaigns import HORIZON, SECRET, START, city_units

_DRAWS = 499
_POWER = 0.8


@dataclass(frozen=True)
class World:
    """`sizes`: people of each unit, or one number where persons are drawn. `rate`: who act without a message.

    `lost`: part of all who cannot be counted any more; `deaf`: part whom the message does not reach, so that
    the truth, the effect on all assigned, is smaller. `alike`: intraclass correlation. `announces`: whether a
    power is promised and held against what is found.
    """

    name: str
    sizes: tuple[int, ...]
    rate: float = 0.3
    weights: tuple[int, int] = (1, 1)
    lost: float = 0.0
    deaf: float = 0.0
    alike: float = 0.05
    announces: bool = False

    @property
    def by_unit(self) -> bool:
        return len(self.sizes) > 1

    @property
    def arms(self) -> tuple[Arm, Arm]:
        return Arm("control", self.weights[0]), Arm("message", self.weights[1])

    @property
    def audience(self) -> GroupSize:
        return of_units(self.sizes, self.alike) if self.by_unit else of_people(self.sizes[0])

    def visible(self) -> float:
        """The effect that is announced to be seen in 80 of 100 campaigns."""
        whole = sum(self.weights)
        control, message = (self.audience.part(weight / whole) for weight in self.weights)
        found = smallest_visible_difference(message, control, self.rate, power=_POWER)
        if found is None:
            raise SystemExit(f"nothing is visible in {self.name}")
        return found


WORLDS = (
    World("persons, 900", (900,), announces=True),
    World("persons, 900, one in four gets the message", (900,), weights=(3, 1), announces=True),
    World("persons, 40", (40,), announces=True),
    World("persons, 900, rare (2 % act)", (900,), rate=0.02),
    World("persons, 900, nobody ever acts", (900,), rate=0.0),
    World("persons, 900, a tenth lost", (900,), lost=0.1),
    World("persons, 900, 40 % not reached", (900,), deaf=0.4),
    World("units, 40 equal of 40", (40,) * 40, announces=True),
    World("units, 60 as unequal as a city's", tuple(city_units(60).values()), announces=True),
    World("units, 40 tiny of 3 to 5", (3, 4, 5, 4) * 10),
    World("units, 10 equal of 20", (20,) * 10),
    World("units, 19 of 20 and one of 1,000", (*(20,) * 19, 1000)),
    World("units, 40 of 40, rare (2 % act)", (40,) * 40, rate=0.02),
    World("units, 20 of 30, rare (1 % act)", (30,) * 20, rate=0.01),
    World("units, 20 of 30, nobody ever acts", (30,) * 20, rate=0.0),
    World("units, 40 of 40, a tenth lost", (40,) * 40, lost=0.1),
    World("units, 40 of 40, 40 % not reached", (40,) * 40, deaf=0.4),
    World("persons, 100, a twentieth acts", (100,), rate=0.05, announces=True),
)


def cells(runs: int, only: str = "") -> Iterator[Cell]:
    for number, world in enumerate(WORLDS):
        if only not in world.name:
            continue
        yield _cell(world, 0.0, runs, seed=number)
        if world.announces:
            yield _cell(world, world.visible(), runs, seed=100 + number)
    deaf = [replace(world, name=world.name.replace("40 % not", "an effect; 40 % not")) for world in WORLDS]
    yield from (_cell(world, 0.1, runs, seed=200) for world in deaf if world.deaf and only in world.name)


def _cell(world: World, effect: float, runs: int, seed: int) -> Cell:
    cell = Cell(
        world.name + (f", effect {100 * effect:.1f} points" if effect and world.announces else ""), runs
    )
    truth, chance = effect * (1 - world.deaf), np.random.default_rng(seed)
    if not effect:
        cell.false_claims = 0
    elif world.announces:
        cell.announced = _POWER
    run, peer = (_units, _randomised) if world.by_unit else (_persons, _fisher)
    peer_claims = 0
    for campaign in range(runs):
        plan = Plan(
            f"{seed}-{campaign}",
            world.arms,
            AssignBy.UNIT if world.by_unit else AssignBy.PERSON,
            START,
            HORIZON,
            intraclass_correlation=world.alike,
        )
        counts, reading = run(plan, world, truth, chance)
        if isinstance(reading, CampaignOutcome):
            (message,) = reading.messages
            cell.told += 1
            cell.covered += message.interval.covers(truth)
            claims = message.verdict is not Verdict.NOT_PROVEN
            cell.found += message.verdict is Verdict.HELPS
            if cell.false_claims is not None:
                cell.false_claims += claims
        peer_claims += not effect and peer(counts, chance)
    cell.peer_false_claims = None if effect else peer_claims / runs
    return cell


Run = Callable[[Plan, World, float, np.random.Generator], tuple[list[ArmCount], Reading]]


def _persons(
    plan: Plan, world: World, truth: float, chance: np.random.Generator
) -> tuple[list[ArmCount], Reading]:
    # The product draws each person by a keyed hash; here the sizes that come of it are drawn at once.
    drawn = chance.multinomial(world.sizes[0], list(plan.shares.values()))
    counts = [
        _people(arm.key, int(size), world.rate + truth * (arm.key != "control"), world, chance)
        for arm, size in zip(plan.arms, drawn, strict=True)
    ]
    return counts, read_people(plan, counts, HORIZON)


def _units(
    plan: Plan, world: World, truth: float, chance: np.random.Generator
) -> tuple[list[ArmCount], Reading]:
    sizes = {f"unit-{place}": size for place, size in enumerate(world.sizes)}
    drawn = assign_units(campaign_key(SECRET, plan.campaign), sizes, plan.arms)
    scale, counts = 1 / world.alike - 1, []
    for unit, size in sizes.items():
        rate = world.rate + truth * (drawn[unit] != "control")
        own = chance.beta(rate * scale, (1 - rate) * scale) if rate else 0.0
        counts.append(UnitCount(unit, _people(drawn[unit], size, own, world, chance)))
    return [unit.people for unit in counts], read_units(plan, counts, HORIZON)


def _people(arm: str, size: int, rate: float, world: World, chance: np.random.Generator) -> ArmCount:
    counted = int(chance.binomial(size, 1 - world.lost))
    reached = 0 if arm == "control" else int(chance.binomial(counted, 1 - world.deaf))
    return ArmCount(arm, size, counted, reached, int(chance.binomial(counted, rate)))


def _fisher(counts: list[ArmCount], chance: np.random.Generator) -> bool:
    table = [[count.acted, count.counted - count.acted] for count in counts]
    return bool(fisher_exact(table).pvalue <= 0.05)


def _randomised(counts: list[ArmCount], chance: np.random.Generator) -> bool:
    """The difference of the arms' mean shares beside that under random swaps of the units' arms."""
    told = [count for count in counts if count.counted]
    shares = np.array([count.acted / count.counted for count in told])
    treated = np.array([count.arm != "control" for count in told])
    swapped = chance.permuted(np.tile(treated, (_DRAWS, 1)), axis=1)

    def difference(arms: NDArray[np.bool_]) -> NDArray[np.float64]:
        n = treated.sum()
        found: NDArray[np.float64] = np.abs(arms @ shares / n - (~arms) @ shares / (len(told) - n))
        return found

    as_far = (difference(swapped) >= difference(treated[None, :]) - 1e-12).sum()
    return bool((as_far + 1) / (_DRAWS + 1) <= 0.05)
