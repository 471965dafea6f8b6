"""The official answer: what will be done, by which unit, until when; and a statement that becomes the subject of trainings."""

from datetime import date
from typing import Final

from conversations import entry_points as to
from conversations.forum_moderasi.checking import TOPIC
from conversations.forum_moderasi.memory import Steering
from conversations.forum_moderasi.steering import ANSWER
from conversations.shared.doors import menu_door, row_id
from conversations.shared.forum_words import chosen_statement, statement_choices, topic_result_door
from conversations.shared.steered_units import ALL_UNITS, back_to_all, unit_choices, units_typed
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    TEXT,
    Again,
    Answer,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.cases.words import quoted, shown_to_others
from feedbackbot.domain.forum.topic import LONGEST_ANSWER
from feedbackbot.domain.spoken.deadline import read_deadline
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.visible_text import letters_in
from feedbackbot.usecases.forum.open_topic import steered_topic, units_to_ask_about
from feedbackbot.usecases.forum.statement_to_training import agreed_statements, open_from_statement
from feedbackbot.usecases.forum.steer_topic import answer_topic

_UNIT, _WHEN, _SURE = "kantor", "kapan", "yakin"
LESSONS, ELEMENT = "pelatihan", "unsur"
_LONGEST_WORDS: Final = 100
_BACK, _SEND, _WORDS = "kembali", "kirim", "ubah"


async def ask_answer(chat: Chat[Steering]) -> Message:
    return Message(chat.t("forum-answer-what", most=LONGEST_ANSWER), below=(Choice(_BACK, chat.t("back")),))


async def take_answer(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(TOPIC)
    words = shown_to_others(answer.text)
    if not letters_in(words):
        return Again(chat.t("case-no-letters"))
    if len(words) > LONGEST_ANSWER:
        return Again(chat.t("follow-up-too-long", n=len(words), most=LONGEST_ANSWER))
    chat.data.answer = words
    topic = await chat.run(steered_topic, chat.contact.person_id, chat.data.topic)
    if topic.unit_id is not None:
        chat.data.unit_id = topic.unit_id
        return Next(_WHEN)
    return Next(_UNIT)


async def ask_unit(chat: Chat[Steering]) -> Message:
    units = await chat.run(units_to_ask_about, chat.contact.person_id)
    found = chat.data.found
    choices = unit_choices(units, found)
    return Message(chat.t("forum-answer-unit"), choices, below=back_to_all(chat, found), replaces=True)


async def take_unit(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice is None:
        chat.data.found = await units_typed(chat, answer.text)
        if len(chat.data.found) != 1:
            words = answer.text[:_LONGEST_WORDS]
            return Again() if chat.data.found else Again(chat.t("unit-not-found", words=words))
        chat.data.unit_id = chat.data.found[0]
        return Next(_WHEN)
    chat.data.found = []
    if answer.choice == ALL_UNITS:
        return Again()
    chat.data.unit_id = row_id(answer.choice) or 0
    return Next(_WHEN)


async def ask_when(chat: Chat[Steering]) -> Message:
    return Message(chat.t("forum-answer-when"))


async def take_when(chat: Chat[Steering], answer: Answer) -> Transition:
    moment = read_deadline(answer.text, chat.tx.now)
    if moment <= chat.tx.now:
        return Again(chat.t("forum-until-past"))
    chat.data.due = city_day(moment).isoformat()
    return Next(_SURE)


async def ask_sure(chat: Chat[Steering]) -> Message:
    data = chat.data
    units = {unit.id: unit.short_name for unit in await chat.run(units_to_ask_about, chat.contact.person_id)}
    due = date.fromisoformat(data.due)
    shown = chat.t("forum-answer", unit=units.get(data.unit_id, "–"), due=due)
    text = f"{chat.t('forum-answer-sure')}\n\n{shown}\n{quoted(data.answer)}"
    choices = (
        Choice(_SEND, chat.t("forum-answer-send"), means="yes"),
        Choice(_WORDS, chat.t("forum-answer-mend")),
    )
    return Message(text, choices, replaces=True)


async def take_sure(chat: Chat[Steering], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _WORDS:
        return Next(ANSWER)
    due = date.fromisoformat(data.due)
    await chat.run(answer_topic, chat.contact.person_id, data.topic, data.unit_id, data.answer, due)
    doors = (topic_result_door(chat.t, data.topic), menu_door(chat))
    return Done(Message(chat.t("forum-answered"), doors, replaces=True))


async def ask_lesson(chat: Chat[Steering]) -> Message:
    """Which of the statements that all agree on is to be worked on with a training."""
    agreed = await chat.run(agreed_statements, chat.contact.person_id, chat.data.topic)
    key = "forum-which-lesson" if agreed else "forum-no-lesson"
    return Message(
        chat.t(key), statement_choices(agreed), below=(Choice(_BACK, chat.t("back")),), replaces=True
    )


async def take_lesson(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(TOPIC)
    chat.data.statement = chosen_statement(answer.choice) or 0
    return Next(ELEMENT)


async def ask_element(chat: Chat[Steering]) -> Message:
    choices = tuple(Choice(key, chat.t(f"element-{key}")) for key in ELEMENT_KEYS)
    return Message(chat.t("forum-which-element"), choices, replaces=True)


async def take_element(chat: Chat[Steering], answer: Answer) -> Transition:
    data = chat.data
    made = await chat.run(
        open_from_statement, chat.contact.person_id, data.topic, data.statement, answer.choice or ""
    )
    door = Choice(str(made), chat.t("loop-see"), opens=to.IMPROVEMENT)
    return Done(Message(chat.t("forum-lesson-opened"), (door, menu_door(chat)), replaces=True))


ANSWERING_STEPS: Final = (
    Step(ANSWER, ask_answer, take_answer, TEXT),
    Step(_UNIT, ask_unit, take_unit, CHOICE_OR_TEXT, places=True),
    Step(_WHEN, ask_when, take_when, TEXT),
    Step(_SURE, ask_sure, take_sure, keys=frozenset({_SEND, _WORDS})),
    Step(LESSONS, ask_lesson, take_lesson),
    Step(ELEMENT, ask_element, take_element, keys=frozenset(ELEMENT_KEYS)),
)
