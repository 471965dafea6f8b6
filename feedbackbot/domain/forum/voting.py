"""A vote, and which statement is shown next: the one that fewest have seen, so that late ones are learnt about as well as early ones."""

import hashlib
from collections.abc import Collection, Mapping
from enum import IntEnum


class Vote(IntEnum):
    """As it is kept."""

    AGREE = 1
    PASS = 0
    DISAGREE = -1


def next_statement(votes: Mapping[int, int], seen: Collection[int], who: str) -> int | None:
    """Of the statements (id → how many have voted on it) that this voter has not seen; None where none is left.

    Of equals each voter gets another first, so that a topic without votes does not fill from one end.
    """
    unseen = [number for number in votes if number not in seen]
    return min(unseen, key=lambda number: (votes[number], _lot(who, number)), default=None)


def _lot(who: str, number: int) -> bytes:
    return hashlib.blake2b(f"{who}:{number}".encode(), digest_size=8).digest()
