"""One turn: from what a person did to what is said, within one transaction.

Handlers are coroutines that only wait for use cases, and those are plain functions of the open transaction; so a turn runs from its
beginning to its end without leaving the writer's thread (docs/decisions/0003).
"""

from collections.abc import Coroutine
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from feedbackbot.dialogue.answering import Turn
from feedbackbot.dialogue.chat import Shows
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.people.contacts import ChatState, Contact, revive
from feedbackbot.storage.transaction import Transaction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TurnResult:
    """What follows from a turn. `notice` is shown briefly at the tapped button; `expires_at` is None where nothing is under way.
    `repeats`: what arrived was of no use, so the messages may be left out where the next turn says something."""

    state: ChatState
    messages: list[Outgoing]
    notice: str = ""
    expires_at: datetime | None = None
    repeats: bool = False


class Dialogue:
    """The conversations of one bot, ready to talk."""

    def __init__(self, directory: Directory, catalogue: Catalogue) -> None:
        self.directory = directory
        self.catalogue = catalogue
        # names of the channels that can show a form
        # by the name of a channel
        self.shows: dict[str, Shows] = {}

    def turn(self, tx: Transaction, contact: Contact, state: ChatState, incoming: Incoming) -> TurnResult:
        """Answer `incoming`. Raises `FeedbackbotError` for an expected refusal: undo the transaction, then call `refuse`."""
        turn = self._open(tx, contact, state, incoming)
        drive(turn.answer())
        return self._result(turn)

    def refuse(
        self, tx: Transaction, contact: Contact, state: ChatState, incoming: Incoming, error: FeedbackbotError
    ) -> TurnResult:
        """Say why nothing was done, and ask the present question again."""
        turn = self._open(tx, contact, state, incoming)
        why = self.catalogue.text(contact.language, error.key, **error.args_)
        try:
            drive(turn.refuse(why))
        except FeedbackbotError:  # the question itself is what cannot be had: the reason alone
            return self._word(tx, contact, state, incoming, why)
        return self._result(turn)

    def apologise(
        self, tx: Transaction, contact: Contact, state: ChatState, incoming: Incoming
    ) -> TurnResult:
        """A fault of ours: say so without asking anything, for asking may be what failed."""
        text = self.catalogue.text(contact.language, "error-unexpected")
        return self._word(tx, contact, state, incoming, text)

    def abandon(self, tx: Transaction, contact: Contact, state: ChatState) -> TurnResult:
        """End a conversation that was left alone."""
        nothing = Incoming(contact.channel, contact.address, Kind.NOTHING)
        turn = self._made(tx, contact, state, nothing)
        drive(turn.leave(say=True))
        return self._result(turn)

    def _open(self, tx: Transaction, contact: Contact, state: ChatState, incoming: Incoming) -> Turn:
        if contact.gone and incoming.kind is not Kind.BLOCKED:
            contact = revive(tx, contact)
        return self._made(tx, contact, state, incoming)

    def _made(self, tx: Transaction, contact: Contact, state: ChatState, incoming: Incoming) -> Turn:
        turn = Turn(self.directory, self.catalogue, tx, contact, state, incoming)
        turn.chat.shows = self.shows.get(contact.channel, Shows())
        return turn

    def _word(
        self, tx: Transaction, contact: Contact, state: ChatState, incoming: Incoming, text: str
    ) -> TurnResult:
        """Nothing but a word with the way home; what is under way stays as it is."""
        turn = self._open(tx, contact, state, incoming)
        turn.out(turn.closing(text))
        return TurnResult(state, turn.messages, expires_at=turn.expiry())

    def _result(self, turn: Turn) -> TurnResult:
        messages = turn.messages
        if messages and turn.contact_asked and not (messages[0].asks_contact or messages[0].buttons_only):
            # Telegram's contact keyboard stays until a message takes it away
            messages = [replace(messages[0], closes_keyboard=True), *messages[1:]]
        if messages:
            turn.state = replace(turn.state, spoke_at=int(turn.chat.tx.now.timestamp()))
        return TurnResult(turn.state, messages, turn.notice, turn.expiry(), turn.not_understood)


class SuspendedTurn(RuntimeError):
    """A handler waited for something other than the database; a turn must not hold its transaction open for that."""


def drive(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never really waits."""
    try:
        coroutine.send(None)
    except StopIteration as finished:
        return finished.value  # type: ignore[no-any-return]
    coroutine.close()
    raise SuspendedTurn("a handler may wait for use cases only")
