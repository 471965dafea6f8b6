"""What arrived, as an answer: to the present question, to a message that it replies to, or as the wish to stop."""

import json
from dataclasses import replace
from typing import Any, Literal

from feedbackbot.dialogue.answer_words import kinds_of, nearly_cancel, number_of
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Conversation, Next, Step, Transition
from feedbackbot.dialogue.incoming import CARRY_A_FILE, Incoming, Kind
from feedbackbot.dialogue.listening import FILES, ListeningTurn
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.open_ends import Quoted
from feedbackbot.dialogue.stopping import STOPPING, Stopping
from feedbackbot.dialogue.understanding import meant_choice
from feedbackbot.domain.visible_text import shows_something
from feedbackbot.storage.pipeline.outbox_subjects import subject_of_message

REPLIES = {Kind.TEXT, *FILES}


class TakingTurn(ListeningTurn):
    """A turn that can give what arrived to a step."""

    async def meant(self, step: Step) -> Answer | Choice | None:
        """What arrived as an answer to this step, or the choice that the words name; None where the step cannot use it."""
        incoming = self.incoming
        if incoming.kind is Kind.TEXT:
            return await self._words(step, incoming.text.strip())
        usable = incoming.kind.value in step.accepts and not incoming.foreign_contact
        return self.as_answer() if usable and incoming.kind in FILES else None

    async def _words(self, step: Step, words: str) -> Answer | Choice | None:
        if step.asks_number and (number := number_of(words)) is not None:
            return Answer(Kind.TEXT, text=str(number))
        takes_words = "text" in step.accepts
        if "choice" in step.accepts:
            asked = await step.ask(self.chat)
            places = not takes_words if step.places is None else step.places
            if choice := meant_choice(words, asked.choices, asked.below, places=places):
                return Answer(Kind.TEXT, choice=choice.key, text=words) if choice.opens is None else choice
            if step.reads is not None and (key := step.reads(words)) is not None:
                return Answer(Kind.TEXT, choice=key, text=words)
        return self.as_answer() if takes_words else None

    async def stops(self, step: Step | None) -> bool:
        """Whether the words were the wish to stop or to see the menu, and no answer: these are obeyed in every step and never sent on. What
        is nearly such a wish is asked about."""
        if self.incoming.kind is not Kind.TEXT:
            return False
        words = self.incoming.text.strip()
        kinds = kinds_of(words)
        if kinds & {"cancel", "menu"}:
            if step is not None and isinstance(await self.of_choices(step), Answer | Choice):
                return False
            await (self.cancel() if "cancel" in kinds else self.begin(self.directory.home, ""))
            return True
        under_way = await self.present()
        if step is None or under_way is None or under_way[0] in (self.directory.home, STOPPING):
            return False
        likely = "stop" in kinds
        if not (likely or nearly_cancel(words)) or await self.of_choices(step) is not None:
            return False
        if likely and "text" not in step.accepts:
            await self.cancel()
            return True
        await self.interrupt(STOPPING, Stopping(words=words, answers="text" in step.accepts), Next("yakin"))
        return True

    async def of_choices(self, step: Step) -> Answer | Choice | None:
        meant = await self.meant(step) if "choice" in step.accepts else None
        return (
            meant if isinstance(meant, Choice) or (meant is not None and meant.choice is not None) else None
        )

    async def reply(self) -> bool:
        """Whether a conversation knew the message that this one replies to. What is under way goes on, but where the reply's own
        conversation has something to ask."""
        under_way = await self.present()
        before, ref = self.chat, self.incoming.quoted_ref
        quoted = Quoted(self.incoming.quoted, subject_of_message(before.tx, before.contact.address_id, ref))
        for conversation in self.directory.conversations:
            if conversation.take_reply is None:
                continue
            here = under_way is not None and under_way[0] is conversation and "text" in under_way[1].accepts
            self.chat = before.other(before.data if here else conversation.data())
            transition = await conversation.take_reply(self.chat, quoted)
            if transition is not None:
                await self.answer_aside(before, conversation, transition)
                return True
            self.chat = before
        return False

    async def answer_aside(
        self, before: Chat[Any], conversation: Conversation, transition: Transition
    ) -> None:
        """What arrived answers the step that `transition` names; any other transition is followed as an entry. Where there is more to ask,
        what was under way (`before`) waits behind it if the conversation's memory can hold it, else it is let go."""
        if not isinstance(transition, Next):
            self.chat = before
            await self.follow(conversation, transition, from_entry=True)
            return
        step, part = conversation.by_key[transition.step], transition.part
        meant = await self.meant(step)
        if isinstance(meant, Answer):
            then = await step.take(self.chat, meant)
        else:
            then = Again(self.chat.t(refusal(step, self.incoming)))
        entered, self.chat = self.chat.data, before
        begins = isinstance(then, Next | Again)
        if begins:
            await self.stand_before(conversation, entered)
            self.state = replace(self.state, step=step.key, part=part)
        await self.follow(conversation, then, from_entry=not begins)

    def same_album(self) -> bool:
        """Whether the refusal was already said for this album."""
        album = self.incoming.album
        seen = bool(album) and album == self.state.album
        if album:
            self.state = replace(self.state, album=album)
        return seen

    # Edited messages

    def remember_words(self, conversation: Conversation, before: dict[str, Any]) -> None:
        """Which field of the memory this message's words went into, so that it follows when the message is edited."""
        ref, text = self.incoming.own_ref, self.incoming.text.strip()
        if not ref or not text or self.state.conversation != conversation.key:
            return
        after = self.chat.data.model_dump()
        for name in conversation.drafts:
            if after[name] != before.get(name) and text in after[name]:
                known = json.loads(self.state.own_words) | {ref: [name, text]}
                newest = dict(list(known.items())[-_MOST_REMEMBERED:])
                self.state = replace(self.state, own_words=json.dumps(newest, ensure_ascii=False))

    async def edited(self) -> bool:
        """Whether the draft took the edit, or a conversation knew what was sent with the former words."""
        under_way, text = await self.present(), self.incoming.text.strip()
        name, former = json.loads(self.state.own_words).get(self.incoming.own_ref, ("", ""))
        if under_way is not None and name and text and former in getattr(self.chat.data, name, ""):
            kept = getattr(self.chat.data, name).replace(former, text, 1)
            setattr(self.chat.data, name, kept)
            known = json.loads(self.state.own_words) | {self.incoming.own_ref: [name, text]}
            self.state = replace(self.state, own_words=json.dumps(known, ensure_ascii=False))
            self.store()
            await self.ask_again(self.chat.t("notice-edit-taken"))
            return True
        return text != "" and await self._sent_before_edit(text)

    async def came_late(self) -> bool:
        """Whether a conversation knew what files without a word, that nothing asks for, are late pieces of."""
        if self.incoming.kind not in CARRY_A_FILE:
            return False
        answer = self.as_answer()
        return answer is not None and not answer.text and await self._belongs("take_late", answer)

    async def _sent_before_edit(self, text: str) -> bool:
        return await self._belongs("take_edit", text)

    async def _belongs(self, hook: Literal["take_edit", "take_late"], what: str | Answer) -> bool:
        """Whether a conversation knew what this belongs to, of what was sent before."""
        before = self.chat
        for conversation in self.directory.conversations:
            known = getattr(conversation, hook)
            if known is None:
                continue
            self.chat = before.other(conversation.data())
            transition = await known(self.chat, what)
            entered, self.chat = self.chat.data, before
            if isinstance(transition, Next):
                await self.interrupt(conversation, entered, transition)
                return True
            if transition is not None:
                await self.follow(conversation, transition, from_entry=True)
                return True
        return False


_MOST_REMEMBERED = 8


def refusal(step: Step, incoming: Incoming) -> str:
    """The catalogue key that says what the step wants instead."""
    if incoming.kind is Kind.EDITED:
        return "notice-edited" if "text" in step.accepts else "notice-edited-late"
    if incoming.foreign_contact and Kind.CONTACT.value in step.accepts:
        return "notice-foreign-contact"
    wrote = incoming.kind is Kind.TEXT and shows_something(incoming.text)
    if "choice" in step.accepts and ("text" not in step.accepts or wrote):
        return "notice-tap-a-button"
    return "notice-write-words" if "text" in step.accepts else "notice-not-usable"
