"""What follows from what a chat service tells of a message after it had accepted it."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from prometheus_client import Counter

from feedbackbot.delivery.channel import DeliveryStatus
from feedbackbot.domain.contact_policy import RULES, Kind
from feedbackbot.figures import of_city
from feedbackbot.storage.people.addresses import mark_gone
from feedbackbot.storage.pipeline.contact_history import set_opt_out
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.receipts import (
    Receipt,
    Stage,
    Told,
    failures_of,
    keep_receipts,
    note_accepted,
    note_arrived,
    note_failed,
    send_again,
    settled_rows,
    together,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
RECEIPTS = of_city(
    Counter, "feedbackbot_receipts_total", "Messages by what was told of them later", ["stage", "fate"]
)
PAID = of_city(
    Counter,
    "feedbackbot_paid_messages_total",
    "Messages that arrived and are paid for, by category",
    ["category"],
)
_MOST_TRIES = 4
_A_DAY = timedelta(days=1)
_SOON = timedelta(seconds=30)


def take_receipts(tx: Transaction, channel: str, told: Sequence[Receipt]) -> None:
    """Keep what is new in it, and settle the rows it is about. A row that is under way still is settled by `overtaken`."""
    new = keep_receipts(tx, channel, together(told))
    for one in new:
        RECEIPTS.labels(one.stage.name.lower(), one.fate).inc()
        if one.arrives and one.category:
            PAID.labels(one.category[:20]).inc()
    rows = settled_rows(tx, channel, new)
    arrived, accepted = [], []
    for one in new:
        row = rows.get(one.message_ref)
        if row is None:
            continue
        if one.stage in (Stage.DELIVERED, Stage.READ):
            arrived.append((row.id, one.message_ref))
        elif one.stage is Stage.FAILED:
            _failed(tx, row, one)
        elif row.state is State.UNKNOWN:
            accepted.append((row.id, one.message_ref))
    note_arrived(tx, arrived)
    note_accepted(tx, accepted)


def overtaken(tx: Transaction, channel: str, accepted: Collection[tuple[int, str]]) -> None:
    """Rows just settled as sent, with their messages: of some it may have been told before that they failed."""
    own = [Receipt(ref, row, Stage.ACCEPTED, tx.now) for row, ref in accepted]
    keep_receipts(tx, channel, own)
    failed = failures_of(tx, channel, [ref for _, ref in accepted])
    rows = settled_rows(tx, channel, failed)
    for one in failed:
        if (row := rows.get(one.message_ref)) is not None:
            _failed(tx, row, one)


def _failed(tx: Transaction, row: Told, told: Receipt) -> None:
    why = f"failed-{told.code}"
    again = row.has_words and row.attempts < _MOST_TRIES
    match told.fate:
        case DeliveryStatus.GONE:
            mark_gone(tx, row.address_id, why)
            note_failed(tx, row.id, State.GONE, why)
        case DeliveryStatus.OPTED_OUT:
            if (subscription := _subscription(row.kind)) is not None:
                set_opt_out(tx, row.person_id, subscription, off=True)
            note_failed(tx, row.id, State.DROPPED, why)
        case DeliveryStatus.COOL if again and row.reason != why:
            send_again(tx, row.id, tx.now + _A_DAY, why)
        case DeliveryStatus.COOL:
            note_failed(tx, row.id, State.DROPPED, why)
        case DeliveryStatus.REJECTED:
            _log.error("the chat service refuses a message", row=row.id, kind=row.kind, reason=why)
            note_failed(tx, row.id, State.REJECTED, why)
        case DeliveryStatus.HALT | DeliveryStatus.HELD | DeliveryStatus.LATER | DeliveryStatus.UNKNOWN if (
            again
        ):
            _log.error("a message that was accepted failed", row=row.id, kind=row.kind, reason=why)
            send_again(tx, row.id, tx.now + _SOON * 2**row.attempts, why)
        case DeliveryStatus.WINDOW if again and row.reason != why:
            send_again(tx, row.id, tx.now, why)
        case _:
            note_failed(tx, row.id, State.REJECTED, why)


def _subscription(kind: str) -> str | None:
    """What a person switches off who wants no more of this."""
    rule = RULES.get(Kind(kind)) if kind in set(Kind) else None
    return rule.subscription.value if rule is not None and rule.subscription is not None else None
