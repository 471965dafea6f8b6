"""What one process at a time does for all, and how much of a line's rate each may use: agreed on in the database.

No clock decides. Each renewal counts `turn` up; whose count stands still for `GIVEN_UP_AFTER` as another process sees it (by seconds
that nobody can set) has lost what it held, and knows so itself earlier, after `GOOD_FOR` without a renewal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import bindparam, delete, or_, select, update

from feedbackbot.storage.database_clock import database_now
from feedbackbot.storage.pipeline.lease_tables import lease, pace_share
from feedbackbot.storage.pipeline.tables import process
from feedbackbot.storage.prepared import Prepared, PreparedUpsert
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


_LEASED = Prepared(
    select(lease.c.owner, lease.c.turn).where(lease.c.name == bindparam("of")).with_for_update()
)
_RENEWED = Prepared(
    update(lease).where(lease.c.name == bindparam("of")).values(owner=bindparam("me"), turn=bindparam("next"))
)
_SHARE = ("share", "replies_wanted", "bulk_wanted", "turn")
_SHARES = Prepared(
    select(pace_share.c.owner, *(pace_share.c[name] for name in _SHARE)).where(
        pace_share.c.line == bindparam("of"), pace_share.c.owner != bindparam("me")
    )
)
_KEPT = PreparedUpsert(
    pace_share,
    ("line", "owner", *_SHARE),
    lambda insert: insert.on_conflict_do_update(
        index_elements=["line", "owner"], set_={name: insert.excluded[name] for name in _SHARE}
    ),
)
_PAUSED = Prepared(
    select(lease.c.name).where(
        lease.c.name == bindparam("of"),
        or_(lease.c.bulk_paused_until.is_not(None), lease.c.paused_until.is_not(None)),
    )
)


def renew_lease(tx: Transaction, name: str, me: str, standing: Standing) -> bool:
    """Whether this process has it now. Whoever asks for the same one waits until this transaction ends."""
    row = _LEASED.first(tx, {"of": name})
    if row is None:
        tx.run(upsert(tx, lease).values(name=name, owner="", turn=0).on_conflict_do_nothing())
        row = _LEASED.first(tx, {"of": name})
    owner, turn = cast(tuple[str, int], row)
    free = owner in ("", me) or not _alive(tx, owner)
    if not free and not standing.given_up((name, owner), turn):
        return False
    _RENEWED.run(tx, {"of": name, "me": me, "next": turn + 1})
    return True


def shares_of_others(tx: Transaction, line: str, me: str, standing: Standing) -> list[ShareRow]:
    """Of processes that go on renewing; the shares of all others are free from now on. To be asked after `renew_lease` of the line."""
    rows = _SHARES.all(tx, {"of": line, "me": me})
    if not rows:
        return []
    owners = [owner for owner, *_ in rows]
    alive = set(tx.run(select(process.c.id).where(process.c.id.in_(owners))).scalars())
    gone = [
        owner
        for owner, *_, turn in rows
        if standing.given_up((line, "share", owner), turn) or owner not in alive
    ]
    if gone:
        tx.run(delete(pace_share).where(pace_share.c.line == line, pace_share.c.owner.in_(gone)))
    return [ShareRow(owner, *share) for owner, *share, _ in rows if owner not in gone]


def keep_share(tx: Transaction, line: str, mine: ShareRow, turn: int) -> None:
    """What this process may use from the commit on."""
    wanted = (mine.share, mine.replies_wanted, mine.bulk_wanted, turn)
    values = dict(zip(_SHARE, wanted, strict=True))
    _KEPT.on(tx).run(tx, {"line": line, "owner": mine.owner, **values})


def share_pauses(tx: Transaction, line: str, mine: Pauses) -> Pauses:
    """Tell the others of a pause that this process was asked for, and hear of theirs."""
    if mine == Pauses() and _PAUSED.first(tx, {"of": line}) is None:
        return mine
    columns = (lease.c.bulk_paused_until, lease.c.paused_until)
    known = tx.run(select(*columns).where(lease.c.name == line)).one()
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
