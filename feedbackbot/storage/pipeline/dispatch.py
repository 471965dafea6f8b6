"""Rows of the outbox on their way: taken to be sent, settled, taken over from the dead."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, literal_column, or_, select, update

from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, SendOutcome, State
from feedbackbot.storage.pipeline.tables import content, outbox, process
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction

# written out, not as parameters: only so does a plan that PostgreSQL makes once for all values use the partial indexes
_WAITING = outbox.c.state == literal_column(str(int(State.WAITING)))
UNDER_WAY = outbox.c.state == literal_column(str(int(State.UNDER_WAY)))
_UNSETTLED = outbox.c.state < literal_column(str(int(State.SENT)))


# lane by lane: only so the index gives the rows in order, however many wait
_DUE = (
    select(outbox.c.id)
    .where(
        outbox.c.channel == bindparam("channel"),
        _WAITING,
        outbox.c.lane == bindparam("of_lane"),
        outbox.c.due_at <= bindparam("at"),
    )
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(bindparam("most"))
)
_LOOK = Prepared(_DUE)
_FIRST = (
    select(outbox.c.due_at)
    .where(outbox.c.channel == bindparam("channel"), _WAITING, outbox.c.lane == bindparam("of_lane"))
    .order_by(outbox.c.due_at)
    .limit(1)
)
_DUE_UNLOCKED = _DUE.with_for_update(skip_locked=True)
_CLAIMED = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        state=int(State.UNDER_WAY),
        owner=bindparam("me"),
        started_at=bindparam("began_at"),
        attempts=outbox.c.attempts + 1,
    )
)


def something_due(tx: Transaction, channel: str, lanes: Sequence[Lane] = tuple(Lane)) -> bool:
    """A cheap look before a claim, which takes the database's write lock."""
    return any(
        _LOOK.first(tx, {"channel": channel, "of_lane": int(lane), "at": tx.now, "most": 1}) for lane in lanes
    )


def first_due(tx: Transaction, channel: str, lanes: Sequence[Lane]) -> datetime | None:
    """When the first of all that wait falls due, in the past or to come."""
    firsts = (
        tx.run(_FIRST, {"channel": channel, "of_lane": int(lane)}).scalar_one_or_none() for lane in lanes
    )
    return min((at for at in firsts if at is not None), default=None)


def claim(
    tx: Transaction, *, channel: str, owner: str, lanes: Sequence[Lane], most: int
) -> list[QueuedMessage]:
    """Take over rows that are due, most important first, and mark them as begun in the same commit."""
    ids: list[int] = []
    for lane in sorted(lanes):
        wanted = {"channel": channel, "of_lane": int(lane), "at": tx.now, "most": most - len(ids)}
        ids += tx.run(_DUE_UNLOCKED, wanted).scalars()
        if len(ids) == most:
            break
    if not ids:
        return []
    tx.run(_CLAIMED, {"ids": ids, "me": owner, "began_at": tx.now})
    return queued_messages(tx, ids)


REPLY_ON_ITS_WAY = (
    select(outbox.c.id)
    .where(
        outbox.c.address_id == bindparam("to"),
        _UNSETTLED,
        outbox.c.lane == int(Lane.REPLY),
        outbox.c.due_at <= bindparam("at"),
        # what a turn of this process has said is sent before its next turn begins
        or_(outbox.c.owner.is_(None), outbox.c.owner != bindparam("me"), outbox.c.started_at.is_not(None)),
    )
    .limit(1)
)
_REPLY_ON_ITS_WAY = Prepared(REPLY_ON_ITS_WAY)


def reply_on_its_way(tx: Transaction, address_id: int, owner: str) -> bool:
    """Whether a reply to this chat is still to be sent by another process, or by the delivery after a crash; the next reply must
    not overtake it."""
    return _REPLY_ON_ITS_WAY.first(tx, {"to": address_id, "me": owner, "at": tx.now}) is not None


def unsent_replies(tx: Transaction, channel: str, where: str, owner: str) -> list[QueuedMessage]:
    """This process's replies to a chat that it has not settled, in order; those that the delivery has claimed are left out."""
    ids = tx.run(
        select(outbox.c.id)
        .join(address)
        .where(
            address.c.channel == channel,
            address.c.address == where,
            UNDER_WAY,
            outbox.c.owner == owner,
            outbox.c.started_at.is_(None),
        )
    ).scalars()
    return queued_messages(tx, list(ids))


