"""What a chat service told of messages after it had accepted them: late, twice, in any order, also before our own answer is stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from functools import cache
from typing import Any

from sqlalchemy import bindparam, case, func, or_, select, update

from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox, receipt
from feedbackbot.storage.prepared import ForEach, Prepared
from feedbackbot.storage.transaction import Transaction, insert_of


class Stage(IntEnum):
    """How far a message came; a later one never gives way to an earlier one. What failed and was delivered all the same was delivered."""

    ACCEPTED = 0
    SENT = 1
    FAILED = 2
    DELIVERED = 3
    READ = 4


@dataclass(frozen=True, slots=True)
class Receipt:
    """`row` is the outbox row that was sent along, where it was; `last`: the message is the part of it that counts. `fate` is what a
    failure means (of the channel's own table), `category` of what the message costs ("" for nothing). `arrives`: only now it is known
    to have arrived."""

    message_ref: str
    row: int | None
    stage: Stage
    at: datetime
    code: int | None = None
    category: str = ""
    last: bool = True
    fate: str = ""
    arrives: bool = False


def together(receipts: Sequence[Receipt]) -> list[Receipt]:
    """One of each message, as all that was told of it says."""
    found: dict[str, Receipt] = {}
    for one in receipts:
        known = found.get(one.message_ref)
        if known is None:
            found[one.message_ref] = one
            continue
        newer, older = (one, known) if one.stage > known.stage else (known, one)
        found[one.message_ref] = replace(
            newer, category=newer.category or older.category, row=newer.row or older.row
        )
    return list(found.values())


# all made once: to build a statement costs more than to run it, and there are two receipts or three to each message
_KNOWN = ForEach(
    select(receipt.c.message_ref, receipt.c.stage, receipt.c.outbox_id, receipt.c.category).where(
        receipt.c.channel == bindparam("channel")
    ),
    receipt.c.message_ref,
)
_Known = tuple[int, int | None, str]
_NOTHING_KNOWN: _Known = (-1, None, "")


def keep_receipts(tx: Transaction, channel: str, receipts: Sequence[Receipt]) -> list[Receipt]:
    """Store what they add to what is known; returns those that came further by it, with the row that is known by now. One row a message,
    `together` first."""
    rows = _KNOWN.all(tx, {"channel": channel}, [one.message_ref for one in receipts])
    known: dict[str, _Known] = {ref: (stage, row, category) for ref, stage, row, category in rows}
    new, adding = [], []
    for one in receipts:
        stage, row, category = known.get(one.message_ref, _NOTHING_KNOWN)
        if one.stage > stage:
            adding.append(one)
            arrives = stage < Stage.DELIVERED <= one.stage
            new.append(replace(one, row=one.row or row, category=one.category or category, arrives=arrives))
        elif one.category or (one.row is not None and row is None):
            adding.append(one)
    if adding:
        _keeping(tx.on_postgresql).run_each(tx, [_row(channel, one) for one in adding])
    return new


@cache
def _keeping(on_postgresql: bool) -> Prepared:
    statement = insert_of(receipt, on_postgresql=on_postgresql)
    fresh = statement.excluded
    further = fresh.stage > receipt.c.stage
    values: dict[str, Any] = {
        name: case((further, getattr(fresh, name)), else_=receipt.c[name])
        for name in ("at", "code", "fate", "stage")
    }
    values["category"] = case((fresh.category != "", fresh.category), else_=receipt.c.category)
    values["outbox_id"] = func.coalesce(fresh.outbox_id, receipt.c.outbox_id)
    kept = statement.on_conflict_do_update(index_elements=["channel", "message_ref"], set_=values)
    return Prepared(kept, [column.name for column in receipt.columns])


def _row(channel: str, one: Receipt) -> dict[str, object]:
    return {
        "channel": channel,
        "message_ref": one.message_ref,
        "outbox_id": one.row,
        "stage": int(one.stage),
        "at": one.at,
        "code": one.code,
        "category": one.category,
        "fate": one.fate,
    }


_FAILED_BEFORE = ForEach(
    select(receipt.c.message_ref, receipt.c.outbox_id, receipt.c.code, receipt.c.fate).where(
        receipt.c.channel == bindparam("channel"), receipt.c.stage == int(Stage.FAILED)
    ),
    receipt.c.message_ref,
)


def failures_of(tx: Transaction, channel: str, refs: Collection[str]) -> list[Receipt]:
    """Of messages just settled those that were told to have failed before."""
    rows = _FAILED_BEFORE.all(tx, {"channel": channel}, list(refs))
    return [Receipt(ref, row, Stage.FAILED, tx.now, code, fate=fate) for ref, row, code, fate in rows]


def has_gone(tx: Transaction, row: int) -> str | None:
    """The message in which a row went although the answer to its sending was lost; None while nothing is told of one."""
    taken = (Stage.SENT, Stage.DELIVERED, Stage.READ)
    return tx.run(
        select(receipt.c.message_ref)
        .where(
            receipt.c.outbox_id == row,
            receipt.c.stage.in_([int(stage) for stage in taken]),
        )
        .limit(1)
    ).scalar()


@dataclass(frozen=True, slots=True)
class Told:
    """An outbox row that a receipt is about."""

    id: int
    address_id: int
    person_id: int
    state: State
    kind: str
    attempts: int
    reason: str | None
    has_words: bool


_SETTLED = ForEach(
    select(
        outbox.c.id, outbox.c.address_id, address.c.person_id, outbox.c.state, outbox.c.kind, outbox.c.attempts,
        outbox.c.reason, outbox.c.message_ref,
        (outbox.c.body.is_not(None) | outbox.c.content_id.is_not(None)).label("has_words"),
    )
    .join(address, address.c.id == outbox.c.address_id)
    .where(
        outbox.c.channel == bindparam("channel"),
        or_(outbox.c.state == int(State.SENT), outbox.c.state == int(State.UNKNOWN)),
    ),
    outbox.c.id,
)  # fmt: skip


def settled_rows(tx: Transaction, channel: str, receipts: Sequence[Receipt]) -> dict[str, Told]:
    """By message, the rows that were settled; of a row that went in several messages, the one that counts."""
    row_of = {one.message_ref: one.row for one in receipts if one.last and one.row is not None}
    if not row_of:
        return {}
    rows = _SETTLED.all(tx, {"channel": channel}, list(row_of.values()))
    found = {row[0]: row for row in rows}
    told: dict[str, Told] = {}
    for ref, number in row_of.items():
        row = found.get(number)
        if row is not None and row[-2] in (None, ref):
            number, address_id, person_id, state, kind, attempts, reason, _, has_words = row
            told[ref] = Told(
                number, address_id, person_id, State(state), kind, attempts, reason, bool(has_words)
            )
    return told


_ARRIVED = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=int(State.SENT), message_ref=bindparam("ref"), reason=None, body=None)
)
_ACCEPTED_AFTER_ALL = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state == int(State.UNKNOWN))
    .values(state=int(State.SENT), message_ref=bindparam("ref"), reason=None)
)
_BACK = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=int(State.WAITING), message_ref=None, settled_at=None, started_at=None, owner=None,
        due_at=bindparam("at"), reason=bindparam("why"),
    )
)  # fmt: skip
_OVER = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=bindparam("to"), reason=bindparam("why"), body=None)
)


def note_arrived(tx: Transaction, rows: Sequence[tuple[int, str]]) -> None:
    """Delivered or read: nobody needs the words any more. Row and message."""
    _ARRIVED.run_each(tx, [{"row": row, "ref": ref} for row, ref in rows])


def note_accepted(tx: Transaction, rows: Sequence[tuple[int, str]]) -> None:
    """The answer that was lost was a yes."""
    if rows:
        tx.run(_ACCEPTED_AFTER_ALL, [{"row": row, "ref": ref} for row, ref in rows])


def send_again(tx: Transaction, row: int, at: datetime, why: str) -> None:
    tx.wakes_delivery = True
    tx.run(_BACK, [{"row": row, "at": at, "why": why[:120]}])


def note_failed(tx: Transaction, row: int, state: State, why: str) -> None:
    tx.run(_OVER, [{"row": row, "to": int(state), "why": why[:120]}])
