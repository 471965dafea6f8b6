"""What arrived, and which handler answers it."""

from dataclasses import replace
from typing import Any

from feedbackbot.dialogue.buttons import DoorTap, StepTap, read_data
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Begin,
    Conversation,
    Next,
    Quoted,
    Start,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.directory import CANCEL, HELP
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.listening import FILES, ListeningTurn
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.i18n import Markup
from feedbackbot.storage.people.contacts import mark_gone
from feedbackbot.storage.pipeline.outbox_subjects import topic_of_message

_REPLIES = {Kind.TEXT, *FILES}


class Turn(ListeningTurn):
    """One turn, from what a person did to what follows."""

    async def answer(self) -> None:
        """Go by the kind of what arrived."""
        match self.incoming.kind:
            case Kind.NOTHING | Kind.UNBLOCKED:
                return
            case Kind.BLOCKED:
                mark_gone(self.chat.tx, self.chat.contact.address_id, "blocked")
            case Kind.COMMAND:
                await self._command(self.incoming.command, self.incoming.text)
            case Kind.TAP:
                await self._tap()
            case _:
                await self._free()

    # Commands

    async def _command(self, word: str, text: str) -> None:
        reserved = self.directory.reserved(word)
        if reserved == CANCEL:
            await self._cancel()
        elif reserved == HELP:
            await self._help()
        elif reserved:
            await self._start(text)
        elif found := self.directory.command(word, self.chat.roles):
            conversation, command = found
            if command.keeps_conversation:
                await self._enter(conversation, conversation.start, text)
            else:
                await self.begin(conversation, text)
        else:
            self.not_understood = True
            await self.ask_again(self.chat.t("notice-unknown-command"))

    async def _start(self, payload: str) -> None:
        """`/start <door>_<argument>` is a deep link; anything else leads home, also a door that no link may open."""
        key, _, argument = payload.partition("_")
        found = self.directory.door(key, self.chat.roles) if payload else None
        if found is None or found[1].by_link is None:
            await self.begin(self.directory.home, "")
            return
        with self.chat.tx.only_reading():
            await self._enter(found[0], found[1].by_link, argument)

    async def _cancel(self) -> None:
        under_way = await self.present() is not None
        await self.leave(say=True)
        if not self.messages:
            self.out(self.closing(self.chat.t("cancelled" if under_way else "nothing-to-cancel")))

    async def _help(self) -> None:
        groups = self.directory.help_for(self.chat.roles)
        parts = []
        for group, names in groups.items():
            lines = [
                f"/{name.replace('_', chr(92) + '_')} – {self.chat.t('command-' + name.replace('_', '-'))}"
                for name in names
            ]
            # whoever has nothing but what everybody has needs no heading
            parts.append("\n".join([self.chat.t(f"help-{group}"), *lines] if len(groups) > 1 else lines))
        self.out(Message(self.chat.t("help", commands=Markup("\n\n".join(parts)))))
        await self.ask_again()

    # Taps

    async def _tap(self) -> None:
        tap = read_data(self.incoming.data)
        if isinstance(tap, DoorTap):
            await self._door(tap)
            return
        # read first: a state of another release is begun anew, and then the tap is of a run that is over
        under_way = await self.present()
        if isinstance(tap, StepTap) and (parked := self.parked()) and tap.is_for(parked):
            self.state = parked  # the question behind an interruption may be answered as if nothing had been
            under_way = await self.present()
        if under_way is None or not isinstance(tap, StepTap) or not tap.is_for(self.state):
            await self._old_button()
            return
        conversation, step = under_way
        self.state = replace(self.state, anchor=self.incoming.message_ref)
        self.question_answered = True
        if tap.page is not None:
            self.page = tap.page
            await self.ask(step, replaces=True)
        elif await self._is_choice(step, tap.choice):
            await self._take(conversation, step, Answer(Kind.TAP, choice=tap.choice))
        else:
            await self._old_button()

    async def _is_choice(self, step: Step, key: str) -> bool:
        if step.keys is not None:
            return key in step.keys
        asked = await step.ask(self.chat)
        return any(choice.key == key and choice.door is None for choice in asked.all_choices)

    async def _old_button(self) -> None:
        """Never silence: the present question, or home where nothing is under way."""
        self.not_understood = True
        if await self.present() is None:
            self.tell(self.chat.t("notice-button-of-no-use"))
            await self.begin(self.directory.home, "")
        else:
            await self.ask_again(self.chat.t("notice-old-button"))

    async def _door(self, tap: DoorTap) -> None:
        found = self.directory.door(tap.door, self.chat.roles)
        if found is None:
            await self._old_button()
        else:
            conversation, door = found
            await self._enter(conversation, door.enter, tap.argument)

    async def _enter(self, conversation: Conversation, enter: Start, argument: str) -> None:
        """Beside what is under way; that is let go only where the door's own conversation begins."""
        before = self.chat
        self.chat = before.other(conversation.data.model_construct())
        transition = await enter(self.chat, argument)
        before.contact = self.chat.contact  # the door may have changed the language
        if isinstance(transition, Next):
            entered = self.chat.data
            self.chat = before
            await self.leave(say=False)
            self.enter(conversation, entered)
        elif isinstance(transition, Again | Stay | Begin):
            self.chat = before
        await self.follow(conversation, transition, from_door=True)

    # Words, files and the rest

    async def _free(self) -> None:
        """In this order: an emergency, a reply to an older message, an answer to the present question (home's, where nothing is under
        way), what the words mean elsewhere."""
        if await self.heard(alarm=True):
            return
        if self.incoming.quoted_ref and self.incoming.kind in _REPLIES and await self._reply():
            return
        out_of_the_blue = await self.present() is None
        if out_of_the_blue:
            await self.sit_down_at_home()
        under_way = await self.present()
        if under_way is None:
            raise RuntimeError("home has no question")
        conversation, step = under_way
        meant = await self._meant(step)
        if isinstance(meant, Choice):
            await self._door(DoorTap(meant.door or "", meant.key))
            return
        notice = ""
        if meant is not None:
            transition = await step.take(self.chat, meant)
            if not isinstance(transition, Again) or not transition.not_understood:
                await self.follow(conversation, transition)
                return
            notice = transition.notice
        if self._same_album() or await self.heard():
            return
        self.not_understood = True
        if out_of_the_blue:
            self.out(Message(self.chat.t("notice-not-understood")))
            await self.begin(self.directory.home, "")
        else:
            await self.ask_again(notice or self.chat.t(_refusal(step, self.incoming)))

    async def _reply(self) -> bool:
        """Whether a conversation knew the message that this one replies to. What is under way goes on, but where the reply's own
        conversation has something to ask."""
        under_way = await self.present()
        before, ref = self.chat, self.incoming.quoted_ref
        quoted = Quoted(self.incoming.quoted, topic_of_message(before.tx, before.contact.address_id, ref))
        for conversation in self.directory.conversations:
            if conversation.take_reply is None:
                continue
            here = under_way is not None and under_way[0] is conversation and "text" in under_way[1].accepts
            self.chat = before.other(before.data if here else conversation.data.model_construct())
            transition = await conversation.take_reply(self.chat, quoted)
            if transition is not None:
                await self._answer_aside(before, conversation, transition)
                return True
            self.chat = before
        return False

    async def _answer_aside(
        self, before: Chat[Any], conversation: Conversation, transition: Transition
    ) -> None:
        """What arrived answers the step that `transition` names; any other transition is followed as a door's."""
        if not isinstance(transition, Next):
            self.chat = before
            await self.follow(conversation, transition, from_door=True)
            return
        step, part = conversation.by_key[transition.step], transition.part
        meant = await self._meant(step)
        if isinstance(meant, Answer):
            then = await step.take(self.chat, meant)
        else:
            then = Again(self.chat.t(_refusal(step, self.incoming)))
        entered, self.chat = self.chat.data, before
        begins = isinstance(then, Next | Again)
        if begins:
            await self.leave(say=False)
            self.enter(conversation, entered)
            self.state = replace(self.state, step=step.key, part=part)
        await self.follow(conversation, then, from_door=not begins)

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
        usable = incoming.kind.value in step.accepts and not incoming.foreign_contact
        return self.as_answer() if usable and incoming.kind in FILES else None

    def _same_album(self) -> bool:
        """Whether the refusal was already said for this album."""
        album = self.incoming.album
        seen = bool(album) and album == self.state.album
        if album:
            self.state = replace(self.state, album=album)
        return seen

    async def _take(self, conversation: Conversation, step: Step, answer: Answer) -> None:
        await self.follow(conversation, await step.take(self.chat, answer))


def _refusal(step: Step, incoming: Incoming) -> str:
    """The catalogue key that says what the step wants instead."""
    if incoming.kind is Kind.EDITED:
        return "notice-edited"
    if incoming.foreign_contact and Kind.CONTACT.value in step.accepts:
        return "notice-foreign-contact"
    if "choice" in step.accepts and "text" not in step.accepts:
        return "notice-tap-a-button"
    return "notice-write-words" if "text" in step.accepts else "notice-not-usable"
