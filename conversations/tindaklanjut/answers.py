"""What a citizen writes right after being told what a unit has done: it becomes a case of that unit once that is confirmed."""

from datetime import timedelta
from typing import Final

from conversations.shared.draft import ask_is_answer, is_no_answer
from conversations.shared.handed import Handed
from conversations.shared.writing import WORDS_AND_FILES
from conversations.tindaklanjut.memory import FollowUpDraft
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Back, Begin, Done, Step, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.open_ends import OpenQuestion
from feedbackbot.usecases.cases.follow_ups import ToldFollowUp, follow_ups_told

_ANSWER: Final = "jawab"
_WITHIN: Final = timedelta(days=7)


async def open_questions(chat: Chat[FollowUpDraft]) -> list[OpenQuestion]:
    """Nothing was asked, so it is answered only by what comes right after it."""
    return [_question(chat, one) for one in await chat.run(follow_ups_told, chat.contact.person_id)]


def _question(chat: Chat[FollowUpDraft], one: ToldFollowUp) -> OpenQuestion:
    return OpenQuestion(
        subject=f"follow-up:{one.id}",
        asked_at=one.at,
        until=one.at + _WITHIN,
        question=chat.t("follow-up-is-answer", unit=one.unit),
        step=_ANSWER,
        memory=FollowUpDraft(unit_id=one.unit_id, unit=one.unit),
        statement=True,
    )


async def ask_answer(chat: Chat[FollowUpDraft]) -> Message:
    return ask_is_answer(chat, chat.data, chat.t("follow-up-is-answer", unit=chat.data.unit))


async def take_answer(chat: Chat[FollowUpDraft], answer: Answer) -> Transition:
    """Whether it is a complaint or a wish is asked where a case is written."""
    data = chat.data
    if instead := is_no_answer(chat, data, answer, Back() if data.parked else Done()):
        return instead
    return Begin("lapor", Handed(words=data.draft, unit_id=data.unit_id, files=data.files).as_argument())


ANSWER_STEP: Final = Step(_ANSWER, ask_answer, take_answer, WORDS_AND_FILES)
