"""Outcomes that the database has forgotten: their rows would be under way for ever, and their chats wait for them.

A server that takes another's place may lack its last commits: where replication is not synchronous, where a leader came back that had
been deposed, after a restore. What this process has sent and settled is then under way again, and only this process could settle it.
"""

from datetime import timedelta
from typing import Final

from feedbackbot.delivery.sending import OutcomeWriter
from feedbackbot.figures import TAKEN_OVER
from feedbackbot.storage.pipeline.forgotten import give_back, under_way_for
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_LONGER_THAN: Final = timedelta(minutes=1)


class ForgottenRows:
    """Of one channel and one process."""

    def __init__(self, runtime: Runtime, outcomes: OutcomeWriter, owner: str, channel: str) -> None:
        self._runtime = runtime
        self._outcomes = outcomes
        self._owner, self._channel = owner, channel
        self._suspects: set[int] = set()

    def under_way(self, tx: Transaction) -> set[int]:
        """Rows that have been under way for a minute."""
        return under_way_for(tx, self._channel, self._owner, longer_than=_LONGER_THAN)

    async def give_back(self, found: set[int]) -> None:
        """What was found under way and is not in hand, two looks in a row: between a commit and the word of it a row looks forgotten for
        a moment. Raises DatabaseAway."""
        suspects = found - self._outcomes.in_hand
        sure, self._suspects = suspects & self._suspects, suspects
        if not sure:
            return
        again, unknown = await self._runtime.write(lambda tx: give_back(tx, self._owner, sure))
        TAKEN_OVER.labels("again").inc(again)
        TAKEN_OVER.labels("unknown").inc(unknown)
        _log.warning("the database has forgotten what became of messages", again=again, unknown=unknown)
