"""Working days that a unit has to settle a case, where they are not the city's."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.storage.cases.tables import case_limit
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class CaseLimit:
    """`service_id` is None for all services of the unit without a limit of their own."""

    service_id: int | None
    kind: CaseKind
    days: int


def limits_of(tx: Transaction, unit_id: int) -> list[CaseLimit]:
    statement = select(case_limit).where(case_limit.c.unit_id == unit_id).order_by(case_limit.c.id)
    return [CaseLimit(row.service_id, CaseKind(row.kind), row.days) for row in tx.run(statement)]


def set_limit(
    tx: Transaction, unit_id: int, service_id: int | None, kind: CaseKind, days: int | None
) -> None:
    """None: as in the whole city."""
    same_service = (
        case_limit.c.service_id.is_(None) if service_id is None else case_limit.c.service_id == service_id
    )
    mine = (case_limit.c.unit_id == unit_id) & (case_limit.c.kind == kind.value) & same_service
    tx.run(delete(case_limit).where(mine))
    if days is not None:
        values = {"unit_id": unit_id, "service_id": service_id, "kind": kind.value, "days": days}
        tx.run(insert(case_limit).values(**values))
