"""Statements that wait for a person: show, or refuse with a reason; and those that are taken away again."""

from typing import Final

from conversations.forum_moderasi.memory import Steering
from conversations.shared.doors import menu_door
from conversations.shared.forum_words import chosen_statement, question_of, statement_choices
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import quoted
from feedbackbot.usecases.forum.moderate import (
    Reason,
    Statement,
    decide,
    hide_statement,
    next_to_moderate,
    statements_to_hide,
)

CHECK, REASON, HIDE, TOPIC = "periksa", "alasan", "sembunyi", "topik"
_SHOW, _REFUSE, _LATER, _BACK = "tampil", "tolak", "nanti", "kembali"


async def check_next(chat: Chat[Steering]) -> Transition:
    """The next that waits, or that none does."""
    found = await chat.run(next_to_moderate, chat.contact.person_id, chat.data.statement)
    if found is None:
        return Done(Message(chat.t("forum-nothing-waits"), (menu_door(chat),), replaces=True))
    chat.data.statement, chat.data.hides = found.statement.id, False
    return Next(CHECK, str(found.statement.id))


async def ask_check(chat: Chat[Steering]) -> Message:
    found = await chat.run(next_to_moderate, chat.contact.person_id, chat.data.statement - 1)
    if found is None:
        return Message(chat.t("forum-nothing-waits"), below=(menu_door(chat),), replaces=True)
    lines = [question_of(found.topic), quoted(found.statement.words), *_about(chat, found.statement)]
    lines.append(chat.t("forum-check", n=found.left))
    choices = (
        Choice(_SHOW, chat.t("forum-show"), means="yes"),
        Choice(_REFUSE, chat.t("forum-refuse"), means="no"),
        Choice(_LATER, chat.t("forum-later")),
    )
    return Message("\n\n".join(lines), choices, below=(menu_door(chat),), replaces=True)


def _about(chat: Chat[Steering], one: Statement) -> list[str]:
    lines = [chat.t("forum-look-twice", words=one.doubts)] if one.doubts else []
    if one.appealed:
        reason = chat.t(f"forum-reason-{one.reason}") if one.reason else "–"
        lines.append(f"{chat.t('forum-appealed', reason=reason)}\n{quoted(one.appeal)}")
    return lines


async def take_check(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _REFUSE:
        return Next(REASON)
    if answer.choice == _SHOW:
        await chat.run(decide, chat.contact.person_id, chat.data.statement, None)
        chat.say(chat.t("forum-shown"))
    return await check_next(chat)


async def ask_reason(chat: Chat[Steering]) -> Message:
    choices = tuple(Choice(one.value, chat.t(f"forum-reason-{one}")) for one in Reason)
    return Message(chat.t("forum-why"), choices, below=(Choice(_BACK, chat.t("back")),), replaces=True)


async def take_reason(chat: Chat[Steering], answer: Answer) -> Transition:
    data, person_id = chat.data, chat.contact.person_id
    if answer.choice == _BACK:
        return Next(HIDE) if data.hides else Next(CHECK, str(data.statement))
    reason = Reason(answer.choice or "")
    if data.hides:
        await chat.run(hide_statement, person_id, data.statement, reason)
        chat.say(chat.t("forum-hidden"))
        return Next(HIDE)
    await chat.run(decide, person_id, data.statement, reason)
    chat.say(chat.t("forum-refused"))
    return await check_next(chat)


async def ask_hide(chat: Chat[Steering]) -> Message:
    shown = await chat.run(statements_to_hide, chat.contact.person_id, chat.data.topic)
    key = "forum-which-to-hide" if shown else "forum-no-statements"
    return Message(
        chat.t(key), statement_choices(shown), below=(Choice(_BACK, chat.t("back")),), replaces=True
    )


async def take_hide(chat: Chat[Steering], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(TOPIC)
    number = chosen_statement(answer.choice)
    if number is None:
        return Again()
    chat.data.statement, chat.data.hides = number, True
    return Next(REASON)


CHECKING_STEPS: Final = (
    Step(CHECK, ask_check, take_check),
    Step(REASON, ask_reason, take_reason, keys=frozenset({*Reason, _BACK})),
    Step(HIDE, ask_hide, take_hide),
)
