"""Who a campaign may draw: reachable now, and not at the goal yet. All of it is decided before the draw, alike for every arm."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from feedbackbot.clock import CITY_ZONE
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.campaigns.goals import reached
from feedbackbot.storage.campaigns.tables import campaign, campaign_person
from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.reports.tables import published_result
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Candidate:
    """An employee who may be drawn."""

    employee_id: int
    unit_id: int | None


def candidates(tx: Transaction, goal: Goal, audience: str) -> list[Candidate]:
    """Active, with a chat that can be reached, suggestions not switched off, not at the goal, and in no running campaign for the
    same goal. Raises ValueError for an audience that nobody wrote.

    One set after the other: a PostgreSQL that knows nothing about freshly imported tables nests all of it in one statement, which took
    it 25 seconds for 900 people.
    """
    year = tx.now.astimezone(CITY_ZONE).year
    reachable = select(address.c.id).where(
        address.c.person_id == employee.c.person_id, address.c.gone_at.is_(None)
    )
    off = (
        select(employee.c.id)
        .join(opt_out, opt_out.c.person_id == employee.c.person_id)
        .where(opt_out.c.subscription == Subscription.SUGGESTIONS.value)
    )
    elsewhere = (
        select(campaign_person.c.employee_id)
        .join(campaign)
        .where(campaign.c.state == "running", campaign.c.goal == goal.code)
    )
    left_out = _ids(tx, reached(goal, year)) | _ids(tx, off) | _ids(tx, elsewhere)
    invited = _concerned(goal)
    concerned = None if invited is None else _ids(tx, invited)
    statement = select(employee.c.id, employee.c.unit_id).where(
        employee.c.active, reachable.exists(), _of(audience)
    )
    return [
        Candidate(row.id, row.unit_id)
        for row in tx.run(statement.order_by(employee.c.id))
        if row.id not in left_out and (concerned is None or row.id in concerned)
    ]


def _ids(tx: Transaction, statement: Select[Any]) -> set[int]:
    """Its first column."""
    return set(tx.run(statement).scalars())


def _of(audience: str) -> ColumnElement[bool]:
    kind, _, argument = audience.partition(":")
    match kind:
        case "all":
            return employee.c.id > 0
        case "unit":
            return employee.c.unit_id == int(argument)
        case "kind":
            return employee.c.kind == argument
    raise ValueError(f"no audience {audience!r}")


def _concerned(goal: Goal) -> Select[Any] | None:
    """For an invitation: who has it open. For attending: who may still come. None: everybody."""
    states = {
        GoalKind.ACCEPTED: [State.INVITED, State.LATER],
        GoalKind.ATTENDED: [
            State.INVITED,
            State.LATER,
            State.ASKED,
            State.SEATED,
            State.OFFERED,
            State.WAITING,
        ],
    }.get(goal.kind)
    if states is None:
        return None
    return select(enrolment.c.employee_id).where(
        enrolment.c.training_id == goal.number, enrolment.c.state.in_([state.value for state in states])
    )


def peers_by_unit(tx: Transaction, goal: Goal) -> dict[int, tuple[int, int]]:
    """By unit: how many of the active staff whom the goal concerns have reached it, and how many there are."""
    year = tx.now.astimezone(CITY_ZONE).year
    done = reached(goal, year).subquery()
    statement: Select[Any] = (
        select(employee.c.unit_id, func.count(done.c.employee_id).label("did"), func.count().label("staff"))
        .select_from(employee.outerjoin(done, done.c.employee_id == employee.c.id))
        .where(employee.c.active, employee.c.unit_id.is_not(None))
        .group_by(employee.c.unit_id)
    )
    if goal.kind in (GoalKind.ACCEPTED, GoalKind.ATTENDED):
        invited = select(enrolment.c.employee_id).where(enrolment.c.training_id == goal.number)
        statement = statement.where(employee.c.id.in_(invited))
    return {row.unit_id: (row.did, row.staff) for row in tx.run(statement)}


@dataclass(frozen=True, slots=True)
class Published:
    """A unit's newest published result."""

    ikm: str
    n: int


def published_by_unit(tx: Transaction) -> dict[int, Published]:
    rows = tx.run(
        select(published_result.c.unit_id, published_result.c.ikm, published_result.c.n).order_by(
            published_result.c.last, published_result.c.id
        )
    )
    return {row.unit_id: Published(row.ikm, row.n) for row in rows}
