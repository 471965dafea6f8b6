"""What nobody claims: the conversation that listens is asked, and may stand before the one under way."""

import json
from dataclasses import asdict, replace

from feedbackbot.dialogue.conversation import Answer, Conversation, Heard, Next
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.open_turn import OpenTurn
from feedbackbot.storage.people.contacts import ChatState

FILES = {Kind.PHOTO, Kind.DOCUMENT, Kind.VOICE, Kind.LOCATION, Kind.CONTACT, Kind.STICKER}


class ListeningTurn(OpenTurn):
    """A turn that can hand on what the present question cannot use."""

    async def sit_down_at_home(self) -> None:
        """Home as if it were open, without its question being shown."""
        home = self.directory.home
        self.enter(home, home.data.model_construct())
        transition = await home.start(self.chat, "")
        if isinstance(transition, Next):
            self.state = replace(self.state, step=transition.step, part=transition.part)
            self._store()

    async def heard(self, *, alarm: bool = False) -> bool:
        """Whether the conversation that listens made something of what arrived. Where it has to ask, what is under way waits behind
        it."""
        listener = self.directory.listener
        listen = (listener.alarm if alarm else listener.listen) if listener else None
        if listener is None or listen is None or (alarm and self.incoming.kind is not Kind.TEXT):
            return False
        if (answer := self.as_answer()) is None:
            return False
        behind = await self._behind(listener)
        before = self.chat
        self.chat = before.other(listener.data.model_construct())
        where = (behind.conversation or "", behind.step) if behind else ("", "")
        transition = await listen(self.chat, Heard(answer, *where))
        before.contact, heard = self.chat.contact, self.chat.data
        self.chat = before
        if transition is None:
            return False
        if isinstance(transition, Next):
            heard.parked = json.dumps(asdict(behind)) if behind else ""
            self.enter(listener, heard)
        await self.follow(listener, transition, from_door=True)
        return True

    async def _behind(self, listener: Conversation) -> ChatState | None:
        """What an interruption has to wait for: not home, and not an interruption."""
        under_way = await self.present()
        if under_way is None or under_way[0] is self.directory.home:
            return None
        return self.parked() if under_way[0] is listener else self.state

    def as_answer(self) -> Answer | None:
        """What arrived, unless it is nothing that could answer anything."""
        incoming = self.incoming
        if incoming.kind is Kind.TEXT:
            words = incoming.text.strip()
            return Answer(Kind.TEXT, text=words) if words else None
        if incoming.kind not in FILES:
            return None
        return Answer(
            incoming.kind,
            None,
            incoming.text.strip(),
            incoming.file,
            incoming.phone,
            incoming.latitude,
            incoming.longitude,
        )
