"""Who of a campaign has reached its goal, and who has not: the whole of it in pages, beside the writer; what is kept of it in slices."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select, update

from feedbackbot.clock import city_zone
from feedbackbot.storage.campaigns.campaigns import Campaign
from feedbackbot.storage.campaigns.goals import reached
from feedbackbot.storage.campaigns.tables import campaign_person
from feedbackbot.storage.staff.employees import last_employee
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction

_PAGE = 5_000


def acts_unseen(tx: Transaction, one: Campaign) -> dict[int, datetime]:
    """By employee, the moment of acts that are not noted yet, in every arm alike."""
    found: dict[int, datetime] = {}
    for ids in _pages(tx):
        done = reached(one.goal, _year(tx), ids).subquery()
        mine = campaign_person.join(done, done.c.employee_id == campaign_person.c.employee_id)
        rows = tx.run(
            select(done.c.employee_id, done.c.at)
            .select_from(mine)
            .where(campaign_person.c.campaign_id == one.id, campaign_person.c.acted_at.is_(None))
        )
        found |= {row.employee_id: row.at for row in rows}
    return found


def keep_acts(tx: Transaction, campaign_id: int, moments: Mapping[int, datetime]) -> list[int]:
    """They get no more of this campaign. Returns the employees of whom it was not noted before."""
    new = []
    for employee_id, at in moments.items():
        mine = (campaign_person.c.campaign_id == campaign_id) & (campaign_person.c.employee_id == employee_id)
        unseen = update(campaign_person).where(mine, campaign_person.c.acted_at.is_(None))
        if tx.run(unseen.values(acted_at=at, next_at=None)).rowcount:
            new.append(employee_id)
    return new


def how_many_left(tx: Transaction, one: Campaign, arm: str) -> int:
    """People of an arm who have not reached the goal."""
    return sum(len(left_in(tx, one, arm, ids)) for ids in _pages(tx))


def left_in(tx: Transaction, one: Campaign, arm: str, ids: range) -> list[int]:
    """Those of a range of employees."""
    done = reached(one.goal, _year(tx), ids).subquery()
    found = select(campaign_person.c.employee_id).where(
        campaign_person.c.campaign_id == one.id,
        campaign_person.c.arm == arm,
        campaign_person.c.acted_at.is_(None),
        campaign_person.c.employee_id.between(ids.start, ids.stop - 1),
        campaign_person.c.employee_id.not_in(select(done.c.employee_id)),
    )
    return list(tx.run(found).scalars())


def plan_for(tx: Transaction, campaign_id: int, employees: Sequence[int], at: datetime) -> None:
    """Their next message is due then."""
    mine = (campaign_person.c.campaign_id == campaign_id) & campaign_person.c.employee_id.in_(employees)
    tx.run(update(campaign_person).where(mine).values(next_at=at, waves_done=0))


def people_of(tx: Transaction, employees: Sequence[int]) -> list[int]:
    """Their chats' person ids."""
    part = employee.c.id.in_(list(employees))
    return list(tx.run(select(employee.c.person_id).where(part, employee.c.person_id.is_not(None))).scalars())


def _pages(tx: Transaction) -> Iterator[range]:
    for start in range(0, last_employee(tx), _PAGE):
        yield range(start + 1, start + _PAGE + 1)


def _year(tx: Transaction) -> int:
    return tx.now.astimezone(city_zone()).year
