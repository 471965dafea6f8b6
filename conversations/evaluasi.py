"""After a training: five questions, a tap each."""

from typing import Final

from pydantic import BaseModel

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Answer,
    Conversation,
    Done,
    Entry,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.training.credits import QUESTIONS, evaluation_to_give, give_evaluation

_ANSWERS: Final = ("1", "2", "3", "4")


class Evaluation(BaseModel):
    """`question` is a key of `QUESTIONS`."""

    enrolment_id: int = 0
    title: str = ""
    question: str = QUESTIONS[0]


async def start(chat: Chat[Evaluation], argument: str) -> Transition:
    """`argument`: the enrolment's id, from under the message that the training counts."""
    enrolment_id = row_id(argument)
    if enrolment_id is None or "employee" not in chat.roles:
        return Stay(notice=chat.t("evaluate-not-yours"))
    found = await chat.run(evaluation_to_give, chat.contact.person_id, enrolment_id)
    if not found.missing:
        return Stay(notice=chat.t("evaluate-done-already"))
    chat.data.enrolment_id, chat.data.title, chat.data.question = enrolment_id, found.title, found.missing[0]
    return Next("soal", found.missing[0])


async def ask_question(chat: Chat[Evaluation]) -> Message:
    place = QUESTIONS.index(chat.data.question) + 1
    text = chat.t(
        "evaluate-question",
        title=chat.data.title,
        number=place,
        count=len(QUESTIONS),
        question=chat.t(f"evaluate-{chat.data.question}"),
    )
    choices = tuple(Choice(value, chat.t(f"evaluate-answer-{value}")) for value in _ANSWERS)
    return Message(text, choices, replaces=True)


async def take_question(chat: Chat[Evaluation], answer: Answer) -> Transition:
    data = chat.data
    found = await chat.run(
        give_evaluation,
        chat.contact.person_id,
        data.enrolment_id,
        data.question,
        int(answer.choice or 0),
    )
    if not found.missing:
        return Done(Message(chat.t("evaluate-thanks"), (menu_door(chat),), replaces=True))
    data.question = found.missing[0]
    return Next("soal", data.question)


CONVERSATION: Final = Conversation(
    "evaluasi",
    start,
    (Step("soal", ask_question, take_question, keys=frozenset(_ANSWERS)),),
    data=Evaluation,
    entries=(Entry(to.EVALUATE, start),),
)
