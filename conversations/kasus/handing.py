"""A case goes to another office or to a colleague, with a word for whoever gets it."""

from typing import Final

from conversations import entry_points as to
from conversations.kasus.desk import CASE
from conversations.kasus.memory import DeskMemory
from conversations.kasus.one_case import WRITE
from conversations.shared.doors import row_id
from conversations.shared.unit_choice import UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action
from feedbackbot.usecases.cases.colleagues import Colleague, colleagues_at
from feedbackbot.usecases.cases.read_cases import staff_view
from feedbackbot.usecases.units.find_unit import UnitRow

COLLEAGUE = "rekan"
_BACK: Final = "kembali"


async def _unit_chosen(chat: Chat[DeskMemory], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.doing, chat.data.to_unit = Action.HAND_OVER, unit.id
    return Next(WRITE, Action.HAND_OVER.value)


async def _not_at_all(chat: Chat[DeskMemory]) -> tuple[Choice, ...]:
    return (Choice(str(chat.data.case_id), chat.t("case-stays-here"), opens=to.DESK),)


async def ask_colleague(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    people = await chat.run(colleagues_at, view.row.unit_id)
    choices = tuple(
        Choice(str(one.person_id), _name(chat, one))
        for one in people
        if str(one.person_id) != view.row.case.officer
    )
    text = chat.t("case-assign-whom" if choices else "case-assign-nobody", number=view.row.number)
    return Message(text, choices, below=(Choice(_BACK, chat.t("back")),), replaces=True)


def _name(chat: Chat[DeskMemory], one: Colleague) -> str:
    name = one.note or chat.t("rota-member", place=one.place)
    if one.person_id == chat.contact.person_id:
        return chat.t("rota-me", name=name)
    return chat.t("case-colleague-away", name=name, until=one.away_until) if one.away_until else name


async def take_colleague(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    chosen = row_id(answer.choice or "")
    if chosen is None:
        return Next(CASE)
    chat.data.doing, chat.data.to_officer = Action.ASSIGN, chosen
    return Next(WRITE, Action.ASSIGN.value)


_UNITS: Final = UnitSteps("case-hand-over-where", _unit_chosen, with_services=False, first=_not_at_all)
HANDING_STEPS: Final = (*_UNITS.steps, Step(COLLEAGUE, ask_colleague, take_colleague))
