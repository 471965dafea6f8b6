"""An admin gives a role, or takes one away."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.links import code_of, links_to
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import TEXT, Answer, Done, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS, OF_A_UNIT, Role
from feedbackbot.usecases.people.grant_roles import (
    GrantRow,
    give_back,
    grants_for,
    invite,
    roles_to_give,
    take_away,
)
from feedbackbot.usecases.units.find_unit import UnitRow

LIST, ROLE, NOTE = "daftar", "pilih", "nama"
_GIVE: Final = "beri"


class Offer(UnitChoice):
    """A role on its way to somebody."""

    role: str = ""
    unit_id: int = 0


async def show(chat: Chat[Offer], argument: str) -> Transition:
    return Next(LIST)


async def start_giving(chat: Chat[Offer], argument: str) -> Transition:
    """From a button: "beri" to give, anything else for the list."""
    return Next(ROLE if argument == _GIVE else LIST)


async def ask_list(chat: Chat[Offer]) -> Message:
    """All roles in force that this admin may take away, each behind a button."""
    found = await chat.run(grants_for, chat.contact.person_id)
    lines = [chat.t("roles-title"), *(_line(chat, one) for one in found)]
    choices = tuple(Choice(str(one.id), chat.t("role-withdraw", who=_who(chat, one))) for one in found)
    return Message("\n".join(lines), choices, below=(Choice(_GIVE, chat.t("role-give")),), replaces=True)


def _line(chat: Chat[Offer], one: GrantRow) -> str:
    name = chat.t(f"role-{role_key(one.role)}")
    unit = f", {one.unit}" if one.unit else ""
    return chat.t("role-line", who=_who(chat, one), role=f"{name}{unit}", at=one.granted_at)


def _who(chat: Chat[Offer], one: GrantRow) -> str:
    return one.note or chat.t("role-person", id=one.person_id)


async def take_list(chat: Chat[Offer], answer: Answer) -> Transition:
    if not chat.roles & ADMINS:
        return _no_longer(chat)
    if answer.choice == _GIVE:
        return Next(ROLE)
    return await withdraw(chat, answer.choice or "")


async def withdraw(chat: Chat[Offer], argument: str) -> Transition:
    """`<grant>` asks, `<grant>.ya` does it; `<grant>.aktif` gives back what an import has suspended."""
    number, _, sure = argument.partition(".")
    if sure == "aktif":
        role = await chat.run(give_back, chat.contact.person_id, row_id(number) or 0)
        word = chat.t("role-restored", role=chat.t(f"role-{role_key(role)}"))
        return Stay(Message(word, (menu_door(chat),)))
    grant = next(
        (one for one in await chat.run(grants_for, chat.contact.person_id) if one.id == row_id(number)), None
    )
    if grant is None:
        return Stay(notice=chat.t("role-gone-already"))
    what = chat.t(f"role-{role_key(grant.role)}")
    if sure != "ya":
        yes = Choice(f"{grant.id}.ya", chat.t("role-withdraw-sure"), opens=to.WITHDRAW_ROLE)
        question = chat.t("role-withdraw-question", who=_who(chat, grant), role=what)
        return Stay(Message(question, (yes, Choice("daftar", chat.t("back"), opens=to.ROLES))))
    await chat.run(take_away, chat.contact.person_id, grant.id)
    return Stay(
        Message(chat.t("role-withdrawn", who=_who(chat, grant), role=what), (menu_door(chat),), replaces=True)
    )


async def ask_role(chat: Chat[Offer]) -> Message:
    roles = await chat.run(roles_to_give, chat.contact.person_id)
    choices = tuple(Choice(role.value, chat.t(f"role-{role_key(role)}")) for role in roles)
    return Message(chat.t("role-which"), choices, replaces=True)


async def take_role(chat: Chat[Offer], answer: Answer) -> Transition:
    if not chat.roles & ADMINS:
        return _no_longer(chat)
    chat.data.role = answer.choice or ""
    return Next(SEARCH if Role(chat.data.role) in OF_A_UNIT else NOTE)


async def _unit_chosen(chat: Chat[Offer], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.unit_id = unit.id
    return Next(NOTE)


async def ask_note(chat: Chat[Offer]) -> Message:
    return Message(chat.t("role-whose"))


async def take_note(chat: Chat[Offer], answer: Answer) -> Transition:
    role = Role(chat.data.role)
    code = await chat.run(invite, chat.contact.person_id, role, chat.data.unit_id or None, answer.text)
    name = chat.t(f"role-{role_key(role)}")
    payload = f"{to.ROLE_CODE}_{code.replace('-', '')}"
    link = links_to(chat, payload)
    text = chat.t("role-code", role=name, who=answer.text[:40], code=code)
    if link is None:
        return Done(Message(text, (menu_door(chat),)))
    # to be passed on as it is; the code is for whoever cannot open it
    chat.say(Message(chat.t("role-link", role=name, link=link), picture=code_of(chat, payload, "peran.png")))
    return Done(Message(text, (menu_door(chat),)))


def _no_longer(chat: Chat[Offer]) -> Transition:
    return Done(Message(chat.t("broadcast-no-longer-admin"), (menu_door(chat),)))


def role_key(role: Role) -> str:
    return role.value.replace("_", "-")


_UNITS: Final = UnitSteps("role-which-unit", _unit_chosen, with_services=False)
GIVING_STEPS: Final = (
    Step(LIST, ask_list, take_list),
    Step(ROLE, ask_role, take_role),
    *_UNITS.steps,
    Step(NOTE, ask_note, take_note, TEXT),
)
