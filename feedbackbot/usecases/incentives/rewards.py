"""Rewards an agency can really give: claimed by the employee, granted by an admin, both in chat."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.clock import city_zone
from feedbackbot.delivery.tell import tell
from feedbackbot.domain.incentives.notices import RewardAsked, RewardDecided
from feedbackbot.domain.incentives.rewards import Reward, claimable
from feedbackbot.domain.incentives.seasons import Season, season_of
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.domain.training.enrolment import State
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.settings import Settings
from feedbackbot.storage.incentives.points import season_sum
from feedbackbot.storage.incentives.rewards import (
    Claim,
    ClaimState,
    add_claim,
    change_claim,
    claim_by_id,
    claims_of,
    next_letter,
    open_claims,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.staff.employees import Employee, employee_by_id
from feedbackbot.storage.training.enrolments import change_enrolment, enrolments_in, enrolments_of_employee
from feedbackbot.storage.training.trainings import lock_training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.incentives.standing import the_employee

__all__ = ["Claim", "ClaimState", "Employee", "Reward", "claim_by_id"]


def thresholds(settings: Settings) -> Mapping[Reward, int]:
    """Points of a season; letters are given only where somebody signs them."""
    found = {Reward.PRIORITY_FOR_NEXT_TRAINING: settings.reward_priority_points}
    if settings.letter_signer_name:
        found[Reward.LETTER_OF_APPRECIATION] = settings.reward_letter_points
    return found


@dataclass(frozen=True, slots=True)
class Claimable:
    reward: Reward
    season: Season
    points: int


def my_rewards(tx: Transaction, person_id: int) -> tuple[list[Claimable], list[Claim]]:
    """What may be claimed now (of the present season and of the last one), and what was claimed before."""
    me = the_employee(tx, person_id)
    claims = claims_of(tx, me.id)
    season = season_of(tx.now)
    found = []
    for one in (season, season.previous()):
        points = season_sum(tx, me.id, one.key)
        taken = [claim.reward for claim in claims if claim.season == one.key]
        found += [
            Claimable(reward, one, points) for reward in claimable(points, taken, thresholds(tx.settings))
        ]
    return found, claims


def claim(tx: Transaction, person_id: int, reward: Reward, season: str) -> int:
    """Ask for it; the programme's admins are told. Returns the claim's id. Raises FeedbackbotError where it is not due."""
    me = the_employee(tx, person_id)
    due = [one for one in my_rewards(tx, person_id)[0] if (one.reward, one.season.key) == (reward, season)]
    claim_id = add_claim(tx, me.id, reward, season, due[0].points) if due else None
    if claim_id is None:
        raise FeedbackbotError("reward-not-due")
    for admin in {*holders(tx, Role.PROGRAMME_ADMIN), *holders(tx, Role.SUPERADMIN)}:
        tell(tx, admin, RewardAsked(claim_id))
    return claim_id


def claim_to_decide(tx: Transaction, claim_id: int) -> tuple[Claim, Employee] | None:
    """None once it was decided."""
    found = claim_by_id(tx, claim_id)
    who = employee_by_id(tx, found.employee_id) if found else None
    return (
        (found, who) if found is not None and who is not None and found.state is ClaimState.CLAIMED else None
    )


def waiting_claims(tx: Transaction, person_id: int) -> list[tuple[Claim, Employee]]:
    """For an admin. Raises FeedbackbotError for anybody else."""
    _require_admin(tx, person_id)
    pairs = ((one, employee_by_id(tx, one.employee_id)) for one in open_claims(tx))
    return [(one, who) for one, who in pairs if who is not None]


def decide(tx: Transaction, admin_id: int, claim_id: int, *, grant: bool) -> Claim:
    """Grant or refuse; the employee is told, with the letter where it is one. Raises FeedbackbotError."""
    _require_admin(tx, admin_id)
    found = claim_by_id(tx, claim_id)
    who = employee_by_id(tx, found.employee_id) if found else None
    if found is None or who is None:
        raise FeedbackbotError("reward-unknown")
    if who.person_id == admin_id:
        raise FeedbackbotError("reward-not-for-oneself")
    values: dict[str, object] = {"decided_at": tx.now, "granter_id": admin_id}
    if grant and found.reward is Reward.LETTER_OF_APPRECIATION:
        year = tx.now.astimezone(city_zone()).year
        values |= {"letter_year": year, "letter_serial": next_letter(tx, year), "name": who.full_name}
    state = ClaimState.GRANTED if grant else ClaimState.REFUSED
    if not change_claim(tx, claim_id, ClaimState.CLAIMED, state, **values):
        raise StateChanged("reward-decided-already")
    record(
        tx,
        admin_id,
        "reward-granted" if grant else "reward-refused",
        f"reward:{claim_id}",
        before={"state": found.state.value},
        after={"state": state.value},
    )
    decided = claim_by_id(tx, claim_id)
    assert decided is not None  # noqa: S101  just changed
    if who.person_id is not None:
        tell(tx, who.person_id, RewardDecided(claim_id))
    return decided


def usable_priority(tx: Transaction, person_id: int) -> list[tuple[int, int, str]]:
    """Granted priority that was not used, with the waiting lists it can be used on: (claim, training, title)."""
    me = the_employee(tx, person_id)
    granted = [
        one
        for one in claims_of(tx, me.id)
        if one.reward is Reward.PRIORITY_FOR_NEXT_TRAINING and one.state is ClaimState.GRANTED
    ]
    if not granted:
        return []
    waiting = [one for one in enrolments_of_employee(tx, me.id) if one.state is State.WAITING]
    found = [training_by_id(tx, one.training_id) for one in waiting]
    return [(granted[-1].id, one.id, one.title) for one in found if one is not None and one.is_open(tx.now)]


def use_priority(tx: Transaction, person_id: int, claim_id: int, training_id: int) -> str:
    """To the front of this waiting list, before the next seat is offered; once. Returns the training's title."""
    lock_training(tx, training_id)
    title = next(
        (one[2] for one in usable_priority(tx, person_id) if one[:2] == (claim_id, training_id)), None
    )
    me = the_employee(tx, person_id)
    waiting = enrolments_in(tx, training_id, [State.WAITING])
    mine = next((one for one in waiting if one.employee_id == me.id), None)
    if title is None or mine is None:
        raise StateChanged("reward-priority-no-use")
    if not change_claim(
        tx, claim_id, ClaimState.GRANTED, ClaimState.USED, training_id=training_id, used_at=tx.now
    ):
        raise StateChanged("reward-decided-already")
    change_enrolment(tx, mine.id, queued=min(one.queued for one in waiting) - 1)
    return title


def _require_admin(tx: Transaction, person_id: int) -> None:
    if not roles_of(tx, person_id) & ADMINS:
        raise FeedbackbotError("incentives-only-admins")
