"""How the rate of one line is divided among the processes that send on it."""

from collections.abc import Sequence
from dataclasses import dataclass


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
