"""Questions of ours that were asked earlier and wait for an answer: free words belong to the newest."""

from dataclasses import replace

from feedbackbot.dialogue.answer_words import folded, kinds_of, without_hedges
from feedbackbot.dialogue.asking_back import ASKED_BACK, asked_back
from feedbackbot.dialogue.buttons import EntryTap
from feedbackbot.dialogue.conversation import Answer, Conversation, Next, Step
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.open_ends import OpenQuestion, Waits
from feedbackbot.dialogue.taking import REPLIES, TakingTurn
from feedbackbot.dialogue.understanding import meant_choice

_MOST_SHOWN = 300
_MOST_WORDS = 14
_MOST_WORDS_LATER = 6
_LEAST_NAME = 3  # "4" of a scale and the like are in any text


class OpenQuestionTurn(TakingTurn):
    """A turn that knows what is still to be answered."""

    _open: list[tuple[Conversation, OpenQuestion]] | None = None

    async def answers_open(self, step: Step, *, last: bool = False) -> bool:
        """Whether what arrived answers the newest open question, or was asked back as such. While something else is under way, its own
        question is the newest unless ours came after it; then ours is looked at only `last`, when nobody else has claimed the words."""
        if self.incoming.kind not in REPLIES or self.as_answer() is None:
            return False
        under_way = await self.present()
        busy = under_way is not None and under_way[0] is not self.directory.home and not under_way[1].passing
        found = await self._newest_open(last=last)
        if found is None or (under_way is not None and found[0] is under_way[0]):
            return False
        conversation, question = found
        fresh = self._came_last(question)
        if not last and (_mark(question) == self.state.set_aside or (busy and not fresh)):
            return False
        if not last and busy and await self.of_choices(step) is not None:
            return False
        waits = Waits.TOLD if question.statement else Waits.ASKED
        if question.step and not last and await self.heard(waits=waits):
            return True
        return await self._give(conversation, question, fresh=fresh, busy=busy, last=last)

    def _came_last(self, question: OpenQuestion) -> bool:
        """Nothing was said after it."""
        return question.told and int(question.asked_at.timestamp()) >= (self.state.spoke_at or 0)

    async def _newest_open(self, *, last: bool = True) -> tuple[Conversation, OpenQuestion] | None:
        if self._open is None:
            self._open = await self._all_open()
        to_answer = (one for one in self._open if last or not one[1].statement or self._came_last(one[1]))
        return max(to_answer, key=lambda one: one[1].asked_at, default=None)

    async def _all_open(self) -> list[tuple[Conversation, OpenQuestion]]:
        """Looked up once a turn: nothing is answered before it is known what the words answer."""
        found, now = list[tuple[Conversation, OpenQuestion]](), self.chat.tx.now
        for conversation in self.directory.conversations:
            if conversation.open_questions is not None:
                chat = self.chat.other(conversation.data())
                found += (
                    (conversation, one) for one in await conversation.open_questions(chat) if now < one.until
                )
        return found

    async def _give(
        self, conversation: Conversation, question: OpenQuestion, *, fresh: bool, busy: bool, last: bool
    ) -> bool:
        words, sure = self.incoming.text.strip(), fresh and not busy
        choices, choice = (*question.choices, *question.asides), None
        if self.incoming.kind is Kind.TEXT:
            choice = meant_choice(words, choices, places=sure)
        if choice is not None and (sure or choice in question.asides) and choice.opens is not None:
            await self.open_entry(EntryTap(choice.opens, choice.key))
            return True
        if question.step and question.memory is not None:
            before = self.chat
            self.chat = before.other((question.certain if sure else None) or question.memory)
            if not isinstance(await self.meant(conversation.by_key[question.step]), Answer):
                self.chat = before
                return False
            await self.answer_aside(before, conversation, Next(question.step))
            return True
        if choice is None and not last:
            leaning = _leans(words, choices, fresh=fresh)
            if leaning is None:
                return False
            if leaning == {"yes"} and await self.heard(waits=Waits.TOLD):
                return True  # "lanjut belajar dong" begins like a yes
        memory = asked_back(question.question, choices, words[:_MOST_SHOWN])
        await self.interrupt(ASKED_BACK, memory, Next("maksud"))
        return True

    async def hear(self, answer: Answer) -> None:
        """The question that was asked back is not asked back again."""
        if found := await self._newest_open():
            self.state = replace(self.state, set_aside=_mark(found[1]))
        await super().hear(answer)

    async def open_entry(self, tap: EntryTap) -> None:
        raise NotImplementedError


def _mark(question: OpenQuestion) -> str:
    return f"{question.subject}@{int(question.asked_at.timestamp())}"


def _leans(text: str, choices: tuple[Choice, ...], *, fresh: bool) -> set[str] | None:
    """The kinds of answer that words begin like ("maaf kayaknya tidak bisa pak, ada rapat"); none of them where they hold a choice's own
    words ("insyaallah ikut"). None where they are no answer: a long text tells something of its own, and of what was asked days ago a
    short one may."""
    words = folded(text).split()
    if len(words) > _MOST_WORDS:
        return None
    said = f" {' '.join(words)} "
    names = {folded(name) for choice in choices for name in (choice.label, *choice.also)}
    if any(len(name) > _LEAST_NAME and f" {name} " in said for name in names):
        return set()
    if not fresh and len(words) > _MOST_WORDS_LATER:
        return None
    begun = without_hedges(words)
    told = [kinds_of(" ".join(begun[:count])) & {"yes", "no", "done"} for count in (1, 2, 3)]
    return set().union(*told) or None
