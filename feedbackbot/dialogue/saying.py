"""What a turn says: questions, last words, short notices, laid out as messages."""

from dataclasses import replace
from typing import Any

from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Nothing,
    Step,
)
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.message import Choice, Message, Outgoing
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.people.contacts import ChatState, Contact
from feedbackbot.storage.transaction import Transaction

_REFUSALS_TO_WAY_OUT = 2


class SayingTurn:
    """Afterwards `state`, `messages` and `notice` hold what follows. `contact_asked`: the keyboard that shares the own number is
    open since the question that this turn answers."""

    def __init__(
        self,
        directory: Directory,
        catalogue: Catalogue,
        tx: Transaction,
        contact: Contact,
        state: ChatState,
        incoming: Incoming,
    ) -> None:
        self.directory = directory
        self.state = state
        self.incoming = incoming
        self.messages: list[Outgoing] = []
        self.notice = ""
        # what arrived was of no use: all that is said was said before, but for a notice
        self.not_understood = False
        self.chat: Chat[Any] = Chat(tx, contact, Nothing(), catalogue, tapped=incoming.message_ref)
        self.chat.duties_of = directory.duties_of
        self.page = 0
        # stands above the first thing that is said
        self.preface = ""
        # the tapped message is a question that may make place for the next; what a door or an old button stands under may be
        # worth reading still, or hold a picture
        self.question_answered = False
        self._jumps = 0
        # conversation and run that `chat.data` is the memory of
        self._remembered: tuple[str | None, str] = (None, "")
        conversation = directory.by_key.get(state.conversation or "")
        asked = conversation.by_key.get(state.step) if conversation else None
        self.contact_asked = asked is not None and Kind.CONTACT.value in asked.accepts

    async def ask(self, step: Step, *, replaces: bool, above: str = "") -> None:
        message = await step.ask(self.chat)
        parts = (above, message.text, self.chat.t("notice-way-out") if self._held() else "")
        below = message.below
        if self._held() and not any(
            one.opens == home.opens for home in self._home_choices() for one in message.all_choices
        ):
            below = (*below, *self._home_choices())
        text = "\n\n".join(part for part in parts if part)
        stays = message.replaces and replaces
        if (text, below, stays) != (message.text, message.below, message.replaces):
            message = replace(message, text=text, below=below, replaces=stays)
        self.out(message, question=True)

    def _held(self) -> bool:
        """Refused twice in a row: whoever does not get on is shown the way out."""
        return (
            self.state.refusals >= _REFUSALS_TO_WAY_OUT and self.state.conversation != self.directory.home.key
        )

    def tell(self, notice: str) -> None:
        """Briefly at the tapped button where there is one, else as a message with the way home."""
        if notice and self.incoming.tap_id:
            self.notice = notice
        elif notice:
            self.out(self.closing(notice))

    def closing(self, text: str) -> Message:
        """A last word that leaves the way home open."""
        return Message(text, self._home_choices())

    def _home_choices(self) -> tuple[Choice, ...]:
        home = self.directory.home.entries[:1]
        return tuple(Choice(entry.point, self.chat.t("to-menu"), opens=entry.point) for entry in home)

    def out(self, message: Message, *, question: bool = False) -> None:
        """Lay the message out. The first of a turn may take the place of the message whose button was tapped; a file cannot."""
        if not question and any(choice.opens is None and choice.answers for choice in message.all_choices):
            raise ValueError("only a question has choices of its own; what is said besides opens something")
        if message.buttons_only and not (self.chat.shows.edits and self.incoming.message_ref):
            return
        if message.form is not None and not self.chat.shows.forms:
            message = replace(message, form=None)
        if message.table is not None and not self.chat.shows.tables:
            message = replace(message, table=None)
        if self.preface:
            message, self.preface = replace(message, text=f"{self.preface}\n\n{message.text}"), ""
        keeps_its_place = message.buttons_only or (
            message.replaces
            and not self.messages
            and not (
                message.picture or message.document or message.voice or message.asks_contact or message.form
            )
        )
        outgoing = as_outgoing(
            message,
            self.state,
            page=self.page,
            pages=(self.chat.t("page-before"), self.chat.t("page-after")),
            replaces_ref=self.incoming.message_ref or None if keeps_its_place else None,
        )
        self.messages.append(outgoing)
        if question:
            self.stand(anchor=outgoing.replaces_ref or "")

    def stand(self, **at: object) -> None:
        """The conversation stands there now. Most of a tap stands where it stood: then nothing is made anew."""
        if any(getattr(self.state, name) != value for name, value in at.items()):
            self.state = replace(self.state, **at)  # type: ignore[arg-type]

    def flush(self) -> None:
        for message in self.chat.said:
            self.out(message)
        self.chat.said.clear()
