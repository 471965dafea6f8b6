"""Conversations left alone are let go, with their answers so far kept."""

from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from feedbackbot.clock import Now
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.errors import DatabaseAway
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import ChatState, expired_chats, is_expired, keep_state, lock_chat
from feedbackbot.storage.pipeline.outbox import Lane, add_message
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

KIND = "let-go"
_log = get_logger(__name__)


async def abandon(database: Database, dialogue: Dialogue, now: Now, settings: Settings) -> dict[str, int]:
    """End every conversation whose time-out is over; returns how many were. Each is its own transaction."""
    job = _LettingGo(dialogue, now, settings)
    counts = {"abandoned": 0, "failed": 0}
    while expired := await database.read(job.expired):
        for channel, where in expired:
            try:
                counts["abandoned"] += await database.write(partial(job.end, channel=channel, where=where))
            except DatabaseAway:
                raise
            except Exception as problem:
                # it must not stand before the others for ever
                _log.exception("a conversation could not be let go", problem=type(problem).__name__)
                await database.write(partial(job.drop, channel=channel, where=where))
                counts["failed"] += 1
    return counts


@dataclass(frozen=True, slots=True)
class _LettingGo:
    dialogue: Dialogue
    now: Now
    settings: Settings

    def expired(self, connection: Connection) -> list[tuple[str, str]]:
        return expired_chats(self._transaction(connection))

    def end(self, connection: Connection, channel: str, where: str) -> bool:
        tx = self._transaction(connection)
        contact, state = lock_chat(tx, channel, where)
        if not is_expired(tx, contact.address_id):  # the person came back in the meantime
            return False
        result = self.dialogue.abandon(tx, contact, state)
        keep_state(tx, contact.address_id, result.state, None)
        for message in result.messages:
            add_message(
                tx,
                channel=channel,
                address_id=contact.address_id,
                lane=Lane.REMINDER,
                kind=KIND,
                body=message.to_json(),
            )
        return True

    def drop(self, connection: Connection, channel: str, where: str) -> None:
        """Without a word, and without asking the conversation."""
        tx = self._transaction(connection)
        contact, _ = lock_chat(tx, channel, where)
        if is_expired(tx, contact.address_id):
            keep_state(tx, contact.address_id, ChatState(), None)

    def _transaction(self, connection: Connection) -> Transaction:
        return Transaction(connection, self.now(), self.settings)
