"""From a command to the counters of a unit: one's own unit at once, for admins and whoever has several a search first."""

from collections.abc import Awaitable, Callable
from typing import Any

from conversations.shared.doors import row_id
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Done, Next, Step, Transition
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.reports.make_poster import counters_of
from feedbackbot.usecases.reports.read_reports import ReportUnit, own_units, readable_unit
from feedbackbot.usecases.units.find_unit import UnitRow


class UnitCounters:
    """`question` is the text that asks for the unit, `offer` what is said of the unit then, with its counters to choose from."""

    def __init__(
        self, question: str, offer: Callable[[Chat[Any], ReportUnit], Awaitable[Message]], opens: EntryPoint
    ) -> None:
        self._offer = offer
        self._opens = opens
        self._units = UnitSteps(question, self._chosen, with_services=False)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._units.steps

    async def start(self, chat: Chat[UnitChoice], argument: str) -> Transition:
        """`argument`: nothing, or words for a unit."""
        own = await chat.run(own_units, chat.contact.person_id)
        if len(own) == 1 and not chat.roles & ADMINS:
            return Done(await self._offer(chat, own[0]))
        return await self._units.look_for(chat, argument) if argument else Next(SEARCH)

    async def choices(self, chat: Chat[Any], unit: ReportUnit) -> tuple[Choice, ...]:
        """A button a counter."""
        return tuple(
            Choice(f"{unit.id}.{one.code}"[:24], one.name, opens=self._opens)
            for one in await chat.run(counters_of, unit)
        )

    async def named(self, chat: Chat[Any], argument: str) -> tuple[ReportUnit, str, dict[str, str]]:
        """What `<unit id>.<code>` of a button names: the unit, the code as it stands there, and the unit's counters by code."""
        unit_part, _, code = argument.partition(".")
        unit = await chat.run(readable_unit, chat.contact.person_id, row_id(unit_part) or 0)
        return unit, code, {one.code: one.name for one in await chat.run(counters_of, unit)}

    async def _chosen(self, chat: Chat[UnitChoice], unit: UnitRow, service_id: int | None) -> Transition:
        return Done(await self._offer(chat, await chat.run(readable_unit, chat.contact.person_id, unit.id)))
