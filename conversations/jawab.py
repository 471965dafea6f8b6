"""A survey beside the SKM, asked one statement after the other: its form comes from a data file."""

import secrets
from typing import Any, Final

from pydantic import BaseModel, Field

from conversations import entry_points as to
from conversations.shared.consent import consent_question
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
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
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.survey.instrument import Instrument, instrument_form
from feedbackbot.usecases.survey.instruments import answer_in_chat, answers_count_until, instruments_of
from feedbackbot.usecases.units.find_unit import UnitRow, unit_by_code, unit_by_id

_CONSENT, _STATEMENT, _BACK, _AGREES = "izin", "butir", "kembali", "setuju"


class Answers(BaseModel):
    """What is remembered between two taps. `token` is this form's own; `at` the statement that is asked."""

    unit_id: int = 0
    unit_name: str = ""
    survey: str = ""
    token: str = ""
    at: str = ""
    answers: dict[str, int] = Field(default_factory=dict)


async def start(chat: Chat[Answers], argument: str) -> Transition:
    return Done(_gone(chat))


async def enter(chat: Chat[Answers], argument: str) -> Transition:
    """`<unit id>.<survey>`."""
    unit_part, _, survey = argument.partition(".")
    return await _open(chat, await chat.run(unit_by_id, row_id(unit_part) or 0), survey)


async def enter_link(chat: Chat[Answers], argument: str) -> Transition:
    """`<unit's code>_<survey>`."""
    code, _, survey = argument.partition("_")
    return await _open(chat, await chat.run(unit_by_code, code), survey)


async def _open(chat: Chat[Answers], unit: UnitRow | None, survey: str) -> Transition:
    if unit is None or survey not in {one.id for one in await chat.run(instruments_of, unit.id)}:
        return Stay(_gone(chat))
    until = await chat.run(answers_count_until, chat.contact.person_id, unit.id, survey)
    if until is not None:
        return Stay(Message(chat.t("survey-voice-counts", at=until), (menu_door(chat),)))
    chat.data = Answers(unit_id=unit.id, unit_name=unit.short_name, survey=survey, token=secrets.token_hex(8))
    return Next(_CONSENT)


async def _asked(chat: Chat[Answers]) -> Instrument | None:
    """None where the unit has stopped asking it meanwhile."""
    found = await chat.run(instruments_of, chat.data.unit_id)
    return next((one for one in found if one.id == chat.data.survey), None)


async def ask_consent(chat: Chat[Answers]) -> Message:
    one = await _asked(chat)
    if one is None:
        return _gone(chat)
    head = chat.t("survey-head", survey=_say(chat, one.name), unit=chat.data.unit_name)
    about = escape(_say(chat, one.about))
    return consent_question(chat, f"{head}\n\n{about}\n\n{chat.t('form-intro-izin-lain')}")


async def take_consent(chat: Chat[Answers], answer: Answer) -> Transition:
    one = await _asked(chat)
    if one is None or answer.choice != _AGREES:
        return Done(Message(chat.t("survey-refused"), (menu_door(chat),), replaces=True))
    return _to(chat, one.elements[0].key)


async def ask_statement(chat: Chat[Answers]) -> Message:
    one = await _asked(chat)
    field = instrument_form(one).field(chat.data.at) if one else None
    if one is None or field is None:
        return _gone(chat)
    keys = [element.key for element in one.elements]
    text = chat.t(
        "survey-statement",
        survey=_say(chat, one.name),
        unit=chat.data.unit_name,
        progress=f"{keys.index(field.key) + 1}/{len(keys)}",
        statement=_say(chat, field.question.by_language),
    )
    scale = tuple(Choice(option.key, _say(chat, option.label.by_language)) for option in field.options)
    below = () if field.key == keys[0] else (Choice(_BACK, chat.t("back")),)
    return Message(text, scale, below=below, replaces=True)


async def take_statement(chat: Chat[Answers], answer: Answer) -> Transition:
    one = await _asked(chat)
    if one is None:
        return Done(_gone(chat))
    keys = [element.key for element in one.elements]
    place = keys.index(chat.data.at)
    if answer.choice == _BACK:
        return _to(chat, keys[place - 1]) if place else Again()
    chat.data.answers[chat.data.at] = int(answer.choice or "")
    if place + 1 < len(keys):
        return _to(chat, keys[place + 1])
    after = await _keep(chat, one)
    words = [chat.t("survey-thanks"), *([escape(after)] if after else [])]
    return Done(Message("\n\n".join(words), (menu_door(chat),), replaces=True))


async def keep_half(chat: Chat[Answers]) -> Message | None:
    """What was answered counts, as on a page that is sent half filled in."""
    one = await _asked(chat)
    if one is None or not chat.data.answers:
        return None
    await _keep(chat, one)
    return Message(chat.t("survey-left", done=len(chat.data.answers)), (menu_door(chat),))


async def _keep(chat: Chat[Answers], one: Instrument) -> str:
    """What is to be said after a low answer, or ""."""
    data, contact = chat.data, chat.contact
    low = await chat.run(
        answer_in_chat, contact.person_id, contact.channel, data.unit_id, one, data.answers, data.token
    )
    return _say(chat, one.after_low or {}) if low else ""


def _to(chat: Chat[Answers], key: str) -> Transition:
    chat.data.at = key
    return Next(_STATEMENT, key)


def _say(chat: Chat[Any], text: Any) -> str:
    return str(text.get(chat.contact.language) or text.get("id", ""))


def _gone(chat: Chat[Any]) -> Message:
    return Message(chat.t("survey-gone"), (menu_door(chat),))


CONVERSATION: Final = Conversation(
    "jawab",
    start,
    (Step(_CONSENT, ask_consent, take_consent), Step(_STATEMENT, ask_statement, take_statement)),
    data=Answers,
    entries=(Entry(to.ANSWER_SURVEY, enter, by_link=enter_link),),
    on_abandon=keep_half,
)
