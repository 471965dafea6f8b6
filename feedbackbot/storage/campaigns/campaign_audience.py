"""Who a campaign may draw: reachable now, and not at the goal yet. All of it is decided before the draw, alike for every arm."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from feedbackbot.clock import city_zone
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.campaigns.goals import reached
from feedbackbot.storage.campaigns.tables import campaign, campaign_person
from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.reports.tables import published_result
from feedbackbot.storage.staff.employees import last_employee
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment
from feedbackbot.storage.transaction import Transaction

# For an invitation: who has it open. For attending: who may still come. Other goals concern everybody.
_STATES = {
    GoalKind.ACCEPTED: (State.INVITED, State.LATER),
    GoalKind.ATTENDED: (
        State.INVITED,
        State.LATER,
        State.ASKED,
        State.SEATED,
        State.OFFERED,
        State.WAITING,
    ),
}
_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """An employee who may be drawn."""

    employee_id: int
    unit_id: int | None


def candidates_by_unit(tx: Transaction, goal: Goal, audience: str) -> dict[int | None, int]:
    """How many of each unit could be drawn now. It looks at the whole staff: read it beside the writer."""
    sizes: Counter[int | None] = Counter()
    for start in range(0, last_employee(tx), _PAGE):
        ids = range(start + 1, start + _PAGE + 1)
        found = _fitting(tx, select(employee.c.unit_id, func.count().label("people")), goal, audience, ids)
        for row in tx.run(found.group_by(employee.c.unit_id)):
            sizes[row.unit_id] += row.people
    return dict(sizes)


def candidates(tx: Transaction, goal: Goal, audience: str, ids: range) -> list[Candidate]:
    """Those of these employees who may be drawn, by id."""
    found = _fitting(tx, select(employee.c.id, employee.c.unit_id), goal, audience, ids)
    return [Candidate(row.id, row.unit_id) for row in tx.run(found.order_by(employee.c.id))]


def _fitting(tx: Transaction, found: Select[Any], goal: Goal, audience: str, ids: range) -> Select[Any]:
    """Active, with a chat that can be reached, suggestions not switched off, not at the goal, and in no running campaign for the
    same goal. Raises ValueError for an audience that nobody wrote.

    Everything is asked of a range of ids and by NOT IN: a PostgreSQL that knows nothing yet about freshly imported tables would
    otherwise run one list through the other row by row, which took it 25 seconds for 900 people.
    """
    off = (
        select(employee.c.id)
        .join(opt_out, opt_out.c.person_id == employee.c.person_id)
        .where(opt_out.c.subscription == Subscription.SUGGESTIONS.value, _within(employee.c.id, ids))
    )
    elsewhere = (
        select(campaign_person.c.employee_id)
        .join(campaign)
        .where(
            campaign.c.state == "running",
            campaign.c.goal == goal.code,
            _within(campaign_person.c.employee_id, ids),
        )
    )
    reachable = select(address.c.id).where(
        address.c.person_id == employee.c.person_id, address.c.gone_at.is_(None)
    )
    done = reached(goal, tx.now.astimezone(city_zone()).year, ids).subquery()
    return _concerned(found, goal).where(
        employee.c.active,
        _within(employee.c.id, ids),
        _of(audience),
        reachable.exists(),
        employee.c.id.not_in(select(done.c.employee_id)),
        employee.c.id.not_in(off),
        employee.c.id.not_in(elsewhere),
    )


def _concerned(found: Select[Any], goal: Goal) -> Select[Any]:
    states = _STATES.get(goal.kind)
    if states is None:
        return found.select_from(employee)
    invited = enrolment.c.state.in_([state.value for state in states])
    both = employee.join(enrolment, enrolment.c.employee_id == employee.c.id)
    return found.select_from(both).where(enrolment.c.training_id == goal.number, invited)


def _within(column: ColumnElement[int], ids: range) -> ColumnElement[bool]:
    return column.between(ids.start, ids.stop - 1)


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


def peers_by_unit(tx: Transaction, goal: Goal) -> dict[int, tuple[int, int]]:
    """By unit: how many of the active staff whom the goal concerns have reached it, and how many there are."""
    year = tx.now.astimezone(city_zone()).year
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
