"""The outbox rows of a broadcast: made in one statement, and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, insert, literal, select

from feedbackbot.storage.broadcast.audiences import People
from feedbackbot.storage.broadcast.broadcasts import topic_of
from feedbackbot.storage.broadcast.tables import broadcast_answer, broadcast_repeat
from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction

UNSETTLED = (State.WAITING, State.UNDER_WAY, State.PAUSED)


@dataclass(frozen=True, slots=True)
class Reach:
    """Of an audience of `people`, how many would get a row, and how many not, by reason."""

    people: int
    reachable: int
    left_out: dict[str, int]


def reach(tx: Transaction, audience: People, topic: str | None) -> Reach:
    """`topic`: whoever switched it off is left out."""
    people = audience.subquery()
    total = tx.run(select(func.count()).select_from(people)).scalar_one()
    live = _live(audience)
    opted_out = _opted_out(topic)
    off = 0
    if topic is not None:
        off = tx.run(
            select(func.count()).select_from(live.where(address.c.person_id.in_(opted_out)).subquery())
        ).scalar_one()
    with_address = tx.run(select(func.count()).select_from(live.subquery())).scalar_one()
    left_out = _gone(tx, audience)
    without = total - with_address - sum(left_out.values())
    left_out |= {name: count for name, count in (("no-address", without), ("opted-out", off)) if count}
    return Reach(int(total), int(with_address - off), left_out)


def materialise(
    tx: Transaction,
    broadcast_id: int,
    audience: People,
    *,
    content_id: int,
    kind: str,
    lane: Lane,
    topic: str | None,
    due_at: datetime,
) -> int:
    """A row for everybody of the audience who can be reached, at the newest of their addresses; returns how many.

    One statement, so that nobody who joins or leaves meanwhile is doubled or half included.
    """
    live = _live(audience)
    if topic is not None:
        live = live.where(address.c.person_id.not_in(_opted_out(topic)))
    newest = live.subquery()
    rows = select(
        address.c.channel,
        address.c.id,
        literal(int(lane)),
        literal(kind),
        literal(topic_of(broadcast_id)),
        literal(content_id),
        literal(int(State.WAITING)),
        literal(due_at, outbox.c.due_at.type),
        literal(tx.now, outbox.c.planned_at.type),
    ).where(address.c.id.in_(select(newest.c.id)))
    columns = [
        "channel", "address_id", "lane", "kind", "topic", "content_id", "state", "due_at", "planned_at",
    ]  # fmt: skip
    tx.wakes_delivery = True
    return tx.run(insert(outbox).from_select(columns, rows.order_by(address.c.id))).rowcount


def _live(audience: People) -> Select[tuple[int]]:
    """One address for everybody who has one that is not gone: the newest."""
    return (
        select(func.max(address.c.id).label("id"))
        .where(address.c.gone_at.is_(None), address.c.person_id.in_(audience))
        .group_by(address.c.person_id)
    )


def _opted_out(topic: str | None) -> Select[tuple[int]]:
    return select(opt_out.c.person_id).where(opt_out.c.topic == topic)


def _gone(tx: Transaction, audience: People) -> dict[str, int]:
    """Why people without a live address cannot be reached, by the reason of their newest one."""
    with_live = select(address.c.person_id).where(address.c.gone_at.is_(None))
    newest = (
        select(func.max(address.c.id))
        .where(address.c.person_id.in_(audience), address.c.person_id.not_in(with_live))
        .group_by(address.c.person_id)
    )
    rows = tx.run(
        select(func.coalesce(address.c.gone_reason, "gone").label("reason"), func.count().label("n"))
        .where(address.c.id.in_(newest))
        .group_by(address.c.gone_reason)
    )
    return {row.reason: row.n for row in rows}


def state_counts(tx: Transaction, broadcast_id: int) -> dict[State, int]:
    rows = tx.run(
        select(outbox.c.state, func.count().label("n"))
        .where(outbox.c.topic == topic_of(broadcast_id))
        .group_by(outbox.c.state)
    )
    return {State(row.state): row.n for row in rows}


def reason_counts(tx: Transaction, broadcast_id: int, states: Sequence[State]) -> dict[str, int]:
    """By reason, the most frequent first; "" where there is none."""
    rows = tx.run(
        select(func.coalesce(outbox.c.reason, "").label("why"), func.count().label("n"))
        .where(outbox.c.topic == topic_of(broadcast_id), outbox.c.state.in_(list(states)))
        .group_by(outbox.c.reason)
        .order_by(func.count().desc())
    )
    return {row.why: row.n for row in rows}


def anything_left(tx: Transaction, broadcast_id: int) -> bool:
    """Whether any row is not settled: a cheap look."""
    return any(
        tx.run(
            select(outbox.c.id)
            .where(outbox.c.topic == topic_of(broadcast_id), outbox.c.state == state)
            .limit(1)
        ).first()
        for state in UNSETTLED
    )


def waiting_beyond(tx: Transaction, broadcast_id: int, moment: datetime) -> int:
    """Rows that wait for something later than `moment`."""
    found = tx.run(
        select(func.count()).where(
            outbox.c.topic == topic_of(broadcast_id),
            outbox.c.state == State.WAITING,
            outbox.c.due_at > moment,
        )
    )
    return int(found.scalar_one())


def settled_since(tx: Transaction, broadcast_id: int, since: datetime) -> int:
    found = tx.run(
        select(func.count()).where(
            # the topic's own index would have to look at every row; few were settled just now
            func.coalesce(outbox.c.topic, "") == topic_of(broadcast_id),
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
        .where(address.c.person_id == person_id, outbox.c.topic == topic_of(broadcast_id))
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
        .where(outbox.c.topic == topic_of(broadcast_id))
        .order_by(outbox.c.id)
    )
    for row in rows:
        yield Recipient(
            row.person_id, row.channel, State(row.state), row.reason or "", row.attempts,
            row.settled_at, row.choice, row.times is not None,
        )  # fmt: skip
