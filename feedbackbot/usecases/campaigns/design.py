"""A campaign as it is being designed: whom it would draw, and how small an effect that could show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from feedbackbot.domain.campaigns.experiment.meta_analysis import MeanEffect, mean_effect
from feedbackbot.domain.campaigns.experiment.plan import FEWEST_PEOPLE, FEWEST_UNITS, Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.power import Visibility, of_people, of_units, visibility
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.campaigns.wording import (
    MOST_CHARACTERS,
    missing_placeholders,
    unknown_placeholders,
)
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.campaigns.campaign_audience import candidates_by_unit
from feedbackbot.storage.campaigns.campaign_results import control_counts, findings
from feedbackbot.storage.campaigns.campaigns import CONTROL, CampaignArm
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.campaigns.figures import Circumstances, circumstances, is_offered, may_be_said

MOST_MESSAGES = 4
FEWEST_DRAWN = 4 * FEWEST_PEOPLE
HORIZONS: dict[int, int] = {7: 1, 14: 2, 21: 3, 28: 3}
"""Days until the verdict, and how many messages each person gets in that time at most."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One message; `words` None: the draft of its principle."""

    principle: Principle
    words: str | None = None


class Drawing(Protocol):
    """What decides whom a design or a campaign may draw."""

    @property
    def assign_by(self) -> AssignBy: ...

    @property
    def principles(self) -> list[Principle]: ...


@dataclass(frozen=True, slots=True)
class Design:
    """All that an admin decides."""

    goal: Goal
    audience: str
    messages: tuple[Wording, ...]
    assign_by: AssignBy
    base_rate: float
    days: int

    @property
    def principles(self) -> list[Principle]:
        return [one.principle for one in self.messages]

    @property
    def arms(self) -> tuple[CampaignArm, ...]:
        """The control group first; all of equal weight."""
        messages = (
            CampaignArm(f"pesan{place}", 1, one.principle, one.words)
            for place, one in enumerate(self.messages, 1)
        )
        return (CampaignArm(CONTROL, 1, None), *messages)


@dataclass(frozen=True, slots=True)
class Preparation:
    """Whom the design draws from, and what that can show. `left_out`: people for whose unit a message would not be true."""

    people: int
    left_out: int
    people_by_unit: dict[int, int]
    visibility: Visibility
    plan: Plan
    title: str


def prepare(tx: Transaction, design: Design) -> Preparation:
    """It looks at the whole staff: read it beside the writer. Raises FeedbackbotError where too few could be drawn."""
    now, sizes = circumstances(tx, design.goal), candidates_by_unit(tx, design.goal, design.audience)
    fit = {unit: people for unit, people in sizes.items() if fits(design, now, unit)}
    units = {unit: people for unit, people in fit.items() if unit is not None}
    people = sum(fit.values())
    _require_enough(design, people, len(units))
    plan = Plan(
        "draft",
        tuple(Arm(one.arm, one.weight) for one in design.arms),
        design.assign_by,
        tx.now,
        tx.now + timedelta(days=design.days),
        intraclass_correlation=tx.settings.campaign_intraclass_correlation,
    )
    size = (
        of_units(list(units.values()), plan.intraclass_correlation)
        if design.assign_by is AssignBy.UNIT
        else of_people(people)
    )
    seen = visibility(plan, size, people, design.base_rate)
    return Preparation(people, sum(sizes.values()) - people, units, seen, plan, title_of(now))


def fits(design: Drawing, now: Circumstances, unit_id: int | None) -> bool:
    """Whether all messages would be true for people of this unit, and they can be drawn at all."""
    if unit_id is None and design.assign_by is AssignBy.UNIT:
        return False
    return all(may_be_said(principle, now, unit_id) for principle in design.principles)


def fewest_to_draw(arms: int = 2) -> int:
    """So many people at least, for as many groups; with one message there are two."""
    return max(FEWEST_DRAWN, 2 * FEWEST_PEOPLE * arms)


def require_reach(tx: Transaction, goal: Goal, audience: str, messages: int = 1) -> None:
    """Raises FeedbackbotError, before anything else is asked, where a campaign of so many messages can never be drawn from them."""
    people = audience_size(tx, goal, audience)
    if people < fewest_to_draw(messages + 1):
        raise FeedbackbotError("campaign-too-few-people", people=people, fewest=fewest_to_draw(messages + 1))


def _require_enough(design: Design, people: int, units: int) -> None:
    arms = len(design.arms)
    if people < fewest_to_draw(arms):
        raise FeedbackbotError("campaign-too-few-people", people=people, fewest=fewest_to_draw(arms))
    if design.assign_by is AssignBy.UNIT and units < FEWEST_UNITS * arms:
        raise FeedbackbotError("campaign-too-few-units", units=units, fewest=FEWEST_UNITS * arms)


def title_of(now: Circumstances) -> str:
    return now.training.title if now.training else f"{now.goal.number} JP"


def audience_size(tx: Transaction, goal: Goal, audience: str) -> int:
    """How many could be drawn before messages narrow it."""
    return sum(candidates_by_unit(tx, goal, audience).values())


def units_with_candidates(tx: Transaction, goal: Goal) -> list[tuple[int, str, int]]:
    """Units in which enough could be drawn for a campaign of their own: id, short name, how many; largest first."""
    sizes = Counter(candidates_by_unit(tx, goal, "all"))
    found = []
    for unit_id, count in sizes.most_common():
        unit = unit_by_id(tx, unit_id) if unit_id is not None else None
        if unit is not None and count >= FEWEST_DRAWN:
            found.append((unit.id, unit.short_name, count))
    return found


def offered_principles(tx: Transaction, goal: Goal) -> list[tuple[Principle, MeanEffect | None]]:
    """Those that would be true here, each with what it has done on average over all finished campaigns."""
    now = circumstances(tx, goal)
    return [(one, mean_effect(findings(tx, one))) for one in Principle if is_offered(one, now)]


def usual_share(tx: Transaction, kind: GoalKind) -> float | None:
    """What the control groups of finished campaigns with this kind of goal did; None without any."""
    acted, counted = control_counts(tx, kind)
    return acted / counted if counted else None


def check_words(principle: Principle, words: str) -> None:
    """Raises FeedbackbotError for an own wording that says too much, or no longer what its principle is."""
    if len(words) > MOST_CHARACTERS:
        raise FeedbackbotError("campaign-words-too-long", most=MOST_CHARACTERS)
    if unknown := unknown_placeholders(principle, words):
        raise FeedbackbotError("campaign-words-unknown", name="{" + unknown[0] + "}")
    if missing := missing_placeholders(principle, words):
        raise FeedbackbotError("campaign-words-missing", names=_listed(missing))


def _listed(names: Sequence[str]) -> str:
    return ", ".join("{" + name + "}" for name in names)
