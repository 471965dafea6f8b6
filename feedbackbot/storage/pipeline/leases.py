"""What one process at a time does for all, and how much of a line's rate each may use: agreed on in the database.

No clock decides. Each renewal counts `turn` up; whose count stands still for `GIVEN_UP_AFTER` as another process sees it (by seconds
that nobody can set) has lost what it held, and knows so itself earlier, after `GOOD_FOR` without a renewal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, select, update

from feedbackbot.storage.database_clock import database_now
from feedbackbot.storage.pipeline.lease_tables import lease, pace_share
from feedbackbot.storage.pipeline.tables import process
from feedbackbot.storage.transaction import Transaction, upsert

GOOD_FOR: Final = 9.0
"""Seconds from before a renewal was begun."""
GIVEN_UP_AFTER: Final = 11.0
"""Longer by more than a window of any rate and what a commit may take to be seen."""


@dataclass
class Standing:
    """How long the counts of others have stood still."""

    ticks: Callable[[], float]
    _seen: dict[tuple[str, ...], tuple[int, float]] = field(default_factory=dict)

    def given_up(self, key: tuple[str, ...], turn: int) -> bool:
        """Whether this count has stood still too long."""
        seen, since = self._seen.get(key, (None, 0.0))
        if seen != turn:
            self._seen[key] = (turn, self.ticks())
            return False
        return self.ticks() - since >= GIVEN_UP_AFTER


@dataclass(frozen=True, slots=True)
class Pauses:
    """Seconds for which the chat service wants nothing in bulk, and nothing at all."""

    bulk: float = 0.0
    everything: float = 0.0


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One process's share of a line."""

    owner: str
    share: int
    replies_wanted: int
    bulk_wanted: int


def renew_lease(tx: Transaction, name: str, me: str, standing: Standing) -> bool:
    """Whether this process has it now. Whoever asks for the same one waits until this transaction ends."""
    tx.run(upsert(tx, lease).values(name=name, owner="", turn=0).on_conflict_do_nothing())
    row = tx.run(select(lease.c.owner, lease.c.turn).where(lease.c.name == name).with_for_update()).one()
    free = row.owner in ("", me) or not _alive(tx, row.owner)
    if not free and not standing.given_up((name, row.owner), row.turn):
        return False
    tx.run(update(lease).where(lease.c.name == name).values(owner=me, turn=row.turn + 1))
    return True


def shares_of_others(tx: Transaction, line: str, me: str, standing: Standing) -> list[ShareRow]:
    """Of processes that go on renewing; the shares of all others are free from now on. To be asked after `renew_lease` of the line."""
    rows = tx.run(select(pace_share).where(pace_share.c.line == line, pace_share.c.owner != me)).all()
    alive = set(tx.run(select(process.c.id).where(process.c.id.in_([row.owner for row in rows]))).scalars())
    gone = [
        row.owner
        for row in rows
        if standing.given_up((line, "share", row.owner), row.turn) or row.owner not in alive
    ]
    if gone:
        tx.run(delete(pace_share).where(pace_share.c.line == line, pace_share.c.owner.in_(gone)))
    return [
        ShareRow(row.owner, row.share, row.replies_wanted, row.bulk_wanted)
        for row in rows
        if row.owner not in gone
    ]


def keep_share(tx: Transaction, line: str, mine: ShareRow, turn: int) -> None:
    """What this process may use from the commit on."""
    values: dict[str, Any] = {
        "share": mine.share,
        "replies_wanted": mine.replies_wanted,
        "bulk_wanted": mine.bulk_wanted,
        "turn": turn,
    }
    tx.run(
        upsert(tx, pace_share)
        .values(line=line, owner=mine.owner, **values)
        .on_conflict_do_update(index_elements=["line", "owner"], set_=values)
    )


def share_pauses(tx: Transaction, line: str, mine: Pauses) -> Pauses:
    """Tell the others of a pause that this process was asked for, and hear of theirs."""
    columns = (lease.c.bulk_paused_until, lease.c.paused_until)
    known = tx.run(select(*columns).where(lease.c.name == line)).one()
    if not any(known) and mine == Pauses():
        return mine
    now = database_now(tx)
    until = [
        _later(now, at, seconds) for at, seconds in zip(known, (mine.bulk, mine.everything), strict=True)
    ]
    if until != list(known):
        values = dict(zip(("bulk_paused_until", "paused_until"), until, strict=True))
        tx.run(update(lease).where(lease.c.name == line).values(**values))
    left = [0.0 if at is None else (at - now).total_seconds() for at in until]
    return Pauses(*left)


def _later(now: datetime, known: datetime | None, seconds: float) -> datetime | None:
    """The end of the longer pause; None for one that is over."""
    mine = now + timedelta(seconds=seconds) if seconds > 0 else None
    return max((at for at in (known, mine) if at is not None and at > now), default=None)


def let_go(tx: Transaction, owners: Sequence[str]) -> None:
    """All that these processes have: they end, or are dead."""
    tx.run(update(lease).where(lease.c.owner.in_(owners)).values(owner="", turn=lease.c.turn + 1))
    tx.run(delete(pace_share).where(pace_share.c.owner.in_(owners)))


def _alive(tx: Transaction, process_id: str) -> bool:
    return tx.run(select(process.c.id).where(process.c.id == process_id)).first() is not None