_QUEUED = select(
    outbox.c.id,
    outbox.c.address_id,
    address.c.address,
    outbox.c.lane,
    outbox.c.kind,
    outbox.c.body,
    outbox.c.attempts,
    person.c.language,
    content.c.body.label("shared"),
    outbox.c.subject,
    address.c.gone_at,
    outbox.c.notice,
    address.c.person_id,
).select_from(outbox.join(address).join(person).outerjoin(content, content.c.id == outbox.c.content_id))
_IN_ORDER = _QUEUED.where(outbox.c.id.in_(bindparam("ids", expanding=True))).order_by(
    outbox.c.lane, outbox.c.due_at, outbox.c.id
)


def queued_messages(tx: Transaction, ids: Sequence[int]) -> list[QueuedMessage]:
    """In the order in which they are to go."""
    return [
        QueuedMessage(
            row.id,
            row.address_id,
            row.address,
            row.lane,
            row.kind,
            row.body if row.body is not None else row.shared,
            row.attempts,
            row.language,
            row.body is None,
            row.subject,
            row.gone_at is not None,
            row.notice,
            row.person_id,
        )
        for row in tx.run(_IN_ORDER, {"ids": list(ids)})
    ]


# fenced by the owner: a process that was given up for dead settles nothing that another has taken over
_MINE = (outbox.c.id == bindparam("row"), outbox.c.owner == bindparam("me"), UNDER_WAY)
_SETTLE = Prepared(
    update(outbox)
    .where(*_MINE)
    .values(
        state=bindparam("to"),
        settled_at=bindparam("at"),
        message_ref=bindparam("ref"),
        reason=bindparam("why"),
        attempts=bindparam("tried"),
        body=None,
        owner=None,
    )
)
_ACCEPT = Prepared(
    update(outbox)
    .where(*_MINE)
    .values(
        state=bindparam("to"),
        settled_at=bindparam("at"),
        message_ref=bindparam("ref"),
        reason=bindparam("why"),
        attempts=bindparam("tried"),
        owner=None,
    )
)
_RETRY = Prepared(
    update(outbox)
    .where(*_MINE)
    .values(
        state=int(State.WAITING),
        owner=None,
        started_at=None,
        due_at=bindparam("again_at"),
        reason=bindparam("why"),
        attempts=bindparam("tried"),
    )
)


def settle(tx: Transaction, owner: str, outcomes: Sequence[SendOutcome]) -> None:
    """Write what became of rows of this owner; a settled row keeps no words, unless it may yet fail."""
    final: list[dict[str, object]] = []
    accepted: list[dict[str, object]] = []
    later: list[dict[str, object]] = []
    for one in outcomes:
        why = one.reason[:120] if one.reason else None
        row = {"row": one.id, "me": owner, "why": why, "tried": one.attempts}
        if one.state is State.WAITING:
            later.append(row | {"again_at": one.due_at or tx.now})
        else:
            over = row | {"to": int(one.state), "at": tx.now, "ref": one.message_ref}
            (accepted if one.keeps_words else final).append(over)
    given = ((_SETTLE, final), (_ACCEPT, accepted), (_RETRY, later))
    if sum(_run_counted(tx, statement, rows) for statement, rows in given) == 0:
        _prove_that_we_may_write(tx, owner)


def _run_counted(tx: Transaction, statement: Prepared, rows: Sequence[dict[str, object]]) -> int:
    """How many rows are known to have changed: of several the driver does not say."""
    if len(rows) == 1:
        return statement.run(tx, rows[0])
    statement.run_each(tx, rows)
    return 0


def _prove_that_we_may_write(tx: Transaction, owner: str) -> None:
    """A PostgreSQL that was frozen and deposed does not have what its successor has, and commits at once what changes nothing: outcomes
    written there would be forgotten. What changes something waits for a server that follows, of which the deposed one has none."""
    if tx.on_postgresql:
        nothing_written = func.pg_current_xact_id_if_assigned().is_(None)
        mine = update(process).where(process.c.id == owner, nothing_written)
        tx.run(mine.values(host=process.c.host))


def keep_due(tx: Transaction, was: datetime) -> int:
    """After the clock was set back from `was`: what was due stays due. Returns how many rows."""
    late = (_WAITING, outbox.c.due_at > tx.now, outbox.c.due_at <= was)
    return tx.run(update(outbox).where(*late).values(due_at=tx.now)).rowcount
