"""What nobody claims: the conversation that listens is asked, and may stand before the one under way."""

import json
from dataclasses import asdict, replace

from pydantic import BaseModel

from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Back,
    Conversation,
    Hear,
    Heard,
    Leave,
    Next,
    Transition,
)
from feedbackbot.dialogue.incoming import CARRY_A_FILE, Kind
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.open_ends import Interruption, Waits
from feedbackbot.dialogue.open_turn import OpenTurn
from feedbackbot.dialogue.understanding import folded
from feedbackbot.domain.visible_text import shows_something
from feedbackbot.storage.people.contacts import ChatState

FILES = CARRY_A_FILE | {Kind.LOCATION, Kind.CONTACT, Kind.STICKER}


class ListeningTurn(OpenTurn):
    """A turn that can hand on what the present question cannot use."""

    async def sit_down_at_home(self) -> None:
        """Home as if it were open, without its question being shown."""
        home = self.directory.home
        self.enter(home, home.data())
        transition = await home.start(self.chat, "")
        if isinstance(transition, Next):
            self.state = replace(self.state, step=transition.step, part=transition.part)
            self.store()

    async def heard(self, *, alarm: bool = False, waits: Waits = Waits.NOTHING) -> bool:
        """Whether the conversation that listens made something of what arrived. Where it has to ask, what is under way waits behind
        it."""
        listener = self.directory.listener
        listen = (listener.alarm if alarm else listener.listen) if listener else None
        if listener is None or listen is None:
            return False
        if (answer := self.as_answer()) is None or (alarm and not answer.text):
            return False
        behind = await self._behind()
        before = self.chat
        self.chat = before.other(listener.data())
        where = (behind.conversation or "", behind.step) if behind else ("", self._own_step(listener))
        transition = await listen(self.chat, Heard(answer, *where, waits, self.state.refusals))
        before.contact, heard = self.chat.contact, self.chat.data
        self.chat = before
        if transition is None or (alarm and await self._names_a_choice()):
            return False
        if alarm and isinstance(transition, Again):
            self.preface = transition.notice
            return False
        if isinstance(transition, Next):
            await self.interrupt(listener, heard, transition)
        else:
            await self.follow(listener, transition, from_entry=True)
        return True

    async def _names_a_choice(self) -> bool:
        """Whether the words are, letter for letter, what a button of the present question says: such an answer tells of no danger."""
        under_way = await self.present()
        if under_way is None or "choice" not in under_way[1].accepts:
            return False
        asked = await under_way[1].ask(self.chat)
        return folded(self.incoming.text) in {folded(one.label) for one in asked.all_choices}

    def _own_step(self, listener: Conversation) -> str:
        """The question that the listener itself has put."""
        return self.state.step if self.state.conversation == listener.key else ""

    async def interrupt(self, conversation: Conversation, memory: BaseModel, then: Next) -> None:
        """Begin a conversation at a step, before the one under way."""
        await self.stand_before(conversation, memory)
        await self.follow(conversation, then, from_entry=True)

    async def stand_before(self, conversation: Conversation, memory: BaseModel) -> None:
        """What is under way waits behind the conversation, whose memory holds it; where it cannot, it is let go."""
        behind = await self._behind()
        if isinstance(memory, Interruption):
            memory.parked = json.dumps(asdict(behind)) if behind else ""
        else:
            await self.leave(say=False)
        self.enter(conversation, memory)

    async def _behind(self) -> ChatState | None:
        """What an interruption has to wait for: not home, not an interruption, and not what the listener itself asked about other words."""
        under_way = await self.present()
        if under_way is None or under_way[0] is self.directory.home or under_way[1].passing:
            return None
        if under_way[0] is self.directory.listener:
            return self.parked()
        if isinstance(self.chat.data, Interruption) and (
            under_way[0].interrupts_only or self.chat.data.parked
        ):
            return self.parked()
        return self.state

    async def follow(
        self, conversation: Conversation, transition: Transition, *, from_entry: bool = False
    ) -> None:
        match transition:
            case Back():
                self.flush()
                await self._go_back(transition)
            case Leave():
                self.flush()
                self.state = self.parked() or self.state.ended()
                await self.cancel()
            case Hear(answer):
                self.flush()
                await self.hear(answer)
            case _:
                await super().follow(conversation, transition, from_entry=from_entry)

    async def _go_back(self, back: Back) -> None:
        parked = self.parked()
        self.state = parked or self.state.ended()
        under_way = await self.present()
        if under_way is None:
            if not self.messages:
                await self.begin(self.directory.home, "")
        elif back.answer is not None and (back.answer.choice or "text" in under_way[1].accepts):
            await self.follow(under_way[0], await under_way[1].take(self.chat, back.answer))
        else:
            await self.ask_again(back.notice)

    async def hear(self, answer: Answer) -> None:
        """The interruption was wrong about the words: they are for whoever listens, as if they had just been written."""
        self.state = self.parked() or self.state.ended()
        self.incoming = replace(
            self.incoming, kind=answer.kind, text=answer.text, file=answer.file, files=answer.files
        )
        if await self.heard():
            return
        self.not_understood = True
        if await self.present() is None:
            self.out(Message(self.chat.t("notice-not-understood")))
            await self.begin(self.directory.home, "")
        else:
            await self.refuse(self.chat.t("notice-tap-a-button"))

    def as_answer(self) -> Answer | None:
        """What arrived, unless it is nothing that could answer anything."""
        incoming = self.incoming
        if incoming.kind is Kind.TEXT:
            words = incoming.text.strip()
            if not shows_something(words):
                return None
            return Answer(Kind.TEXT, text=words, marked=incoming.marked.strip(), look_lost=incoming.look_lost)
        if incoming.kind not in FILES or incoming.is_hollow:
            return None
        words = incoming.text.strip()
        return Answer(
            incoming.kind,
            text=words if shows_something(words) else "",
            file=incoming.file,
            files=incoming.files or ((incoming.file,) if incoming.file else ()),
            phone=incoming.phone,
            latitude=incoming.latitude,
            longitude=incoming.longitude,
            marked=incoming.marked.strip(),
            look_lost=incoming.look_lost,
        )
