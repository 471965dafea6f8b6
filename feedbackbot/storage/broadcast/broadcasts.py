"""Broadcasts: drafts, plans, what runs and what ran. Every change of state is one guarded UPDATE, so of two admins one is first."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, insert, or_, select, update

from feedbackbot.storage.broadcast.tables import (
    broadcast,
)
from feedbackbot.storage.transaction import Transaction, upsert

_JUST_BEFORE = timedelta(milliseconds=1)


class Stage(StrEnum):
    """How far a broadcast has come."""

    DRAFT = "draft"
    AWAITING = "awaiting"  # a second admin must approve
    PLANNED = "planned"
    OVERDUE = "overdue"  # its moment passed while the bot was away: its author is asked
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    DONE = "done"


OPEN = (Stage.RUNNING, Stage.PAUSED, Stage.CANCELLED)
"""Rows of these may still be under way."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that the author sent. `kind` is "picture" or "document", `ref` the chat service's id of it."""

    kind: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`words` and each of `buttons` by language. Moments in UTC; `due_at` is None for "at once".
    `rows_after` is a person's id while rows of people after that one are still to be made."""

    id: int
    stage: Stage
    author_id: int
    approver_id: int | None
    emergency: bool
    audience: str
    words: Mapping[str, str]
    attachment: Uploaded | None
    buttons: tuple[Mapping[str, str], ...]
    content_id: int | None
    due_at: datetime | None
    repeat: str | None
    series_id: int | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    rows_after: int | None
    left_out: Mapping[str, int]
    result: Mapping[str, int] | None
    card_address_id: int | None
    card_ref: str | None

    @property
    def subject(self) -> str:
        """The subject of its outbox rows."""
        return subject_of(self.id)


def subject_of(broadcast_id: int) -> str:
    return f"broadcast:{broadcast_id}"


def new_draft(tx: Transaction, author_id: int, audience: str) -> int:
    row = {
        "state": Stage.DRAFT,
        "author_id": author_id,
        "emergency": False,
        "audience": audience,
        "created_at": tx.now,
    }
    return int(tx.run(insert(broadcast).returning(broadcast.c.id), row).scalar_one())


def broadcast_by_id(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    found = _read(tx, broadcast.c.id == broadcast_id)
    return found[0] if found else None


def change_draft(tx: Transaction, broadcast_id: int, **values: Any) -> bool:
    """False where it is no draft any more. JSON columns take their values as they are."""
    for name in ("words", "attachment", "buttons"):
        if values.get(name) is not None:
            values[name] = json.dumps(values[name], ensure_ascii=False)
    changed = tx.run(
        update(broadcast)
        .where(broadcast.c.id == broadcast_id, broadcast.c.state == Stage.DRAFT)
        .values(**values)
    )
    return changed.rowcount == 1


def move(tx: Transaction, broadcast_id: int, before: Collection[Stage], after: Stage, **values: Any) -> bool:
    """To another stage, if it stands at one of `before`: tells whether it did."""
    changed = tx.run(
        update(broadcast)
        .where(broadcast.c.id == broadcast_id, broadcast.c.state.in_(list(before)))
        .values(state=after, **values)
    )
    return changed.rowcount == 1


def set_values(tx: Transaction, broadcast_id: int, **values: Any) -> None:
    tx.run(update(broadcast).where(broadcast.c.id == broadcast_id).values(**values))


def rows_made(tx: Transaction, found: Broadcast, until: int | None) -> bool:
    """Whoever calls it makes the rows of people after `found.rows_after` up to `until`, None: all that are left. False where another
    process was first."""
    claimed = tx.run(
        update(broadcast)
        .where(broadcast.c.id == found.id, broadcast.c.rows_after == found.rows_after)
        .values(rows_after=until)
    )
    return claimed.rowcount == 1


def finish(tx: Transaction, broadcast_id: int, result: Mapping[str, int]) -> bool:
    """Nothing is left to be sent: keep the counts. A cancelled one stays cancelled. False where another process was first."""
    finished = tx.run(
        update(broadcast)
        .where(broadcast.c.id == broadcast_id, broadcast.c.finished_at.is_(None))
        .values(finished_at=tx.now, result=json.dumps(dict(result)), card_at=None)
    )
    move(tx, broadcast_id, (Stage.RUNNING, Stage.PAUSED), Stage.DONE)
    return finished.rowcount == 1


def newest_broadcasts(tx: Transaction, most: int, author_id: int | None = None) -> list[Broadcast]:
    """Newest first, without drafts."""
    condition = broadcast.c.state != Stage.DRAFT
    if author_id is not None:
        condition &= broadcast.c.author_id == author_id
    return _read(tx, condition, newest=most)


def add_next_of_series(tx: Transaction, earlier: Broadcast, due_at: datetime) -> bool:
    """The next one of a repeated broadcast; False where another scheduler was first."""
    row = {
        "state": Stage.PLANNED,
        "author_id": earlier.author_id,
        "approver_id": earlier.approver_id,
        "emergency": earlier.emergency,
        "audience": earlier.audience,
        "words": json.dumps(dict(earlier.words), ensure_ascii=False),
        "attachment": _attachment_json(earlier.attachment),
        "buttons": json.dumps([dict(one) for one in earlier.buttons], ensure_ascii=False),
        "due_at": due_at,
        "repeat": earlier.repeat,
        "series_id": earlier.series_id or earlier.id,
        "created_at": tx.now,
        "card_address_id": earlier.card_address_id,
    }
    statement = (
        upsert(tx, broadcast).values(**row).on_conflict_do_nothing(index_elements=["series_id", "due_at"])
    )
    return tx.run(statement).rowcount == 1


def claim_card(tx: Transaction, broadcast_id: int, not_since: datetime) -> bool:
    """Whether the caller may edit the card now: of all processes one at a time, and not more often than that. The end counts as shown
    only once `set_values` says so."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None:
        return False
    at = tx.now if found.finished_at is None else min(tx.now, found.finished_at - _JUST_BEFORE)
    claimed = tx.run(
        update(broadcast)
        .where(
            broadcast.c.id == broadcast_id,
            # one from the future was shown by a process whose clock is wrong
            or_(
                broadcast.c.card_at.is_(None), broadcast.c.card_at <= not_since, broadcast.c.card_at > tx.now
            ),
        )
        .values(card_at=at)
    )
    return claimed.rowcount == 1


def _read(tx: Transaction, condition: ColumnElement[bool], newest: int | None = None) -> list[Broadcast]:
    statement = select(broadcast).where(condition)
    statement = (
        statement.order_by(broadcast.c.id)
        if newest is None
        else statement.order_by(broadcast.c.id.desc()).limit(newest)
    )
    return [_broadcast(row) for row in tx.run(statement)]


def _broadcast(row: Any) -> Broadcast:
    return Broadcast(
        row.id,
        Stage(row.state),
        row.author_id,
        row.approver_id,
        row.emergency,
        row.audience,
        json.loads(row.words),
        None if row.attachment is None else Uploaded(**json.loads(row.attachment)),
        tuple(json.loads(row.buttons)),
        row.content_id,
        row.due_at,
        row.repeat,
        row.series_id,
        row.created_at,
        row.started_at,
        row.finished_at,
        row.rows_after,
        json.loads(row.left_out),
        None if row.result is None else json.loads(row.result),
        row.card_address_id,
        row.card_ref,
    )


def _attachment_json(uploaded: Uploaded | None) -> str | None:
    if uploaded is None:
        return None
    return json.dumps({"kind": uploaded.kind, "ref": uploaded.ref, "name": uploaded.name}, ensure_ascii=False)
