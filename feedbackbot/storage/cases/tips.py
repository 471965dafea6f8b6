"""Tips to the inspectorate: what was told, without a way to whoever told it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.cases.tips import TipKind, TipState
from feedbackbot.storage.cases.tables import tip
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class TipRow:
    """`unit_id` is whom it is about, None where that was not said. What was told stands in its timeline."""

    id: int
    code: str
    lock: str
    kind: TipKind
    unit_id: int | None
    latitude: float | None
    longitude: float | None
    state: TipState
    received_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewTip:
    kind: TipKind
    words: str
    unit_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None


def add_tip(tx: Transaction, new: NewTip, code: str, lock: str) -> int:
    """Returns the id."""
    values = {
        "code": code,
        "lock": lock,
        "kind": new.kind.value,
        "unit_id": new.unit_id,
        "latitude": new.latitude,
        "longitude": new.longitude,
        "state": TipState.NEW.value,
        "received_at": full_hour(tx.now),
    }
    return int(tx.run(insert(tip).values(**values).returning(tip.c.id)).scalar_one())


def tip_by_code(tx: Transaction, code: str) -> TipRow | None:
    row = tx.run(select(tip).where(tip.c.code == code)).one_or_none()
    return _read(row) if row else None


def lock_tip(tx: Transaction, tip_id: int) -> TipRow | None:
    """Locked until the turn ends."""
    row = tx.run(select(tip).where(tip.c.id == tip_id).with_for_update()).one_or_none()
    return _read(row) if row else None


def find_tip(tx: Transaction, tip_id: int) -> TipRow | None:
    row = tx.run(select(tip).where(tip.c.id == tip_id)).one_or_none()
    return _read(row) if row else None


def tips_in(tx: Transaction, *states: TipState, most: int = 60) -> list[TipRow]:
    """Newest first."""
    statement = select(tip).where(tip.c.state.in_([one.value for one in states]))
    return [_read(row) for row in tx.run(statement.order_by(tip.c.id.desc()).limit(most))]


def set_tip_state(tx: Transaction, tip_id: int, state: TipState) -> None:
    closed_at = tx.now if state is TipState.CLOSED else None
    tx.run(update(tip).where(tip.c.id == tip_id).values(state=state.value, closed_at=closed_at))


def _read(row: Row[Any]) -> TipRow:
    return TipRow(
        row.id,
        row.code,
        row.lock,
        TipKind(row.kind),
        row.unit_id,
        row.latitude,
        row.longitude,
        TipState(row.state),
        row.received_at,
        row.closed_at,
    )
