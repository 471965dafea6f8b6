"""What people wrote and the bot did not understand, without the people; an admin says what it means."""

from typing import Final

from pydantic import BaseModel

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Command,
    Conversation,
    Done,
    Entry,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.understanding.aims import Aim
from feedbackbot.usecases.understanding.learn_words import teach_words, unclear_by_id, unclear_page

_DROP: Final = "buang"
_BACK: Final = "kembali"
_AIMS: Final = tuple(aim for aim in Aim if aim not in (Aim.UNCLEAR, Aim.DANGER))


class Teaching(BaseModel):
    """The words that are being explained."""

    words: str = ""


async def start(chat: Chat[Teaching], argument: str) -> Transition:
    found, _ = await chat.run(unclear_page)
    return Next("daftar") if found else Done(Message(chat.t("unclear-none"), (menu_door(chat),)))


async def ask_list(chat: Chat[Teaching]) -> Message:
    found, counts = await chat.run(unclear_page)
    head = chat.t(
        "unclear-title",
        unknown=counts.get("not-understood", 0),
        corrected=counts.get("corrected", 0),
        days=chat.tx.settings.unclear_words_days,
    )
    lines = [f"{n}. {quoted(beginning(one.words, 120))} × {one.times}" for n, one in enumerate(found, 1)]
    choices = tuple(
        Choice(str(one.id), beginning(one.words, 40), short=f"{n}.") for n, one in enumerate(found, 1)
    )
    return Message("\n".join([head, "", *lines]), choices, below=(menu_door(chat),), replaces=True)


async def take_list(chat: Chat[Teaching], answer: Answer) -> Transition:
    words = await chat.run(unclear_by_id, row_id(answer.choice or "") or 0)
    if words is None:
        return Again(chat.t("notice-button-of-no-use"))
    chat.data.words = words
    return Next("arti")


async def ask_meaning(chat: Chat[Teaching]) -> Message:
    choices = tuple(Choice(aim.value, chat.t(f"aim-{aim}")) for aim in _AIMS if aim not in (Aim.CITY,))
    return Message(
        f"{chat.t('unclear-meaning')}\n\n{quoted(beginning(chat.data.words, 300))}",
        choices,
        below=(Choice(_DROP, chat.t("unclear-drop")), Choice(_BACK, chat.t("back"))),
        replaces=True,
    )


async def take_meaning(chat: Chat[Teaching], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return await start(chat, "")
    aim = None if answer.choice == _DROP else Aim(answer.choice or "")
    await chat.run(teach_words, chat.contact.person_id, chat.data.words, aim)
    chat.say(chat.t("unclear-dropped" if aim is None else "unclear-taught"))
    return await start(chat, "")


async def enter(chat: Chat[Teaching], argument: str) -> Transition:
    return await start(chat, "")


CONVERSATION: Final = Conversation(
    "belum_paham",
    start,
    (
        Step("daftar", ask_list, take_list, passing=True),
        Step(
            "arti", ask_meaning, take_meaning, keys=frozenset({_DROP, _BACK, *(aim.value for aim in _AIMS)})
        ),
    ),
    data=Teaching,
    commands=(Command("belum_paham", roles=ADMINS, aliases=("unclear",)),),
    entries=(Entry(to.UNCLEAR_WORDS, enter, ADMINS),),
)
