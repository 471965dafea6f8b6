"""Answers that a unit gives often: its head writes them once, its officers choose them."""

from typing import Final

from pydantic import BaseModel

from conversations.shared.doors import menu_door, row_id
from conversations.shared.own_unit import OwnUnitStep
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.ready_replies import (
    KEEPERS,
    LONGEST_TITLE,
    LONGEST_WORDS,
    drop_reply,
    keep_reply,
    kept_units,
    replies_of,
)

LIST, TITLE, WORDS, ONE = "daftar", "judul", "isi", "satu"
_NEW, _DROP, _BACK = "baru", "hapus", "kembali"


class ReadyMemory(BaseModel):
    """Of which unit, which one is open, and the title of the one being written."""

    unit_id: int = 0
    reply_id: int = 0
    title: str = ""


_OWN_UNIT: Final = OwnUnitStep(kept_units, "ready-which-unit", LIST)


async def ask_list(chat: Chat[ReadyMemory]) -> Message:
    found = await chat.run(replies_of, chat.contact.person_id, chat.data.unit_id)
    choices = tuple(Choice(str(one.id), one.title) for one in found)
    text = chat.t("ready-list", n=len(found))
    below = (Choice(_NEW, chat.t("ready-new")), menu_door(chat))
    return Message(text, choices, below=below, replaces=True)


async def take_list(chat: Chat[ReadyMemory], answer: Answer) -> Transition:
    if answer.choice == _NEW:
        return Next(TITLE)
    chat.data.reply_id = row_id(answer.choice or "") or 0
    return Next(ONE)


async def ask_title(chat: Chat[ReadyMemory]) -> Message:
    return Message(chat.t("ready-title", most=LONGEST_TITLE))


async def take_title(chat: Chat[ReadyMemory], answer: Answer) -> Transition:
    if len(answer.text) > LONGEST_TITLE:
        return Again(chat.t("ready-too-long", n=len(answer.text), most=LONGEST_TITLE))
    chat.data.title = answer.text
    return Next(WORDS)


async def ask_words(chat: Chat[ReadyMemory]) -> Message:
    return Message(chat.t("ready-words", title=chat.data.title, most=LONGEST_WORDS))


async def take_words(chat: Chat[ReadyMemory], answer: Answer) -> Transition:
    if len(answer.text) > LONGEST_WORDS:
        return Again(chat.t("ready-too-long", n=len(answer.text), most=LONGEST_WORDS))
    data = chat.data
    await chat.run(keep_reply, chat.contact.person_id, data.unit_id, data.title, answer.text)
    chat.say(chat.t("ready-kept", title=data.title))
    return Next(LIST)


async def ask_one(chat: Chat[ReadyMemory]) -> Message:
    found = await chat.run(replies_of, chat.contact.person_id, chat.data.unit_id)
    one = next((each for each in found if each.id == chat.data.reply_id), None)
    back = (Choice(_BACK, chat.t("back")),)
    if one is None:
        return Message(chat.t("ready-gone"), below=back)
    text = f"*{chat.t('case-ready-title', title=one.title)}*\n\n{quoted(beginning(one.words, LONGEST_WORDS))}"
    return Message(text, (Choice(_DROP, chat.t("ready-drop")),), below=back, replaces=True)


async def take_one(chat: Chat[ReadyMemory], answer: Answer) -> Transition:
    if answer.choice == _DROP:
        await chat.run(drop_reply, chat.contact.person_id, chat.data.reply_id)
        chat.say(chat.t("ready-dropped"))
    return Next(LIST)


CONVERSATION: Final = Conversation(
    "jawaban",
    _OWN_UNIT.start,
    (
        _OWN_UNIT.step(),
        Step(LIST, ask_list, take_list, passing=True),
        Step(TITLE, ask_title, take_title, TEXT),
        Step(WORDS, ask_words, take_words, TEXT),
        Step(ONE, ask_one, take_one),
    ),
    data=ReadyMemory,
    commands=(Command("jawaban", roles=KEEPERS, aliases=("replies",)),),
)
