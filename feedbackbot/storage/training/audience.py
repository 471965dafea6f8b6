"""Employees an invitation is for: how many they are, and those invited, some at a time."""

from datetime import date

from sqlalchemy import ColumnElement, delete, func, insert, select, true, update

from feedbackbot.domain.training.audience import Audience, AudienceSize
from feedbackbot.storage.staff.employees import last_employee
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.enrolments import invite_all
from feedbackbot.storage.training.invitation_tables import invitation_round
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


def invite_listed(tx: Transaction, training_id: int, audience: Audience, year: int) -> None:
    """Everybody of a list of numbers who has no standing yet."""
    invite_all(tx, training_id, _condition(audience, year))


def begin_round(tx: Transaction, training_id: int, audience: Audience) -> int:
    """Everybody of the audience is to be invited, some at a time (`invite_next`). Returns the round's id."""
    row = {
        "training_id": training_id,
        "unit_id": audience.unit_id,
        "rank_group": audience.rank_group,
        "below_jp": audience.below_jp,
        "until": 0,
    }
    return int(tx.run(insert(invitation_round).values(row).returning(invitation_round.c.id)).scalar_one())


def open_rounds(tx: Transaction) -> list[int]:
    return list(tx.run(select(invitation_round.c.id).order_by(invitation_round.c.id)).scalars())


def training_of_round(tx: Transaction, round_id: int) -> int | None:
    """None once all of it were invited. On PostgreSQL the round is locked: two processes take turns."""
    found = select(invitation_round.c.training_id).where(invitation_round.c.id == round_id)
    return tx.run(found.with_for_update()).scalar()


def invite_next(tx: Transaction, round_id: int, year: int, most: int) -> bool:
    """The next `most` employees by id, those of them whom it is for and who have no standing yet. False where it is over."""
    row = tx.run(select(invitation_round).where(invitation_round.c.id == round_id)).one()
    audience = Audience(row.unit_id, row.rank_group, row.below_jp)
    until = row.until + most
    part = employee.c.id.between(row.until + 1, until)
    invite_all(tx, row.training_id, _condition(audience, year) & part)
    if until >= last_employee(tx):
        end_round(tx, round_id)
        return False
    tx.run(update(invitation_round).where(invitation_round.c.id == round_id).values(until=until))
    return True


def end_round(tx: Transaction, round_id: int) -> None:
    tx.run(delete(invitation_round).where(invitation_round.c.id == round_id))


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
