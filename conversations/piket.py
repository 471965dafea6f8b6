"""The rota: which officer of a unit is told of a low score, and of new cases, on which weekday."""

from typing import Final

from pydantic import BaseModel

from conversations.shared.doors import menu_door, row_id
from conversations.shared.own_unit import OwnUnitStep
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Command, Conversation, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import OF_A_UNIT
from feedbackbot.usecases.cases.keep_rota import WEEKDAYS, Member, put_on_duty, rota, rota_units

DAY, WHO = "hari", "siapa"
_BACK, _NOBODY = "kembali", "tanpa"


class RotaMemory(BaseModel):
    """Which unit and day are being talked about."""

    unit_id: int = 0
    day: int = 1


_OWN_UNIT: Final = OwnUnitStep(rota_units, "rota-which-unit", DAY)


async def ask_day(chat: Chat[RotaMemory]) -> Message:
    present = await chat.run(rota, chat.contact.person_id, chat.data.unit_id)
    nobody = chat.t("rota-everybody")
    choices = tuple(
        Choice(
            str(day),
            f"{chat.t(f'weekday-{day}')}: {_name(chat, present.days[day]) if day in present.days else nobody}",
            short=chat.t(f"weekday-{day}"),
        )
        for day in WEEKDAYS
    )
    return Message(chat.t("rota", unit=present.unit.name), choices, below=(menu_door(chat),), replaces=True)


async def take_day(chat: Chat[RotaMemory], answer: Answer) -> Transition:
    chat.data.day = int(answer.choice or "1")
    return Next(WHO)


async def ask_who(chat: Chat[RotaMemory]) -> Message:
    present = await chat.run(rota, chat.contact.person_id, chat.data.unit_id)
    people = tuple(
        Choice(str(one.person_id), _name(chat, one), short=f"{one.place}. {_name(chat, one)}")
        for one in present.members
    )
    return Message(
        chat.t("rota-who", day=chat.t(f"weekday-{chat.data.day}")),
        (*people, Choice(_NOBODY, chat.t("rota-everybody"))),
        below=(Choice(_BACK, chat.t("back")),),
        replaces=True,
    )


def _name(chat: Chat[RotaMemory], member: Member) -> str:
    name = member.note or chat.t("rota-member", place=member.place)
    return chat.t("rota-me", name=name) if member.person_id == chat.contact.person_id else name


async def take_who(chat: Chat[RotaMemory], answer: Answer) -> Transition:
    if answer.choice != _BACK:
        chosen = None if answer.choice == _NOBODY else row_id(answer.choice or "")
        await chat.run(put_on_duty, chat.contact.person_id, chat.data.unit_id, chat.data.day, chosen)
    return Next(DAY)


CONVERSATION: Final = Conversation(
    "piket",
    _OWN_UNIT.start,
    (
        _OWN_UNIT.step(),
        Step(DAY, ask_day, take_day, keys=frozenset(map(str, WEEKDAYS))),
        Step(WHO, ask_who, take_who),
    ),
    data=RotaMemory,
    commands=(Command("piket", roles=frozenset(role.value for role in OF_A_UNIT), aliases=("duty",)),),
)
