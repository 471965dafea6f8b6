"""The true figures that messages are filled with, each for the reader's own unit and the reader alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from feedbackbot.domain.campaigns.experiment.principles import Principle, social_norm_holds
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.incentives.points import CauseKind
from feedbackbot.settings import Settings
from feedbackbot.storage.campaigns.campaign_audience import Published, peers_by_unit, published_by_unit
from feedbackbot.storage.campaigns.goals import jp_of_year
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.incentives.book_points import point_values

_EARNS = {
    GoalKind.ACCEPTED: CauseKind.ANSWERED_IN_TIME,
    GoalKind.ATTENDED: CauseKind.ATTENDED,
    GoalKind.FINISHED_COURSE: CauseKind.PASSED,
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is the same for all readers of a campaign at one moment."""

    goal: Goal
    training: Training | None
    peers: Mapping[int, tuple[int, int]]
    published: Mapping[int, Published]
    points: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What one reader is told; the fields that a principle needs are set."""

    goal: Goal
    title: str
    until: datetime | None
    did: int = 0
    peers: int = 0
    unit: str = ""
    ikm: str = ""
    ratings: int = 0
    jp: int = 0
    points: int = 0


def circumstances(tx: Transaction, goal: Goal) -> Circumstances:
    training = training_by_id(tx, goal.training_id) if goal.training_id is not None else None
    return Circumstances(
        goal, training, peers_by_unit(tx, goal), published_by_unit(tx), points_of(goal, tx.settings)
    )


def points_of(goal: Goal, settings: Settings) -> int:
    """What reaching the goal earns; 0 where it earns nothing by itself."""
    cause = _EARNS.get(goal.kind)
    return point_values(settings)[cause] if cause else 0


def may_be_said(principle: Principle, now: Circumstances, unit_id: int | None) -> bool:
    """Whether the message would be true for a reader of this unit who has not reached the goal."""
    match principle:
        case Principle.SOCIAL_NORM:
            did, staff = now.peers.get(unit_id or 0, (0, 0))
            # the reader is one of the staff and has not done it
            return social_norm_holds(did, max(staff - 1, did))
        case Principle.CITIZENS_SAID:
            return (unit_id or 0) in now.published
        case Principle.RESERVED_SEAT:
            return now.training is not None and now.training.answer_by is not None
        case Principle.INCENTIVE:
            return now.points > 0
    return True


def is_offered(principle: Principle, now: Circumstances) -> bool:
    """Whether the principle makes sense for the goal at all; per unit `may_be_said` decides."""
    if principle is Principle.RESERVED_SEAT:
        limited = now.training is not None and now.training.seats is not None
        return now.goal.kind is GoalKind.ACCEPTED and limited and may_be_said(principle, now, None)
    if principle is Principle.SOCIAL_NORM:
        return any(may_be_said(principle, now, unit) for unit in now.peers)
    if principle is Principle.CITIZENS_SAID:
        return bool(now.published)
    return may_be_said(principle, now, None)


def figures_for(
    tx: Transaction, principle: Principle, now: Circumstances, employee_id: int, unit_id: int | None
) -> Figures | None:
    """None where the message is not (or no longer) true for this reader."""
    if not may_be_said(principle, now, unit_id):
        return None
    did, staff = now.peers.get(unit_id or 0, (0, 0))
    unit = unit_by_id(tx, unit_id) if unit_id is not None else None
    said = now.published.get(unit_id or 0)
    return Figures(
        now.goal,
        now.training.title if now.training else "",
        now.training.answer_by if now.training else None,
        did=did,
        peers=max(staff - 1, did),
        unit=unit.short_name if unit else "",
        ikm=said.ikm if said else "",
        ratings=said.n if said else 0,
        jp=jp_of_year(tx, employee_id) if principle is Principle.OWN_PROGRESS else 0,
        points=now.points,
    )


def sample_figures(tx: Transaction, goal: Goal) -> Figures:
    """An example to look at a draft with: the goal's own title and deadline, the best unit's figures where there are any."""
    now = circumstances(tx, goal)
    unit_id = max(now.peers, key=lambda unit: now.peers[unit][0] / max(now.peers[unit][1], 1), default=None)
    did, staff = now.peers.get(unit_id or 0, (7, 11))
    unit = unit_by_id(tx, unit_id) if unit_id is not None else None
    said = next(iter(now.published.values()), Published("82.50", 240))
    return Figures(
        goal,
        now.training.title if now.training else "",
        (now.training.answer_by if now.training else None) or tx.now,
        did=did,
        peers=max(staff - 1, did),
        unit=unit.short_name if unit else "–",
        ikm=said.ikm,
        ratings=said.n,
        jp=6,
        points=now.points,
    )
