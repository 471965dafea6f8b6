"""Whom a topic is about: the whole city, or a unit that is chosen or typed."""

from typing import Final

from conversations.forum_baru.memory import NewTopic
from conversations.shared.doors import menu_door, row_id
from conversations.shared.steered_units import ALL_UNITS, back_to_all, unit_choices, units_typed
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.forum.open_topic import steered_units, units_to_ask_about
from feedbackbot.usecases.units.find_unit import UnitRow

UNIT, QUESTION = "kantor", "tanya"
_CITY: Final = "kota"
_LONGEST_WORDS: Final = 100


async def start(chat: Chat[NewTopic], argument: str) -> Transition:
    units = await chat.run(units_to_ask_about, chat.contact.person_id)
    everything = await chat.run(steered_units, chat.contact.person_id) is None
    if not units and not everything:
        return Done(Message(chat.t("rota-no-unit"), (menu_door(chat),)))
    if len(units) == 1 and not everything:
        return _about(chat, units[0])
    return Next(UNIT)


async def ask_unit(chat: Chat[NewTopic]) -> Message:
    units = await chat.run(units_to_ask_about, chat.contact.person_id)
    found = chat.data.found
    everything = await chat.run(steered_units, chat.contact.person_id) is None
    city = (Choice(_CITY, chat.t("forum-whole-city")),) if everything and not found else ()
    choices = (*city, *unit_choices(units, found))
    return Message(chat.t("forum-new-unit"), choices, below=back_to_all(chat, found), replaces=True)


async def take_unit(chat: Chat[NewTopic], answer: Answer) -> Transition:
    units = {unit.id: unit for unit in await chat.run(units_to_ask_about, chat.contact.person_id)}
    if answer.choice is None:
        chat.data.found = await units_typed(chat, answer.text)
        if len(chat.data.found) == 1:
            return _about(chat, units[chat.data.found[0]])
        return (
            Again()
            if chat.data.found
            else Again(chat.t("unit-not-found", words=answer.text[:_LONGEST_WORDS]))
        )
    chat.data.found = []
    if answer.choice == ALL_UNITS:
        return Again()
    return _about(chat, units.get(row_id(answer.choice) or 0))


def _about(chat: Chat[NewTopic], unit: UnitRow | None) -> Transition:
    chat.data.unit_id, chat.data.unit = (unit.id, unit.short_name) if unit else (0, "")
    return Next(QUESTION)


ABOUT_STEP: Final = Step(UNIT, ask_unit, take_unit, CHOICE_OR_TEXT, places=True)
