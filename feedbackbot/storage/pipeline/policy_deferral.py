"""Rows that were claimed and may not go now after all: what is known of them, and how they are put back."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, literal_column, not_, or_, select, update

from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.pipeline.outbox import Lane, State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.pipeline.windows import OPENED, WAITS
from feedbackbot.storage.transaction import Transaction

_PUT_OFF_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Claimed:
    """What the contact policy wants to know of a claimed row. `asked`: somebody knocked, and the person has opened."""

    person_id: int
    planned_at: datetime | None
    expires_at: datetime | None
    asked: bool


# made once: a broadcast asks these for each batch, and to put a statement together costs more than to run it
_CLAIMED = (
    select(outbox.c.id, address.c.person_id, outbox.c.planned_at, outbox.c.expires_at, outbox.c.reason)
    .join(address, address.c.id == outbox.c.address_id)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
)
_OFF = select(opt_out.c.person_id, opt_out.c.subscription).where(
    opt_out.c.person_id.in_(bindparam("people", expanding=True))
)
_WENT = (
    select(address.c.person_id, outbox.c.settled_at)
    .join(address, address.c.id == outbox.c.address_id)
    .where(
        address.c.person_id.in_(bindparam("people", expanding=True)),
        outbox.c.kind.in_(bindparam("kinds", expanding=True)),
        outbox.c.state.in_([State.UNDER_WAY, State.SENT, State.UNKNOWN]),
        outbox.c.settled_at.is_(None) | (outbox.c.settled_at > bindparam("since")),
        outbox.c.id.not_in(bindparam("others", expanding=True)),
    )
)


def claimed_rows(tx: Transaction, ids: Collection[int]) -> dict[int, Claimed]:
    return {
        row.id: Claimed(row.person_id, row.planned_at, row.expires_at, row.reason == OPENED)
        for row in tx.run(_CLAIMED, {"ids": list(ids)})
    }


def subscriptions_off(tx: Transaction, people: Collection[int]) -> dict[int, frozenset[str]]:
    """What each of these people has switched off."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in tx.run(_OFF, {"people": list(people)}):
        found[row.person_id].add(row.subscription)
    return {person: frozenset(off) for person, off in found.items()}


def went_since(
    tx: Transaction,
    people: Collection[int],
    since: datetime,
    kinds: Collection[str],
    leave_out: Collection[int],
) -> dict[int, list[datetime]]:
    """When messages of these kinds went to each of these people, or began to go; ascending."""
    asked = {"people": list(people), "kinds": list(kinds), "since": since, "others": list(leave_out)}
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    for row in tx.run(_WENT, asked):
        found[row.person_id].append(row.settled_at or tx.now)
    return {person: sorted(moments) for person, moments in found.items()}


@dataclass(frozen=True, slots=True)
class PutBack:
    """A claimed row as it is from now on. `due_at` is for rows that wait."""

    id: int
    state: State
    reason: str | None
    due_at: datetime | None = None


_BACK = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=bindparam("to"),
        owner=None,
        started_at=None,
        attempts=outbox.c.attempts - 1,
        due_at=bindparam("at"),
        reason=bindparam("why"),
    )
)
_FINAL = frozenset({State.DROPPED, State.GONE, State.REJECTED})
_OVER = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=bindparam("to"), owner=None, body=None, settled_at=bindparam("at"), reason=bindparam("why"))
)


def put_back(tx: Transaction, rows: Sequence[PutBack]) -> None:
    """As if they had not been claimed; what is over keeps no words."""
    for statement, these in (
        (_BACK, [one for one in rows if one.state not in _FINAL]),
        (_OVER, [one for one in rows if one.state in _FINAL]),
    ):
        if these:
            values = [
                {"row": one.id, "to": int(one.state), "at": one.due_at or tx.now, "why": one.reason}
                for one in these
            ]
            tx.run(statement, values)


def put_off_kind(tx: Transaction, channel: str, lane: Lane, kind: str, until: datetime, reason: str) -> int:
    """Many that wait of a kind whose hours are over: with each batch that is asked for, for one by one would take the whole night, and
    all at once would hold up whoever writes."""
    late = (
        select(outbox.c.id)
        .where(
            outbox.c.channel == channel,
            outbox.c.lane == int(lane),
            # written out: only so both databases see that the partial index serves
            outbox.c.state == literal_column(str(int(State.WAITING))),
            outbox.c.kind == kind,
            outbox.c.due_at < until,
            # what waits for a person waits on under its own reason, and goes by it
            or_(
                outbox.c.reason.is_(None),
                not_(outbox.c.reason.like(f"{WAITS}%") | (outbox.c.reason == OPENED)),
            ),
        )
        .limit(_PUT_OFF_AT_ONCE)
    )
    return tx.run(update(outbox).where(outbox.c.id.in_(late)).values(due_at=until, reason=reason)).rowcount
