"""Change a rating that already counts."""

from typing import Final

from conversations.nilai.entering import enter_unit, take_up
from conversations.nilai.memory import Rating
from conversations.nilai.thanks import thanks
from conversations.shared.doors import row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.usecases.survey.rate_unit import earlier_rating
from feedbackbot.usecases.units.find_unit import unit_by_id

_FINISHED: Final = "selesai"


async def enter_change(chat: Chat[Rating], argument: str) -> Transition:
    """From a button under the thanks; once the period is over the same button begins a new rating."""
    unit = await chat.run(unit_by_id, row_id(argument) or 0)
    if unit is None:
        return await enter_unit(chat, argument)
    earlier = await chat.run(earlier_rating, chat.contact.person_id, unit.id)
    if earlier is None or not earlier.complete:
        return await enter_unit(chat, argument)
    chat.data.unit_id, chat.data.unit_name = unit.id, unit.short_name
    return await take_up(chat, earlier.response)


async def ask_which(chat: Chat[Rating]) -> Message:
    return Message(
        chat.t("rating-change-which", unit=chat.data.unit_name),
        tuple(_present_answer(chat, key) for key in ELEMENT_KEYS),
        below=(Choice(_FINISHED, chat.t("finished")),),
        replaces=True,
    )


def _present_answer(chat: Chat[Rating], key: str) -> Choice:
    name = chat.t(f"element-{key}")
    value = chat.data.answers.get(key)
    answer = chat.t(f"scale-{key}-{value}") if value else "–"
    return Choice(key, f"{name}: {answer}", short=name)


async def take_which(chat: Chat[Rating], answer: Answer) -> Transition:
    if answer.choice == _FINISHED:
        return Done(await thanks(chat, "rating-changed"))
    return Next(answer.choice or "")


CHANGE_STEP: Final = Step("ubah", ask_which, take_which, keys=frozenset({*ELEMENT_KEYS, _FINISHED}))
