"""The rota: which officer of a unit is told of a low score, and of new cases, on which weekday."""

from typing import Final

from pydantic import BaseModel

from conversations.shared.doors import menu_door, row_id
from conversations.shared.own_unit import OwnUnitStep
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Command,
    Conversation,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import OF_A_UNIT
from feedbackbot.usecases.cases.colleagues import LONGEST_LEAVE_DAYS, go_on_leave, my_leave
from feedbackbot.usecases.cases.keep_rota import WEEKDAYS, Member, put_on_duty, rota, rota_units

DAY, WHO, LEAVE = "hari", "siapa", "cuti"
_BACK, _NOBODY, _LEAVE = "kembali", "tanpa", "cuti"
_LEAVE_DAYS: Final = (1, 3, 7, 14)


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
    away = await chat.run(my_leave, chat.contact.person_id)
    leave = Choice(_LEAVE, chat.t("leave-back") if away else chat.t("leave-take"))
    text = chat.t("rota", unit=present.unit.name)
    if away:
        text = f"{text}\n\n{chat.t('leave-until', until=away)}"
    return Message(text, (*choices, leave), below=(menu_door(chat),), replaces=True)


async def take_day(chat: Chat[RotaMemory], answer: Answer) -> Transition:
    if answer.choice == _LEAVE:
        if not await chat.run(my_leave, chat.contact.person_id):
            return Next(LEAVE)
        await chat.run(go_on_leave, chat.contact.person_id, 0)
        return Again(chat.t("leave-over"))
    chat.data.day = int(answer.choice or "1")
    return Next(WHO)


async def ask_leave(chat: Chat[RotaMemory]) -> Message:
    choices = tuple(Choice(str(days), chat.t("leave-days", n=days)) for days in _LEAVE_DAYS)
    back = (Choice(_BACK, chat.t("back")),)
    return Message(chat.t("leave-how-long"), choices, columns=2, below=back, replaces=True)


async def take_leave(chat: Chat[RotaMemory], answer: Answer) -> Transition:
    """Days, tapped or typed; from today on."""
    if answer.choice == _BACK:
        return Next(DAY)
    days = row_id(answer.choice or answer.text)
    if not days or days > LONGEST_LEAVE_DAYS:
        return Again(chat.t("leave-not-days", most=LONGEST_LEAVE_DAYS))
    await chat.run(go_on_leave, chat.contact.person_id, days)
    return Next(DAY)


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
        Step(DAY, ask_day, take_day, keys=frozenset({*map(str, WEEKDAYS), _LEAVE}), passing=True),
        Step(LEAVE, ask_leave, take_leave, CHOICE_OR_TEXT, asks_number=True),
        Step(WHO, ask_who, take_who),
    ),
    data=RotaMemory,
    commands=(Command("piket", roles=frozenset(role.value for role in OF_A_UNIT), aliases=("duty",)),),
)
