"""The step that asks an officer which of the own units is meant; passed over by whoever has one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.notices import Transaction
from feedbackbot.usecases.units.find_unit import UnitRow

KEY = "kantor"


@dataclass(frozen=True, slots=True)
class OwnUnitStep:
    """`units` gives a person's units; `question` is its text; the conversation's memory has a `unit_id`, `then` is its next step."""

    units: Callable[[Transaction, int], list[UnitRow]]
    question: str
    then: str

    async def start(self, chat: Chat[Any], argument: str) -> Transition:
        units = await chat.run(self.units, chat.contact.person_id)
        if not units:
            return Done(Message(chat.t("rota-no-unit"), (menu_door(chat),)))
        if len(units) > 1:
            return Next(KEY)
        chat.data.unit_id = units[0].id
        return Next(self.then)

    def step(self) -> Step:
        return Step(KEY, self._ask, self._take)

    async def _ask(self, chat: Chat[Any]) -> Message:
        units = await chat.run(self.units, chat.contact.person_id)
        choices = tuple(Choice(str(unit.id), unit.name, short=unit.short_name) for unit in units)
        return Message(chat.t(self.question), choices, replaces=True)

    async def _take(self, chat: Chat[Any], answer: Answer) -> Transition:
        chat.data.unit_id = row_id(answer.choice or "") or 0
        return Next(self.then)
