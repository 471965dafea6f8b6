"""From a waiting update to its replies in the outbox: one transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from feedbackbot.clock import Now
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.dialogue.turn import Dialogue, TurnResult
from feedbackbot.errors import DatabaseAway, FeedbackbotError
from feedbackbot.settings import Settings
from feedbackbot.storage.contacts import Contact, keep_state, lock_chat
from feedbackbot.storage.database import Database
from feedbackbot.storage.inbox import WaitingUpdate, count_failure, finish, oldest_waiting
from feedbackbot.storage.outbox import Letter, add_reply
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import TURNS, get_logger

_log = get_logger(__name__)
_MOST_TRIES = 3

ReadUpdate = Callable[[str], Incoming]
"""Raw update as text → what a person did; never raises."""


@dataclass
class TurnDone:
    """A committed turn: what is to be sent now."""

    letters: list[Letter]
    tap_id: str = ""
    notice: str = ""
    wakes_delivery: bool = False


@dataclass(frozen=True, slots=True)
class TurnRunner:
    """Runs turns of one channel. `owner` is this process."""

    database: Database
    dialogue: Dialogue
    read: ReadUpdate
    now: Now
    settings: Settings
    owner: str
    channel: str

    async def run(self, chat: str) -> TurnDone | None:
        """Answer the oldest waiting update of `chat`; None where nothing waits. Raises DatabaseAway only."""
        while True:
            try:
                done = await self.database.write(lambda connection: self._turn(connection, chat))
            except FeedbackbotError as refusal:
                done = await self.database.write(lambda c, refusal=refusal: self._refuse(c, chat, refusal))  # type: ignore[misc]
                TURNS.labels("refused").inc()
                return done
            except DatabaseAway:
                raise
            except Exception as problem:
                _log.exception("a turn failed", problem=type(problem).__name__)
                TURNS.labels("failed").inc()
                done = await self.database.write(lambda c, problem=problem: self._failed(c, chat, problem))  # type: ignore[misc]
                if done is not None:
                    return done
                continue
            TURNS.labels("done" if done else "nothing").inc()
            return done

    def _turn(self, connection: Connection, chat: str) -> TurnDone | None:
        tx = Transaction(connection, self.now(), self.settings)
        contact, state = lock_chat(tx, self.channel, chat)
        waiting = oldest_waiting(tx, self.channel, chat)
        if waiting is None:
            return None
        incoming = self.read(waiting.body)
        return self._keep(tx, contact, waiting, incoming, self.dialogue.turn(tx, contact, state, incoming))

    def _refuse(self, connection: Connection, chat: str, refusal: FeedbackbotError) -> TurnDone | None:
        tx = Transaction(connection, self.now(), self.settings)
        contact, state = lock_chat(tx, self.channel, chat)
        waiting = oldest_waiting(tx, self.channel, chat)
        if waiting is None:
            return None
        incoming = self.read(waiting.body)
        return self._keep(
            tx, contact, waiting, incoming, self.dialogue.refuse(tx, contact, state, incoming, refusal)
        )

    def _failed(self, connection: Connection, chat: str, problem: Exception) -> TurnDone | None:
        """Count the failure; the last one apologises and puts the update aside, so that the chat goes on."""
        tx = Transaction(connection, self.now(), self.settings)
        contact, state = lock_chat(tx, self.channel, chat)
        waiting = oldest_waiting(tx, self.channel, chat)
        if waiting is None:
            return TurnDone([])
        dead = waiting.attempts + 1 >= _MOST_TRIES
        count_failure(tx, waiting.id, type(problem).__name__, dead=dead)
        if not dead:
            return None
        incoming = self.read(waiting.body)
        result = self.dialogue.apologise(tx, contact, state, incoming)
        return self._keep(tx, contact, None, incoming, result)

    def _keep(
        self,
        tx: Transaction,
        contact: Contact,
        waiting: WaitingUpdate | None,
        incoming: Incoming,
        result: TurnResult,
    ) -> TurnDone:
        keep_state(tx, contact.address_id, result.state, result.expires_at)
        letters = [
            add_reply(
                tx,
                channel=self.channel,
                address_id=contact.address_id,
                where=contact.address,
                body=message.to_json(),
                owner=self.owner,
            )
            for message in result.messages
        ]
        if waiting is not None:
            finish(tx, waiting.id)
        return TurnDone(letters, incoming.tap_id, result.notice, tx.wakes_delivery)
