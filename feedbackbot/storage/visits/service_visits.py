"""Visits that units told of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.visits.honest_sample import Group
from feedbackbot.domain.visits.receipt import MARK
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction, upsert
from feedbackbot.storage.units.tables import unit
from feedbackbot.storage.visits.tables import service_visit


@dataclass(frozen=True, slots=True)
class VisitRow:
    """`said` is the hash of what the request said."""

    id: int
    unit_id: int
    unit_code: str
    service_id: int | None
    counter: str
    said: str
    invited: bool
    used: bool
    expires_at: datetime


_VISITS = select(
    service_visit.c.id,
    service_visit.c.unit_id,
    unit.c.code,
    service_visit.c.service_id,
    service_visit.c.counter,
    service_visit.c.said,
    service_visit.c.invited,
    service_visit.c.used,
    service_visit.c.expires_at,
).join(unit, unit.c.id == service_visit.c.unit_id)


def add_visit(tx: Transaction, values: Mapping[str, Any]) -> bool:
    """False where a visit of that name is there already; told twice in the same moment, the second waits for the first."""
    statement = upsert(tx, service_visit).values(**values, used=False)
    made = tx.run(statement.on_conflict_do_nothing(index_elements=["name"]).returning(service_visit.c.id))
    return made.scalar_one_or_none() is not None


def visit_by_name(tx: Transaction, name: str) -> VisitRow | None:
    row = tx.run(_VISITS.where(service_visit.c.name == name)).one_or_none()
    return VisitRow(*tuple(row)) if row else None


def use_visit(tx: Transaction, name: str) -> bool:
    """Whether it was unused and in force until now; of two that use it in the same moment one does."""
    free = (service_visit.c.name == name) & ~service_visit.c.used & service_visit.c.invited
    statement = update(service_visit).where(free, service_visit.c.expires_at > tx.now).values(used=True)
    return bool(tx.run(statement).rowcount)


def free_visit(tx: Transaction, name: str) -> None:
    """It is unused again."""
    tx.run(update(service_visit).where(service_visit.c.name == name).values(used=False))


def visits_today(tx: Transaction, api_key_id: int, day: date) -> int:
    """How many this application told of."""
    mine = (service_visit.c.api_key_id == api_key_id) & (service_visit.c.day == day)
    return int(tx.run(select(func.count()).select_from(service_visit).where(mine)).scalar_one())


def sample_counts(tx: Transaction, unit_id: int, first: date, last: date) -> tuple[int, int, int]:
    """Visits told of, invited, answered."""
    found = tx.run(
        select(service_visit.c.invited, service_visit.c.used, func.count())
        .where(service_visit.c.unit_id == unit_id, service_visit.c.day.between(first, last))
        .group_by(service_visit.c.invited, service_visit.c.used)
    ).all()
    counts = {(bool(invited), bool(used)): int(n) for invited, used, n in map(tuple, found)}
    answered = counts.get((True, True), 0)
    return sum(counts.values()), answered + counts.get((True, False), 0), answered


def sample_groups(
    tx: Transaction, unit_id: int, first: date, last: date, *, with_flagged: bool
) -> tuple[Group, Group]:
    """Ratings in the index: of those who came by a receipt, and of all others."""
    total = sum((response.c[key] for key in ELEMENT_KEYS[1:]), response.c[ELEMENT_KEYS[0]])
    invited = func.coalesce(response.c.visit, "").like(f"%:{MARK}")
    query = (
        select(invited, func.count(), func.sum(total), func.sum(total * total))
        .where(
            response.c.unit_id == unit_id,
            response.c.day.between(first, last),
            response.c.submitted_at.is_not(None),
        )
        .group_by(invited)
    )
    rows = tx.run(query if with_flagged else query.where(response.c.flags == "")).all()
    found = {
        bool(which): Group(int(n), int(sums), int(squares)) for which, n, sums, squares in map(tuple, rows)
    }
    return found.get(True, Group()), found.get(False, Group())
