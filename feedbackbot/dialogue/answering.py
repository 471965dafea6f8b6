"""The course of a turn: which handler is asked, and what its transition means."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, ValidationError

from feedbackbot.dialogue.buttons import DoorTap, StepTap, as_outgoing, read_data
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Begin,
    Conversation,
    Done,
    Next,
    Nothing,
    Start,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.directory import CANCEL, HELP, Directory
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.message import Choice, Message, Outgoing
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.storage.contacts import ChatState, Contact, mark_gone
from feedbackbot.storage.transaction import Transaction

_MOST_JUMPS = 8  # conversations that begin each other in a circle are a mistake of ours
_FILES = {Kind.PHOTO, Kind.DOCUMENT, Kind.VOICE, Kind.LOCATION, Kind.CONTACT, Kind.STICKER}


class Turn:
    """One turn under way. Afterwards `state`, `messages` and `notice` hold what follows."""

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
        self.contact_asked = False
        self.chat: Chat[Any] = Chat(tx, contact, Nothing(), catalogue, tapped=incoming.message_ref)
        self._page = 0
        self._jumps = 0

    async def answer(self) -> None:
        """Go by the kind of what arrived."""
        match self.incoming.kind:
            case Kind.NOTHING:
                return
            case Kind.BLOCKED:
                mark_gone(self.chat.tx, self.chat.contact.address_id, "blocked")
            case Kind.UNBLOCKED:
                return
            case Kind.COMMAND:
                await self._command(self.incoming.command, self.incoming.text)
            case Kind.TAP:
                await self._tap()
            case _:
                await self._free()

    async def ask_again(self, notice: str = "") -> None:
        """The present question once more; the notice goes to the tapped button where there is one, else above the question."""
        conversation, step = await self._present()
        if conversation is None or step is None:
            self._tell(notice)
            return
        if self.incoming.tap_id:
            self._tell(notice)
            notice = ""
        await self._ask(step, replaces=self.incoming.message_ref == self.state.anchor, above=notice)

    async def leave(self, *, say: bool) -> None:
        """Let go of the conversation under way; it may keep what was answered and say a word."""
        conversation, _ = await self._present()
        if conversation is not None and conversation.let_go is not None:
            word = await conversation.let_go(self.chat)
            if word is not None and say:
                self._out(word)
        self.state = ChatState(album=self.state.album)

    def expiry(self) -> datetime | None:
        """When the conversation now under way is let go."""
        conversation = self.directory.by_key.get(self.state.conversation or "")
        if conversation is None:
            return None
        hours = self.chat.tx.settings.conversation_timeout_hours
        return self.chat.tx.now + (conversation.timeout or timedelta(hours=hours))

    # What arrived

    async def _command(self, word: str, text: str) -> None:
        reserved = self.directory.reserved(word)
        if reserved == CANCEL:
            await self._cancel()
        elif reserved == HELP:
            self._help()
            if self.state.conversation:
                await self.ask_again()
        elif reserved:
            await self._start(text)
        elif found := self.directory.command(word, self.chat.roles):
            conversation, command = found
            if command.aside:
                await self._enter_door(conversation, conversation.start, text)
            else:
                await self._begin(conversation, text)
        else:
            await self.ask_again(self.chat.t("notice-unknown-command"))

    async def _start(self, payload: str) -> None:
        """`/start <door>_<argument>` is a deep link; anything else leads home."""
        door, _, argument = payload.partition("_")
        if payload and self.directory.door(door, self.chat.roles):
            await self._door(DoorTap(door, argument))
        else:
            await self._begin(self.directory.home, "")

    async def _cancel(self) -> None:
        under_way = self.state.conversation is not None
        await self.leave(say=True)
        if not self.messages:
            self._out(self._closing("cancelled" if under_way else "nothing-to-cancel"))

    def _closing(self, key: str) -> Message:
        """A last word that leaves the way home open."""
        doors = self.directory.home.doors
        home = tuple(Choice(door.key, self.chat.t("to-menu"), door=door.key) for door in doors[:1])
        return Message(self.chat.t(key), home)

    def _help(self) -> None:
        lines = [
            Markup(
                f"/{name.replace('_', chr(92) + '_')} – {self.chat.t('command-' + name.replace('_', '-'))}"
            )
            for name in self.directory.commands_for(self.chat.roles)
        ]
        self._out(Message(self.chat.t("help", commands=Markup("\n".join(lines)))))

    async def _tap(self) -> None:
        tap = read_data(self.incoming.data)
        if isinstance(tap, DoorTap):
            await self._door(tap)
            return
        if not isinstance(tap, StepTap) or not tap.is_for(self.state):
            await self.ask_again(self.chat.t("notice-old-button"))
            return
        conversation, step = await self._present()
        if (
            conversation is None or step is None or not tap.is_for(self.state)
        ):  # the state was of another release
            await self.ask_again(self.chat.t("notice-old-button"))
            return
        self.state = replace(self.state, anchor=self.incoming.message_ref)
        if tap.page is not None:
            self._page = tap.page
            await self._ask(step, replaces=True)
        elif await self._is_choice(step, tap.choice):
            await self._take(conversation, step, Answer(Kind.TAP, choice=tap.choice))
        else:
            await self.ask_again(self.chat.t("notice-old-button"))

    async def _is_choice(self, step: Step, key: str) -> bool:
        if step.keys is not None:
            return key in step.keys
        asked = await step.ask(self.chat)
        return any(choice.key == key and choice.door is None for choice in asked.all_choices)

    async def _door(self, tap: DoorTap) -> None:
        found = self.directory.door(tap.door, self.chat.roles)
        if found is None:
            await self.ask_again(self.chat.t("notice-old-button"))
            return
        conversation, door = found
        await self._enter_door(conversation, door.enter, tap.argument)

    async def _enter_door(self, conversation: Conversation, enter: Start, argument: str) -> None:
        before = self.chat
        self.chat = before.other(conversation.data.model_construct())
        transition = await enter(self.chat, argument)
        before.contact = self.chat.contact  # the door may have changed the language
        if isinstance(transition, Next):
            entered = self.chat.data
            self.chat = before
            await self.leave(say=False)
            self._enter(conversation, entered)
        elif isinstance(transition, Again | Stay | Begin):
            self._flush()
            self.chat = before
        await self._follow(conversation, transition, from_door=True)

    async def _free(self) -> None:
        """Words, files and the rest: an answer to the present question, or the beginning of a talk."""
        incoming = self.incoming
        conversation, step = await self._present()
        if conversation is None or step is None:
            if not self._same_album():
                self._tell(self.chat.t("notice-not-understood"))
                await self._begin(self.directory.home, "")
            return
        meant = await self._meant(step)
        if isinstance(meant, Choice):
            await self._door(DoorTap(meant.door or "", meant.key))
        elif meant is not None:
            await self._take(conversation, step, meant)
        elif not self._same_album():
            key = "notice-edited" if incoming.kind is Kind.EDITED else _refusal(step, incoming)
            await self.ask_again(self.chat.t(key))

    async def _meant(self, step: Step) -> Answer | Choice | None:
        """What arrived as an answer to this step, or the door that the words name; None where the step cannot use it."""
        incoming = self.incoming
        if incoming.kind is Kind.TEXT:
            words = incoming.text.strip()
            if "choice" in step.accepts:
                asked = await step.ask(self.chat)
                if choice := meant_choice(words, asked.choices, asked.below):
                    return Answer(Kind.TEXT, choice=choice.key, text=words) if choice.door is None else choice
            return Answer(Kind.TEXT, text=words) if "text" in step.accepts and words else None
        if incoming.kind in _FILES and incoming.kind.value in step.accepts and not incoming.foreign_contact:
            return Answer(
                incoming.kind,
                None,
                incoming.text.strip(),
                incoming.file,
                incoming.phone,
                incoming.latitude,
                incoming.longitude,
            )
        return None

    def _same_album(self) -> bool:
        """Whether the refusal was already said for this album."""
        album = self.incoming.album
        seen = bool(album) and album == self.state.album
        if album:
            self.state = replace(self.state, album=album)
        return seen

    # What follows

    async def _take(self, conversation: Conversation, step: Step, answer: Answer) -> None:
        await self._follow(conversation, await step.take(self.chat, answer))

    async def _follow(
        self, conversation: Conversation, transition: Transition, *, from_door: bool = False
    ) -> None:
        match transition:
            case Next(step, part):
                self._flush()
                self.state = replace(self.state, step=step, part=part)
                self._store()
                await self._ask(conversation.by_key[step], replaces=True)
            case Again(notice):
                self._flush()
                if not from_door:
                    self._store()
                await self.ask_again(notice)
            case Done(message):
                self._flush()
                if message is not None:
                    self._out(message)
                if not from_door or self.state.conversation == conversation.key:
                    self.state = ChatState(album=self.state.album)
            case Stay(message, notice):
                self._flush()
                if message is not None:
                    self._out(message)
                self._tell(notice)
            case Begin(key, argument):
                self._flush()
                await self._begin(self.directory.by_key[key], argument, finished=not from_door)

    async def _begin(self, conversation: Conversation, argument: str, *, finished: bool = False) -> None:
        """`finished`: the conversation under way has itself handed over, so it is not let go."""
        self._jumps += 1
        if self._jumps > _MOST_JUMPS:
            raise RuntimeError(f"conversations begin each other in a circle, last {conversation.key!r}")
        if not finished:
            await self.leave(say=False)
        self._enter(conversation, conversation.data.model_construct())
        await self._follow(conversation, await conversation.start(self.chat, argument))

    def _enter(self, conversation: Conversation, data: BaseModel) -> None:
        self.chat = self.chat.other(data)
        self.state = ChatState(
            conversation.key, secrets.token_hex(2), data_version=conversation.version, album=self.state.album
        )

    async def _present(self) -> tuple[Conversation | None, Step | None]:
        """The conversation and step under way, with their memory read. A state of an older release begins its conversation anew; one
        of a conversation that is no more leaves nothing under way."""
        conversation = self.directory.by_key.get(self.state.conversation or "")
        if conversation is None:
            self.state = ChatState(album=self.state.album)
            return None, None
        step = conversation.by_key.get(self.state.step)
        try:
            if step is None or self.state.data_version != conversation.version:
                raise ValueError("written by another release")
            if not isinstance(self.chat.data, conversation.data) or isinstance(self.chat.data, Nothing):
                self.chat = self.chat.other(conversation.data.model_validate_json(self.state.data))
        except (ValidationError, ValueError):
            self._enter(conversation, conversation.data.model_construct())
            transition = await conversation.start(self.chat, "")
            if not isinstance(transition, Next):
                self.state = ChatState(album=self.state.album)
                return None, None
            self.state = replace(self.state, step=transition.step, part=transition.part)
            self._store()
            return conversation, conversation.by_key[transition.step]
        return conversation, step

    async def _ask(self, step: Step, *, replaces: bool, above: str = "") -> None:
        message = await step.ask(self.chat)
        text = f"{above}\n\n{message.text}" if above else message.text
        self._out(replace(message, text=text, replaces=message.replaces and replaces), question=True)

    def _store(self) -> None:
        self.state = replace(self.state, data=self.chat.data.model_dump_json())

    # What is said

    def _tell(self, notice: str) -> None:
        """Briefly at the tapped button where there is one, else as a message."""
        if notice and self.incoming.tap_id:
            self.notice = notice
        elif notice:
            self._out(Message(notice))

    def _flush(self) -> None:
        for message in self.chat.said:
            self._out(message)
        self.chat.said.clear()

    def _out(self, message: Message, *, question: bool = False) -> None:
        first = not self.messages
        tapped = self.incoming.message_ref if message.replaces and first else ""
        attached = (
            message.picture is not None or message.document is not None or message.asks_contact is not None
        )
        outgoing = as_outgoing(
            message,
            self.state,
            page=self._page,
            pages=(self.chat.t("page-before"), self.chat.t("page-after")),
            replaces_ref=tapped if tapped and not attached else None,
        )
        self.messages.append(outgoing)
        if question:
            self.state = replace(self.state, anchor=outgoing.replaces_ref or "")


def _refusal(step: Step, incoming: Incoming) -> str:
    """The catalogue key that says what the step wants instead."""
    if incoming.foreign_contact and Kind.CONTACT.value in step.accepts:
        return "notice-foreign-contact"
    if "choice" in step.accepts and "text" not in step.accepts:
        return "notice-tap-a-button"
    return "notice-write-words" if "text" in step.accepts else "notice-not-usable"
