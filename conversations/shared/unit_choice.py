"""Choose a unit: by kind, by district, or by typing what it or its service is called."""

from collections.abc import Awaitable, Callable
from typing import Any

from pydantic import BaseModel

from conversations.shared.doors import row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.understanding import folded
from feedbackbot.usecases.units.find_unit import (
    FoundUnit,
    UnitRow,
    districts,
    find_units,
    kinds,
    unit_by_id,
    units_of,
)

SEARCH = "cari"
_DISTRICTS, _GROUP, _FOUND, _BACK = "kecamatan", "kelompok", "temuan", "kembali"
_LONGEST_WORDS = 100


class UnitChoice(BaseModel):
    """What is remembered while a unit is being chosen."""

    group_by: str = ""
    group: str = ""
    words: str = ""


Chosen = Callable[[Chat[Any], UnitRow, int | None], Awaitable[Transition]]
"""What follows once a unit, and perhaps one of its services, is chosen."""


class UnitSteps:
    """The steps for a conversation whose data is a `UnitChoice`. `question` is the catalogue key of the first one; `first` adds choices
    before the others; with services, a service that fits the typed words can be chosen directly."""

    def __init__(
        self,
        question: str,
        chosen: Chosen,
        *,
        with_services: bool,
        first: Callable[[Chat[Any]], Awaitable[tuple[Choice, ...]]] | None = None,
    ) -> None:
        self._question = question
        self._chosen = chosen
        self._with_services = with_services
        self._first = first
        self.steps = (
            Step(SEARCH, self.ask_search, self.take_group, CHOICE_OR_TEXT, places=True),
            Step(_DISTRICTS, self.ask_district, self.take_group, CHOICE_OR_TEXT, places=True),
            Step(_GROUP, self.ask_unit, self.take_unit, CHOICE_OR_TEXT, places=True),
            Step(_FOUND, self.ask_found, self.take_unit, CHOICE_OR_TEXT, places=True),
        )

    async def ask_search(self, chat: Chat[Any]) -> Message:
        first = await self._first(chat) if self._first else ()
        groups = tuple(Choice(f"kind.{kind.code}", kind.name) for kind in await chat.run(kinds))
        by_district = Choice(_DISTRICTS, chat.t("unit-by-district"))
        return Message(chat.t(self._question), (*first, *groups, by_district), replaces=True)

    async def ask_district(self, chat: Chat[Any]) -> Message:
        groups = tuple(
            Choice(f"district.{district.code}", district.name) for district in await chat.run(districts)
        )
        return Message(chat.t("unit-which-district"), groups, below=_back(chat), replaces=True)

    async def take_group(self, chat: Chat[Any], answer: Answer) -> Transition:
        if answer.choice is None:
            return await self.search(chat, answer.text)
        if answer.choice in (_DISTRICTS, _BACK):
            return Next(_DISTRICTS if answer.choice == _DISTRICTS else SEARCH)
        chat.data.group_by, _, chat.data.group = answer.choice.partition(".")
        return Next(_GROUP)

    async def ask_unit(self, chat: Chat[Any]) -> Message:
        units = await chat.run(units_of, chat.data.group_by, chat.data.group)
        return Message(
            chat.t("unit-which"),
            tuple(_as_choice(FoundUnit(unit)) for unit in units),
            below=_back(chat),
            replaces=True,
        )

    async def ask_found(self, chat: Chat[Any]) -> Message:
        found = await chat.run(find_units, chat.data.words, with_services=self._with_services)
        return Message(
            chat.t("unit-found", words=chat.data.words),
            tuple(_as_choice(one) for one in found),
            below=_back(chat),
            replaces=True,
        )

    async def take_unit(self, chat: Chat[Any], answer: Answer) -> Transition:
        if answer.choice is None:
            return await self.search(chat, answer.text)
        if answer.choice == _BACK:
            return Next(SEARCH)
        unit_part, _, service_part = answer.choice.partition(".")
        unit = await chat.run(unit_by_id, row_id(unit_part) or 0)
        if unit is None:
            return Again(chat.t("unit-gone"))
        return await self._chosen(chat, unit, row_id(service_part))

    async def look_for(self, chat: Chat[Any], words: str) -> Transition:
        """`search` from outside these steps."""
        transition = await self.search(chat, words)
        if not isinstance(transition, Again):
            return transition
        chat.say(transition.notice)
        return Next(SEARCH)

    async def search(self, chat: Chat[Any], words: str) -> Transition:
        """What the typed words lead to: at once where they leave no doubt."""
        words = " ".join(words.split())[:_LONGEST_WORDS]
        found = await chat.run(find_units, words, with_services=self._with_services)
        if not found:
            return Again(chat.t("unit-not-found", words=words), not_understood=True)
        named = [one for one in found if _is_name_of(words, one)]
        if len(found) == 1 or len(named) == 1:
            only = (named or found)[0]
            return await self._chosen(chat, only.unit, only.service_id)
        chat.data.words = words
        return Next(_FOUND)


def _is_name_of(words: str, found: FoundUnit) -> bool:
    """Whether somebody wrote out what the unit itself is called."""
    names = (folded(found.unit.name), folded(found.unit.short_name))
    return found.service_id is None and folded(words) in names


def _as_choice(found: FoundUnit) -> Choice:
    if found.service_id is None:
        return Choice(str(found.unit.id), _fitting(found.unit.name), short=found.unit.short_name)
    label = f"{found.service_name} · {found.unit.short_name}"
    return Choice(f"{found.unit.id}.{found.service_id}", _fitting(label), short=found.service_short_name)


def _fitting(label: str) -> str:
    """A phone cuts labels of more than some 40 characters without a mark."""
    return label if len(label) <= 48 else f"{label[:47]}…"


def _back(chat: Chat[Any]) -> tuple[Choice, ...]:
    return (Choice(_BACK, chat.t("back")),)
