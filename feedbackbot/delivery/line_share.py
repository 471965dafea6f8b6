"""This process's part of the rate of one line: how the rate is divided, and agreed with the other processes that send on it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage.pipeline.leases import (
    GOOD_FOR,
    Pauses,
    ShareRow,
    Standing,
    keep_share,
    renew_lease,
    share_pauses,
    shares_of_others,
)
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Wish:
    """Messages in a window that one process would like to send; only one has bulk to send."""

    replies: int
    bulk: int = 0


def divide(total: int, wishes: Sequence[Wish], turn: int = 0) -> list[int]:
    """Replies first, then bulk, then what is left to all alike, so that everybody can answer at once. The sum is `total`.

    `turn` decides who gets what cannot be divided: where there is less than one for each, it comes to each in turn.
    """
    if not wishes:
        return []
    shares = _fairly(total, [wish.replies for wish in wishes], turn)
    for place, wish in enumerate(wishes):
        shares[place] += min(wish.bulk, total - sum(shares))
    rest = _fairly(total - sum(shares), [total] * len(wishes), turn)
    return [share + more for share, more in zip(shares, rest, strict=True)]


def _fairly(total: int, wanted: Sequence[int], turn: int) -> list[int]:
    """Nobody gets more than wanted, and nobody less than another who wanted no more."""
    given = [0] * len(wanted)
    order = [(turn + place) % len(wanted) for place in range(len(wanted))]
    left = max(0, total)
    while left and (hungry := [place for place in order if given[place] < wanted[place]]):
        each = max(1, left // len(hungry))
        for place in hungry:
            more = min(each, wanted[place] - given[place], left)
            given[place] += more
            left -= more
    return given


_MOST: Final = 1_000_000
_KEPT: Final = 2
"""Of a rate of ten or more so much is kept: one for who has just come, so that it can answer at once, one for who has lost the database."""
_FADES: Final = 0.7
"""How much of a want is left at the next look, so that one that comes again and again is not forgotten in between."""


@dataclass(frozen=True, slots=True)
class Asks:
    """`using`: what this process may have sent in the present window. `bulk`: whether it has some to send."""

    using: int
    replies: int
    bulk: bool
    pauses: Pauses


class LineShare:
    """Divides `overall` messages a window with the others. The one who holds the line's lease sends its bulk."""

    def __init__(self, name: str, pacer: Pacer, *, overall: float, bulk: float) -> None:
        self.name = name
        self.alone = True
        self._pacer = pacer
        self._total = int(min(max(1.0, overall // 1), _MOST)) if math.isfinite(overall) else _MOST
        self._bulk = int(min(math.ceil(bulk), self._total)) if math.isfinite(bulk) else self._total
        self._kept = _KEPT if self._total >= 5 * _KEPT else 0
        self._now = 0
        self._before = (0, -math.inf)
        self._wanted = 0.0
        self._turn = 0

    @property
    def share(self) -> int:
        """Messages a window that this process may send, as long as it goes on agreeing."""
        return self._now

    def asks(self) -> Asks:
        """What is to be agreed on; on the loop, before the transaction."""
        self._wanted = max(self._wanted, self._pacer.replies_wanted())
        replies = min(1 + math.ceil(self._wanted), _MOST)
        return Asks(self._using(), replies, self._pacer.bulk_wanted(), Pauses(*self._pacer.pauses_left()))

    def agree(
        self, tx: Transaction, me: str, standing: Standing, asks: Asks
    ) -> tuple[bool, Callable[[float], None]]:
        """Whether this process sends the bulk from now on; and what is to be done after the commit, with the moment at which the
        agreeing was begun."""
        leads = renew_lease(tx, self.name, me, standing)
        others = shares_of_others(tx, self.name, me, standing)
        # half of it stands ready, so that a broadcast need not wait until the others have given way
        bulk = 0 if not leads else self._bulk if asks.bulk else self._bulk // 2
        turn = self._turn + 1
        target = self._target(me, Wish(asks.replies, bulk), others, turn)
        free = self._total - sum(row.share for row in others)
        usual = free - self._kept
        at_most = usual if asks.using or not self._kept else max(usual, free - 1)
        granted = max(asks.using, min(target, at_most))
        keep_share(tx, self.name, ShareRow(me, granted, asks.replies, bulk), turn)
        pauses = share_pauses(tx, self.name, asks.pauses)
        return leads, lambda began: self._apply(min(granted, target), began, turn, pauses, alone=not others)

    def _apply(self, limit: int, began: float, turn: int, pauses: Pauses, *, alone: bool) -> None:
        self._turn, self.alone = turn, alone
        self._wanted *= _FADES
        if limit < self._now:
            self._before = (self._using(), self._pacer.time())
        self._now = limit
        self._pacer.allow(limit, until=began + GOOD_FOR, then=min(1, self._kept))
        for what, seconds in (("bulk", pauses.bulk), ("all", pauses.everything)):
            if seconds > 0:
                self._pacer.pause(what, seconds, "")

    def _using(self) -> int:
        """What this process may have sent in the present window."""
        now = self._now if self._pacer.time() < self._pacer.allowed_until else min(1, self._kept)
        share, until_then = self._before
        # a window after less was permitted, nothing of what was more is left in it
        return max(now, share) if self._pacer.time() < until_then + self._pacer.window else now

    def _target(self, me: str, wish: Wish, others: list[ShareRow], turn: int) -> int:
        wishes = {row.owner: Wish(row.replies_wanted, row.bulk_wanted) for row in others} | {me: wish}
        owners = sorted(wishes)
        shares = divide(self._total - self._kept, [wishes[owner] for owner in owners], turn // 4)
        return shares[owners.index(me)]
