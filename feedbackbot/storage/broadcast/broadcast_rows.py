"""The outbox rows of a broadcast, counted and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from feedbackbot.storage.broadcast.broadcasts import subject_of
from feedbackbot.storage.broadcast.tables import broadcast_answer, broadcast_repeat
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.receipts import Stage
from feedbackbot.storage.pipeline.tables import outbox, receipt
from feedbackbot.storage.transaction import Transaction

UNSETTLED = (State.WAITING, State.UNDER_WAY, State.PAUSED)


def state_counts(tx: Transaction, broadcast_id: int) -> dict[State, int]:
    rows = tx.run(
        select(outbox.c.state, func.count().label("n"))
        .where(outbox.c.subject == subject_of(broadcast_id))
        .group_by(outbox.c.state)
    )
    return {State(row.state): row.n for row in rows}


def told_counts(tx: Transaction, broadcast_id: int) -> tuple[int, int]:
    """Delivered, and read of these, where the chat service tells of it; what was delivered and is read counts in both."""
    rows = tx.run(
        select(receipt.c.stage, func.count(func.distinct(outbox.c.id)).label("n"))
        .join(receipt, receipt.c.outbox_id == outbox.c.id)
        .where(outbox.c.subject == subject_of(broadcast_id), receipt.c.stage >= int(Stage.DELIVERED))
        .group_by(receipt.c.stage)
    )
    found = {row.stage: row.n for row in rows}
    read = found.get(int(Stage.READ), 0)
    return found.get(int(Stage.DELIVERED), 0) + read, read


def reason_counts(tx: Transaction, broadcast_id: int, states: Sequence[State]) -> dict[str, int]:
    """By reason, the most frequent first; "" where there is none."""
    rows = tx.run(
        select(func.coalesce(outbox.c.reason, "").label("why"), func.count().label("n"))
        .where(outbox.c.subject == subject_of(broadcast_id), outbox.c.state.in_(list(states)))
        .group_by(outbox.c.reason)
        .order_by(func.count().desc())
    )
    return {row.why: row.n for row in rows}


def any_in(tx: Transaction, broadcast_id: int, states: Sequence[State]) -> bool:
    """Whether any row is in one of these states: a cheap look."""
    of_it = outbox.c.subject == subject_of(broadcast_id)
    return any(
        tx.run(select(outbox.c.id).where(of_it, outbox.c.state == state).limit(1)).first() for state in states
    )


def waiting_beyond(tx: Transaction, broadcast_id: int, moment: datetime) -> int:
    """Rows that wait for something later than `moment`."""
    found = tx.run(
        select(func.count()).where(
            outbox.c.subject == subject_of(broadcast_id),
            outbox.c.state == State.WAITING,
            outbox.c.due_at > moment,
        )
    )
    return int(found.scalar_one())


def settled_since(tx: Transaction, broadcast_id: int, since: datetime) -> int:
    found = tx.run(
        select(func.count()).where(
            # the topic's own index would have to look at every row; few were settled just now
            func.coalesce(outbox.c.subject, "") == subject_of(broadcast_id),
            outbox.c.settled_at > since,
        )
    )
    return int(found.scalar_one())


def repeated_count(tx: Transaction, broadcast_id: int) -> int:
    """How many rows were sent again after a lost acknowledgement: as many people at most got it twice."""
    found = tx.run(select(func.count()).where(broadcast_repeat.c.broadcast_id == broadcast_id))
    return int(found.scalar_one())


def was_sent_to(tx: Transaction, broadcast_id: int, person_id: int) -> bool:
    """Whether the person is among the recipients."""
    found = tx.run(
        select(outbox.c.id)
        .join(address, address.c.id == outbox.c.address_id)
        .where(address.c.person_id == person_id, outbox.c.subject == subject_of(broadcast_id))
        .limit(1)
    )
    return found.first() is not None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One row of the workbook. `answer` is the button's place, `repeated` says that it was sent again."""

    person_id: int
    channel: str
    state: State
    reason: str
    attempts: int
    settled_at: datetime | None
    answer: int | None
    repeated: bool


def recipients(tx: Transaction, broadcast_id: int) -> Iterator[Recipient]:
    """In the order of sending."""
    rows = tx.run(
        select(
            address.c.person_id,
            outbox.c.channel,
            outbox.c.state,
            outbox.c.reason,
            outbox.c.attempts,
            outbox.c.settled_at,
            broadcast_answer.c.choice,
            broadcast_repeat.c.times,
        )
        .select_from(
            outbox.join(address, address.c.id == outbox.c.address_id)
            .outerjoin(
                broadcast_answer,
                (broadcast_answer.c.person_id == address.c.person_id)
                & (broadcast_answer.c.broadcast_id == broadcast_id),
            )
            .outerjoin(broadcast_repeat, broadcast_repeat.c.outbox_id == outbox.c.id)
        )
        .where(outbox.c.subject == subject_of(broadcast_id))
        .order_by(outbox.c.id)
    )
    for row in rows:
        yield Recipient(
            row.person_id, row.channel, State(row.state), row.reason or "", row.attempts,
            row.settled_at, row.choice, row.times is not None,
        )  # fmt: skip
