"""From a waiting update to its replies in the outbox: one transaction."""

from collections.abc import Callable
from dataclasses import dataclass

from feedbackbot.dialogue.gathering import may_go_on, together
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.dialogue.turn import Dialogue, TurnResult
from feedbackbot.errors import DatabaseAway, FeedbackbotError
from feedbackbot.figures import TURNS
from feedbackbot.storage.people.addresses import note_heard
from feedbackbot.storage.people.contacts import ChatState, Contact, lock_chat, state_kept
from feedbackbot.storage.pipeline.dispatch import unsent_replies
from feedbackbot.storage.pipeline.inbox import (
    WaitingUpdate,
    count_failure,
    finish,
    finished,
    next_waiting,
)
from feedbackbot.storage.pipeline.next_turn import next_turn
from feedbackbot.storage.pipeline.outbox import QueuedMessage, add_reply
from feedbackbot.storage.pipeline.windows import free_waiting
from feedbackbot.storage.prepared import run_each_deed
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_MOST_TRIES = 3
_MOST_PIECES = 20  # of an album (10) or a story told in many messages
_DONE, _NOTHING, _REFUSED, _FAILED = (
    TURNS.labels(outcome) for outcome in ("done", "nothing", "refused", "failed")
)

ReadUpdate = Callable[[str], Incoming]
"""Raw update as text → what a person did; never raises."""


class ReplyOnItsWay(Exception):
    """An earlier reply to this chat is still to be sent by somebody else; a turn now could overtake it."""


@dataclass
class TurnDone:
    """A committed turn: what is to be sent now. `repeats`: the letters may be left out where the next turn says something."""

    letters: list[QueuedMessage]
    tap_id: str = ""
    notice: str = ""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class _Opened:
    """A turn about to be run, its chat locked."""

    tx: Transaction
    contact: Contact
    state: ChatState
    waiting: WaitingUpdate
    incoming: Incoming
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TurnRunner:
    """Runs turns of one channel. `owner` is this process."""

    runtime: Runtime
    dialogue: Dialogue
    read: ReadUpdate
    owner: str
    channel: str

    async def run(self, chat: str) -> TurnDone | None:
        """Answer the oldest waiting update of `chat`; None where nothing waits. Raises DatabaseAway and ReplyOnItsWay only, as
        long as failures can be counted."""
        while True:
            try:
                return await self._try(chat)
            except (DatabaseAway, ReplyOnItsWay):
                raise
            except Exception as problem:
                _log.exception("a turn failed", problem=type(problem).__name__)
                _FAILED.inc()
                done = await self.runtime.write(lambda tx, problem=problem: self._fail(tx, chat, problem))  # type: ignore[misc]
                if done is not None:
                    return done

    async def forgotten(self, chat: str) -> list[QueuedMessage]:
        """Replies of turns of which nobody knew whether they were committed. Raises DatabaseAway.

        Looked for under the chat's lock, in a unit of work that is committed: so the turn in doubt has ended, and no server answers that
        others have deposed, for there the replies may be missing.
        """

        def look(tx: Transaction) -> list[QueuedMessage]:
            lock_chat(tx, self.channel, chat)
            return unsent_replies(tx, self.channel, chat, self.owner)

        return await self.runtime.write(look)

    async def _try(self, chat: str) -> TurnDone | None:
        try:
            done = await self.runtime.write(lambda tx: self._turn(tx, chat))
            (_DONE if done else _NOTHING).inc()
        except FeedbackbotError as refusal:
            # all that the turn wrote is undone by now
            done = await self.runtime.write(lambda tx, why=refusal: self._refuse(tx, chat, why))  # type: ignore[misc]
            _REFUSED.inc()
        return done

    def _turn(self, tx: Transaction, chat: str) -> TurnDone | None:
        opened = self._open(tx, chat)
        if opened is None:
            return None
        result = self.dialogue.turn(opened.tx, opened.contact, opened.state, opened.incoming)
        return self._keep(opened, result)

    def _refuse(self, tx: Transaction, chat: str, refusal: FeedbackbotError) -> TurnDone | None:
        opened = self._open(tx, chat)
        if opened is None:
            return None
        result = self.dialogue.refuse(opened.tx, opened.contact, opened.state, opened.incoming, refusal)
        return self._keep(opened, result)

    def _fail(self, tx: Transaction, chat: str, problem: Exception) -> TurnDone | None:
        """Count the failure; the last one apologises and puts the update aside, so that the chat goes on."""
        opened = self._open(tx, chat)
        if opened is None:
            return TurnDone([])
        dead = opened.waiting.attempts + 1 >= _MOST_TRIES
        count_failure(opened.tx, opened.waiting.id, type(problem).__name__, dead=dead)
        if not dead:
            return None
        result = self.dialogue.apologise(opened.tx, opened.contact, opened.state, opened.incoming)
        return self._keep(opened, result, answered=False)

    def _open(self, tx: Transaction, chat: str) -> _Opened | None:
        contact, state = lock_chat(tx, self.channel, chat)
        waiting, reply_on_its_way = next_turn(tx, self.channel, chat, contact.address_id, self.owner)
        if reply_on_its_way:
            raise ReplyOnItsWay
        if waiting is None:
            return None
        incoming, pieces = self.read(waiting.body), [waiting.id]
        # a message that failed is tried alone: what came with it may be what fails
        if may_go_on(incoming) and waiting.attempts == 0:
            following = next_waiting(tx, self.channel, chat, _MOST_PIECES)
            incoming, count = together([self.read(one.body) for one in following])
            pieces = [one.id for one in following[:count]]
        return _Opened(tx, contact, state, waiting, incoming, tuple(pieces))

    def _keep(self, opened: _Opened, result: TurnResult, *, answered: bool = True) -> TurnDone:
        tx, contact = opened.tx, opened.contact
        if opened.incoming.at is not None and note_heard(tx, contact.address_id, opened.incoming.at):
            free_waiting(tx, contact.address_id)
        state = state_kept(contact.address_id, result.state, result.expires_at)
        beside = [state, *(finished(piece) for piece in opened.pieces[:1] if answered)]
        letters = []
        for message in result.messages:
            reply = add_reply(
                tx,
                channel=self.channel,
                address_id=contact.address_id,
                where=contact.address,
                body=message.to_json(),
                owner=self.owner,
                language=contact.language,
                beside=beside,
            )
            letters.append(reply)
            beside = []
        run_each_deed(tx, beside)
        if answered:
            for piece in opened.pieces[1:]:
                finish(tx, piece)
        return TurnDone(letters, opened.incoming.tap_id, result.notice, result.repeats)
