"""Employees an invitation is for, found and invited in one statement."""

from datetime import date

from sqlalchemy import ColumnElement, func, select, true

from feedbackbot.domain.training.audience import Audience, AudienceSize
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.enrolments import invite_all
from feedbackbot.storage.training.tables import enrolment, jp_entry
from feedbackbot.storage.transaction import Transaction


def size_of(tx: Transaction, training_id: int, audience: Audience, year: int) -> AudienceSize:
    """`year` is the one in which credits are counted."""
    fits = employee.c.active & _condition(audience, year)
    has_one = select(enrolment.c.id).where(
        enrolment.c.employee_id == employee.c.id, enrolment.c.training_id == training_id
    )
    people = tx.run(select(func.count()).select_from(employee).where(fits)).scalar_one()
    row = tx.run(
        select(func.count().label("new"), func.count(employee.c.person_id).label("linked")).where(
            fits, ~has_one.exists()
        )
    ).one()
    return AudienceSize(int(people), int(row.new), int(row.linked))


def invite_audience(tx: Transaction, training_id: int, audience: Audience, year: int) -> int:
    """Everybody of the audience who has no standing yet. Returns how many."""
    return invite_all(tx, training_id, _condition(audience, year))


def rank_groups_of_staff(tx: Transaction) -> list[str]:
    """Those that active employees have, short ones first."""
    found = select(employee.c.rank_group).where(employee.c.active, employee.c.rank_group.is_not(None))
    return sorted(tx.run(found.distinct()).scalars(), key=lambda group: (len(group) > 3, group))


def _condition(audience: Audience, year: int) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = true()
    if audience.unit_id is not None:
        condition &= employee.c.unit_id == audience.unit_id
    if audience.rank_group is not None:
        condition &= employee.c.rank_group == audience.rank_group
    if audience.below_jp is not None:
        earned = (
            select(func.coalesce(func.sum(jp_entry.c.jp), 0))
            .where(
                jp_entry.c.employee_id == employee.c.id,
                jp_entry.c.day >= date(year, 1, 1),
                jp_entry.c.day <= date(year, 12, 31),
            )
            .scalar_subquery()
        )
        condition &= earned < audience.below_jp
    if audience.nips:
        condition &= employee.c.nip.in_(list(audience.nips))
    return condition
