"""Conversations left alone are let go, with their answers so far kept."""

from functools import partial

from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.errors import DatabaseAway
from feedbackbot.storage.people.contacts import ChatState, expired_chats, is_expired, keep_state, lock_chat
from feedbackbot.storage.pipeline.outbox import Lane, add_message
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

KIND = "let-go"
_log = get_logger(__name__)


async def end_abandoned(runtime: Runtime, dialogue: Dialogue) -> dict[str, int]:
    """End every conversation whose time-out is over; returns how many were. Each is its own transaction."""
    counts = {"abandoned": 0, "failed": 0}
    while expired := await runtime.read(expired_chats):
        for channel, where in expired:
            try:
                counts["abandoned"] += await runtime.write(
                    partial(_end, dialogue=dialogue, channel=channel, where=where)
                )
            except DatabaseAway:
                raise
            except Exception as problem:
                # it must not stand before the others for ever
                _log.exception("a conversation could not be let go", problem=type(problem).__name__)
                await runtime.write(partial(_drop, channel=channel, where=where))
                counts["failed"] += 1
    return counts


def _end(tx: Transaction, dialogue: Dialogue, channel: str, where: str) -> bool:
    contact, state = lock_chat(tx, channel, where)
    if not is_expired(tx, contact.address_id):  # the person came back in the meantime
        return False
    result = dialogue.abandon(tx, contact, state)
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


def _drop(tx: Transaction, channel: str, where: str) -> None:
    """Without a word, and without asking the conversation."""
    contact, _ = lock_chat(tx, channel, where)
    if is_expired(tx, contact.address_id):
        keep_state(tx, contact.address_id, ChatState(), None)
