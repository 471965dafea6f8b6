"""A low score as the citizen sees it: may the officer ask, what to answer, and is it better now."""

from typing import Final

from conversations.pulih.memory import Recovery
from conversations.shared.doors import menu_door
from conversations.shared.writing import SEND, WORDS_AND_FILES, ask_words, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Done, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.survey.elements import HIGHEST_ANSWER, LOWEST_ANSWER
from feedbackbot.usecases.cases.alert_officer import agree_to_be_asked
from feedbackbot.usecases.cases.relay import (
    citizen_writes,
    next_to_rate_again,
    open_for_citizen,
    rate_again,
)

REPLY, AGAIN = "tanggapi", "nilailagi"
_BACK: Final = "batal"
_SCALE: Final = range(LOWEST_ANSWER, HIGHEST_ANSWER + 1)


async def agree(chat: Chat[Recovery], argument: str) -> Transition:
    """The citizen may be asked; nobody learns who it is."""
    if not await chat.run(agree_to_be_asked, chat.contact.person_id, argument):
        return Stay(notice=chat.t("recovery-over"))
    return Stay(Message(chat.t("recovery-agreed-thanks"), replaces=True))


async def enter_reply(chat: Chat[Recovery], argument: str) -> Transition:
    await chat.run(open_for_citizen, chat.contact.person_id, argument)
    chat.data.talk = argument
    return Next(REPLY)


async def ask_reply(chat: Chat[Recovery]) -> Message:
    return ask_words(chat, chat.data, chat.t("recovery-citizen-write"), Choice(_BACK, chat.t("back")))


async def take_reply(chat: Chat[Recovery], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _BACK:
        return Done(Message(chat.t("cancelled"), (menu_door(chat),)))
    if refused := take_file(chat, data, answer):
        return Again(refused)
    if answer.file is not None and not answer.text:
        return Again()
    words = "" if answer.choice == SEND else answer.text
    await chat.run(citizen_writes, chat.contact.person_id, _talk(data), words, data.kept())
    return Done(Message(chat.t("recovery-citizen-written"), (menu_door(chat),)))


async def enter_again(chat: Chat[Recovery], argument: str) -> Transition:
    """From the word that it is settled: the low elements once more, one by one."""
    chat.data.talk = argument
    _, element = await chat.run(next_to_rate_again, chat.contact.person_id, argument)
    return _ask_next(chat, element)


def _ask_next(chat: Chat[Recovery], element: str | None) -> Transition:
    if element is None:
        return Done(Message(chat.t("recovery-second-thanks"), (menu_door(chat),), replaces=True))
    chat.data.element = element
    return Next(AGAIN, element)


def _talk(data: Recovery) -> str:
    """In a state that an older release left, the alert's number stands for it."""
    return data.talk or str(data.alert_id)


async def ask_again(chat: Chat[Recovery]) -> Message:
    element = chat.data.element
    question = chat.t(
        "recovery-better", element=chat.t(f"element-{element}"), question=chat.t(f"ask-{element}")
    )
    choices = tuple(
        Choice(str(value), chat.t(f"scale-{element}-{value}"), short=_short(chat, element, value))
        for value in _SCALE
    )
    return Message(question, choices, replaces=True)


def _short(chat: Chat[Recovery], element: str, value: int) -> str:
    key = f"scale-{element}-{value}"
    return chat.t(f"{key}-short") if chat.catalogue.has(f"{key}-short") else chat.t(key)


async def take_again(chat: Chat[Recovery], answer: Answer) -> Transition:
    data = chat.data
    value = int(answer.choice or "0")
    element = await chat.run(rate_again, chat.contact.person_id, _talk(data), data.element, value)
    return _ask_next(chat, element)


CITIZEN_STEPS: Final = (
    Step(REPLY, ask_reply, take_reply, WORDS_AND_FILES),
    Step(AGAIN, ask_again, take_again, keys=frozenset(map(str, _SCALE))),
)
