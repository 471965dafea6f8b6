"""What one call of a chat service brought, to be kept in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.storage.pipeline.receipts import Receipt
from feedbackbot.storage.transaction import Transaction

Also = Callable[[Transaction], None]
"""Kept with the arrivals or not at all: news of the account. May be called more than once."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Updates, in order; what was told of messages accepted before; what else came with them."""

    arrivals: Sequence[Arrival] = ()
    told: Sequence[Receipt] = ()
    also: Also | None = None


class Keep(Protocol):
    """Returns when all of it is committed: only then may the chat service be told that it was received. Raises DatabaseAway."""

    async def __call__(self, delivered: Delivered, /) -> None: ...
