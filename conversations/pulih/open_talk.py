"""Free words that may answer an officer after a low score: they go once the citizen says so; a settled matter is rated again."""

from datetime import timedelta
from typing import Final

from conversations import entry_points as to
from conversations.pulih.memory import Recovery
from conversations.shared.doors import menu_door
from conversations.shared.draft import ask_is_answer, is_no_answer
from conversations.shared.writing import WORDS_AND_FILES
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Back, Done, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_ends import OpenQuestion
from feedbackbot.usecases.cases.relay import OpenTalk, citizen_writes, open_talks

ANSWER: Final = "jawab"
_WITHIN: Final = timedelta(days=30)


async def open_questions(chat: Chat[Recovery]) -> list[OpenQuestion]:
    """What the officer wrote last, or whether it is better now."""
    return [_question(chat, one) for one in await chat.run(open_talks, chat.contact.person_id)]


def _question(chat: Chat[Recovery], one: OpenTalk) -> OpenQuestion:
    again = Choice(one.name, chat.t("recovery-rate-again"), opens=to.RATE_AGAIN)
    return OpenQuestion(
        subject=f"talk:{one.name}",
        asked_at=one.asked_at,
        until=one.asked_at + _WITHIN,
        question=chat.t("recovery-is-better", unit=one.unit),
        choices=(again,) if one.settled else (),
        step="" if one.settled else ANSWER,
        memory=Recovery(talk=one.name),
    )


async def ask_answer(chat: Chat[Recovery]) -> Message:
    talks = await chat.run(open_talks, chat.contact.person_id)
    unit = next((one.unit for one in talks if one.name == chat.data.talk), "–")
    return ask_is_answer(chat, chat.data, chat.t("recovery-is-answer", unit=unit))


async def take_answer(chat: Chat[Recovery], answer: Answer) -> Transition:
    data = chat.data
    if instead := is_no_answer(chat, data, answer, _go_on(chat)):
        return instead
    await chat.run(citizen_writes, chat.contact.person_id, data.talk, data.draft, data.kept())
    chat.say(Message(chat.t("recovery-citizen-written"), (menu_door(chat),)))
    return _go_on(chat)


def _go_on(chat: Chat[Recovery]) -> Transition:
    """With what waited behind the question, if anything did."""
    return Back() if chat.data.parked else Done()


ANSWER_STEP: Final = Step(ANSWER, ask_answer, take_answer, WORDS_AND_FILES)
