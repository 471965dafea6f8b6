"""Conversations left alone are let go, with their answers so far kept."""

from sqlalchemy import Connection

from feedbackbot.clock import Now
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.settings import Settings
from feedbackbot.storage.contacts import expired_chats, is_expired, keep_state, lock_chat
from feedbackbot.storage.database import Database
from feedbackbot.storage.outbox import Lane, add_message
from feedbackbot.storage.transaction import Transaction

KIND = "let-go"


async def let_go(database: Database, dialogue: Dialogue, now: Now, settings: Settings) -> dict[str, int]:
    """End every conversation whose time-out is over; returns how many were. Each is its own transaction."""

    def transaction(connection: Connection) -> Transaction:
        return Transaction(connection, now(), settings)

    def one(connection: Connection, channel: str, where: str) -> bool:
        tx = transaction(connection)
        contact, state = lock_chat(tx, channel, where)
        if not is_expired(tx, contact.address_id):  # the person came back in the meantime
            return False
        result = dialogue.let_go(tx, contact, state)
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

    expired = await database.read(lambda connection: expired_chats(transaction(connection)))
    ended = 0
    for channel, where in expired:
        ended += await database.write(lambda c, channel=channel, where=where: one(c, channel, where))  # type: ignore[misc]
    return {"let_go": ended}
