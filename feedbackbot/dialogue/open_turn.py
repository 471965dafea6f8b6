"""A turn under way: where the conversation stands, what a transition means."""

import json
import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from pydantic import BaseModel, ValidationError

from feedbackbot.dialogue.conversation import (
    Again,
    Begin,
    Conversation,
    Done,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.open_ends import Interruption
from feedbackbot.dialogue.saying import SayingTurn
from feedbackbot.storage.people.contacts import ChatState

_MOST_JUMPS = 8  # conversations that begin each other in a circle are a mistake of ours
_MOST_COUNTED = 100


class OpenTurn(SayingTurn):
    """A turn that knows where its conversation stands."""

    def expiry(self) -> datetime | None:
        """When the conversation now under way is let go."""
        conversation = self.directory.by_key.get(self.state.conversation or "")
        if conversation is None:
            return None
        hours = self.chat.tx.settings.conversation_timeout_hours
        return self.chat.tx.now + (conversation.timeout or timedelta(hours=hours))

    # Where the conversation stands

    async def present(self) -> tuple[Conversation, Step] | None:
        """The conversation and step under way, with their memory read. A state of another release begins its conversation
        anew; one of a conversation that is no more leaves nothing under way."""
        conversation = self.directory.by_key.get(self.state.conversation or "")
        if conversation is None:
            self.state = self.state.ended()
            return None
        step = conversation.by_key.get(self.state.step)
        if step is None or self.state.data_version != conversation.version:
            return await self._anew(conversation)
        if self._remembered != (self.state.conversation, self.state.run):
            try:
                memory = conversation.data.model_validate_json(self.state.data)
            except ValidationError:
                return await self._anew(conversation)
            self._remember(memory)
        return conversation, step

    async def _anew(self, conversation: Conversation) -> tuple[Conversation, Step] | None:
        self.enter(conversation, conversation.data())
        transition = await conversation.start(self.chat, "")
        if not isinstance(transition, Next):
            self.state = self.state.ended()
            return None
        self.state = replace(self.state, step=transition.step, part=transition.part)
        self.store()
        return conversation, conversation.by_key[transition.step]

    def enter(self, conversation: Conversation, memory: BaseModel) -> None:
        """A new run of a conversation, at no step yet."""
        self.state = replace(
            self.state.ended(),
            conversation=conversation.key,
            run=secrets.token_hex(2),
            data_version=conversation.version,
        )
        self._remember(memory)

    async def begin(self, conversation: Conversation, argument: str, *, finished: bool = False) -> None:
        """`finished`: the conversation under way has itself handed over, so it is not let go."""
        self._jumps += 1
        if self._jumps > _MOST_JUMPS:
            raise RuntimeError(f"conversations begin each other in a circle, last {conversation.key!r}")
        if finished:
            await self._leave_parked(say=False)
        else:
            await self.leave(say=False)
        self.enter(conversation, conversation.data())
        await self.follow(conversation, await conversation.start(self.chat, argument))

    async def cancel(self) -> None:
        """End what is under way, with a word in any case."""
        under_way = await self.present() is not None
        await self.leave(say=True)
        if not self.messages:
            self.out(self.closing(self.chat.t("cancelled" if under_way else "nothing-to-cancel")))

    async def leave(self, *, say: bool) -> None:
        """Let go of the conversation under way; it may keep what was answered and say a word."""
        under_way = await self.present()
        if under_way is not None and under_way[0].on_abandon is not None:
            word = await under_way[0].on_abandon(self.chat)
            if word is not None and say:
                self.out(word)
        await self._leave_parked(say=say)

    async def _leave_parked(self, *, say: bool) -> None:
        """The conversation under way is over; with it goes what waited behind it."""
        parked = self.parked()
        self.state = parked or self.state.ended()
        if parked is not None:
            await self.leave(say=say)

    def parked(self) -> ChatState | None:
        """What waits behind the conversation under way, once its memory was read (`present`)."""
        memory = self.chat.data
        mine = self._remembered == (self.state.conversation, self.state.run)
        if not mine or not isinstance(memory, Interruption) or not memory.parked:
            return None
        return ChatState(**json.loads(memory.parked)).behind(self.state)

    def _remember(self, memory: BaseModel) -> None:
        self.chat = self.chat.other(memory)
        self._remembered = (self.state.conversation, self.state.run)

    def store(self) -> None:
        self.stand(data=self.chat.data.model_dump_json())

    # What a transition means

    async def follow(
        self, conversation: Conversation, transition: Transition, *, from_entry: bool = False
    ) -> None:
        """`from_entry`: the transition was made beside what is under way, which goes on unless the entry's own conversation began."""
        self.flush()
        match transition:
            case Next(step, part):
                self.stand(step=step, part=part, refusals=0, data=self.chat.data.model_dump_json())
                await self.ask(conversation.by_key[step], replaces=self.question_answered)
            case Again(notice=notice):
                if not from_entry:
                    self.store()
                if notice and not self.incoming.tap_id:
                    await self.refuse(notice)
                else:
                    self.state = replace(self.state, refusals=0)
                    await self.ask_again(notice)
            case Done(message):
                if message is not None:
                    self.out(message)
                if not from_entry or self.state.conversation == conversation.key:
                    await self._leave_parked(say=False)
            case Stay(message, notice, refuses):
                self.state = replace(self.state, refusals=self._counted() if refuses else 0)
                if message is not None:
                    self.out(message)
                self.tell(notice)
            case Begin(key, argument):
                await self.begin(self.directory.by_key[key], argument, finished=not from_entry)

    # What is asked again

    async def refuse(self, notice: str) -> None:
        """The answer would not do: the present question again, under the reason."""
        self.state = replace(self.state, refusals=self._counted())
        await self.ask_again(notice)

    def _counted(self) -> int:
        return min(self.state.refusals + 1, _MOST_COUNTED)

    async def ask_again(self, notice: str = "") -> None:
        """The present question once more; the notice goes to the tapped button where there is one, else above the question."""
        under_way = await self.present()
        if under_way is None:
            self.tell(notice)
            return
        if self.incoming.tap_id:
            self.tell(notice)
            notice = ""
        await self.ask(under_way[1], replaces=self.incoming.message_ref == self.state.anchor, above=notice)
