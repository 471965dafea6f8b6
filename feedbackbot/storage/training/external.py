"""Certificates of trainings that somebody else held: sent, booked or refused."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, or_, select, update

from feedbackbot.storage.training.external_tables import external_certificate
from feedbackbot.storage.transaction import Transaction


class ExternalState(StrEnum):
    WAITING = "waiting"
    BOOKED = "booked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class NewExternal:
    """What an employee sends. The file lies with the chat service. `first_day` only where it is not `day`, the last."""

    title: str
    organiser: str
    day: date
    jp: int
    number: str
    file_kind: str
    channel: str
    ref: str
    file_name: str = ""
    first_day: date | None = None

    @property
    def began(self) -> date:
        """The same day where it took one."""
        return self.first_day or self.day


@dataclass(frozen=True, slots=True)
class External:
    id: int
    employee_id: int
    sent: NewExternal
    state: ExternalState
    reason: str


_FIELDS = (
    "title",
    "organiser",
    "day",
    "jp",
    "number",
    "file_kind",
    "channel",
    "ref",
    "file_name",
    "first_day",
)


def add_external(tx: Transaction, employee_id: int, new: NewExternal) -> int:
    """Returns its id."""
    values = {name: getattr(new, name) for name in _FIELDS}
    row = {"employee_id": employee_id, "state": ExternalState.WAITING.value, "sent_at": tx.now, **values}
    made = tx.run(insert(external_certificate).values(row).returning(external_certificate.c.id))
    return int(made.scalar_one())


def external_by_id(tx: Transaction, external_id: int) -> External | None:
    row = tx.run(select(external_certificate).where(external_certificate.c.id == external_id)).first()
    return _read(row) if row else None


def waiting_externals(tx: Transaction) -> list[External]:
    """Oldest first."""
    waiting = external_certificate.c.state == ExternalState.WAITING.value
    rows = tx.run(select(external_certificate).where(waiting).order_by(external_certificate.c.id))
    return [_read(row) for row in rows]


def externals_of(tx: Transaction, employee_id: int, most: int) -> list[External]:
    """Newest first."""
    mine = external_certificate.c.employee_id == employee_id
    rows = tx.run(
        select(external_certificate).where(mine).order_by(external_certificate.c.id.desc()).limit(most)
    )
    return [_read(row) for row in rows]


def is_known(tx: Transaction, employee_id: int, new: NewExternal) -> bool:
    """Whether the same one was sent before and not refused: by its number, else by title and day."""
    table = external_certificate.c
    same: ColumnElement[bool] = (func.lower(table.title) == new.title.lower()) & (table.day == new.day)
    if new.number:
        same = or_(same, func.lower(table.number) == new.number.lower())
    mine = (table.employee_id == employee_id) & (table.state != ExternalState.REFUSED.value)
    return tx.run(select(table.id).where(mine, same).limit(1)).first() is not None


def decide_external(
    tx: Transaction, external_id: int, state: ExternalState, reason: str, decided_by: int
) -> bool:
    """False where another admin was first."""
    waiting = external_certificate.c.state == ExternalState.WAITING.value
    values = {"state": state.value, "reason": reason, "decided_at": tx.now, "decided_by": decided_by}
    done = tx.run(
        update(external_certificate).where(external_certificate.c.id == external_id, waiting).values(values)
    )
    return done.rowcount == 1


def _read(row: Row[Any]) -> External:
    sent = NewExternal(**{name: getattr(row, name) for name in _FIELDS})
    return External(row.id, row.employee_id, sent, ExternalState(row.state), row.reason)
