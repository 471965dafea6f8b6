"""Audiences among the city's employees: a condition on the registry, of which only those whose chat is known can be reached."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Select, func, select, true

from feedbackbot.domain.calendar import city_day
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment, jp_entry, training
from feedbackbot.storage.transaction import Transaction

Condition = Callable[[Transaction, tuple[str, ...]], ColumnElement[bool]]


def _everybody(tx: Transaction, arguments: tuple[str, ...]) -> ColumnElement[bool]:
    return true()


def _unit(tx: Transaction, arguments: tuple[str, ...]) -> ColumnElement[bool]:
    return employee.c.unit_id == int(arguments[0])


def _rank(tx: Transaction, arguments: tuple[str, ...]) -> ColumnElement[bool]:
    return employee.c.rank_group == arguments[0]


def _training(tx: Transaction, arguments: tuple[str, ...]) -> ColumnElement[bool]:
    """`training:<mode>:<state>`: in that state at a training of that mode which is neither cancelled nor closed."""
    mode, state = arguments
    seats = (
        select(enrolment.c.employee_id)
        .join(training, training.c.id == enrolment.c.training_id)
        .where(
            training.c.mode == mode,
            enrolment.c.state == state,
            training.c.cancelled_at.is_(None),
            training.c.closed_at.is_(None),
        )
    )
    return employee.c.id.in_(seats)


def _below_jp(tx: Transaction, arguments: tuple[str, ...]) -> ColumnElement[bool]:
    """`jp:<n>`: civil servants (PNS) with fewer JP this year; for a PPPK the figure is a ceiling and nobody is told to owe."""
    first = city_day(tx.now).replace(month=1, day=1)
    enough = (
        select(jp_entry.c.employee_id)
        .where(jp_entry.c.day >= first, jp_entry.c.day < first.replace(year=first.year + 1))
        .group_by(jp_entry.c.employee_id)
        .having(func.sum(jp_entry.c.jp) >= int(arguments[0]))
    )
    return (employee.c.kind == "pns") & employee.c.id.not_in(enough)


CONDITIONS: dict[str, Condition] = {
    "staff": _everybody,
    "unit": _unit,
    "rank": _rank,
    "training": _training,
    "jp": _below_jp,
}


def linked(condition: Condition) -> Callable[[Transaction, tuple[str, ...]], Select[tuple[int]]]:
    """The audience of a condition: person ids."""

    def audience(tx: Transaction, arguments: tuple[str, ...]) -> Select[tuple[int]]:
        return select(employee.c.person_id).where(
            employee.c.active, employee.c.person_id.is_not(None), condition(tx, arguments)
        )

    return audience


STAFF_AUDIENCES = {kind: linked(condition) for kind, condition in CONDITIONS.items()}


def unlinked_count(tx: Transaction, code: str) -> int:
    """Employees of this audience whose chat nobody knows; 0 for an audience that is not one of employees."""
    kind, *arguments = code.split(":")
    condition = CONDITIONS.get(kind)
    if condition is None:
        return 0
    found = select(func.count()).where(
        employee.c.active, employee.c.person_id.is_(None), condition(tx, tuple(arguments))
    )
    return int(tx.run(found).scalar_one())


def units_with_staff(tx: Transaction) -> list[int]:
    rows = select(employee.c.unit_id).where(employee.c.active, employee.c.unit_id.is_not(None)).distinct()
    return list(tx.run(rows).scalars())


def rank_groups(tx: Transaction) -> list[str]:
    rows = select(employee.c.rank_group).where(employee.c.active, employee.c.rank_group.is_not(None))
    return list(tx.run(rows.distinct().order_by(employee.c.rank_group)).scalars())


def modes_and_states(tx: Transaction) -> list[tuple[str, str]]:
    """What stands in open trainings."""
    rows = (
        select(training.c.mode, enrolment.c.state)
        .join(enrolment, enrolment.c.training_id == training.c.id)
        .where(training.c.cancelled_at.is_(None), training.c.closed_at.is_(None))
        .distinct()
        .order_by(training.c.mode, enrolment.c.state)
    )
    return [(row.mode, row.state) for row in tx.run(rows)]


def any_staff(tx: Transaction) -> bool:
    return tx.run(select(employee.c.id).where(employee.c.active).limit(1)).first() is not None
