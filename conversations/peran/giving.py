"""An admin gives a role, or takes one away."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from conversations.shared.links import code_of, links_to
from conversations.shared.unit_choice import SEARCH, UnitChoice, UnitSteps
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Answer,
    Begin,
    Done,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.domain.people.roles import ADMINS, OF_A_UNIT, Role
from feedbackbot.usecases.home.audit_log import name_of
from feedbackbot.usecases.people.grant_roles import (
    GrantRow,
    give_back,
    grants_for,
    invite,
    name_offer,
    roles_to_give,
    take_away,
)
from feedbackbot.usecases.units.find_unit import UnitRow

LIST, WITHDRAW, NOTE = "daftar", "cabut", "nama"
_GIVE, _DONE = "beri.", "selesai"
_MOST_LINES: Final = 12


class Offer(UnitChoice):
    """A role on its way to somebody."""

    role: str = ""
    unit_id: int = 0
    code: str = ""


async def show(chat: Chat[Offer], argument: str) -> Transition:
    return Next(LIST)


async def ask_list(chat: Chat[Offer]) -> Message:
    """The newest roles in force that this admin may take away, and below them those to give: each is one tap away from its link."""
    found = await chat.run(grants_for, chat.contact.person_id)
    newest = found[: -_MOST_LINES - 1 : -1]
    lines = [chat.t("roles-title"), *[await _line(chat, one) for one in newest]]
    if len(found) > len(newest):
        lines.append(chat.t("roles-more", count=len(found) - len(newest)))
    lines += ["", chat.t("role-which")]
    roles = await chat.run(roles_to_give, chat.contact.person_id)
    choices = tuple(
        Choice(f"{_GIVE}{role.value}", chat.t("role-give", role=chat.t(f"role-{role_key(role)}")))
        for role in roles
    )
    away = (Choice(WITHDRAW, chat.t("role-to-withdraw")),) if found else ()
    return Message("\n".join(lines), choices, columns=2, below=(*away, menu_door(chat)), replaces=True)


async def _line(chat: Chat[Offer], one: GrantRow) -> str:
    name = chat.t(f"role-{role_key(one.role)}")
    unit = f", {one.unit}" if one.unit else ""
    return chat.t("role-line", who=await _who(chat, one), role=f"{name}{unit}", at=one.granted_at)


async def _who(chat: Chat[Offer], one: GrantRow) -> str:
    """As the registry knows the person, else as whoever gave the role wrote."""
    return await chat.run(name_of, one.person_id) or one.note or chat.t("role-person", id=one.person_id)


async def take_list(chat: Chat[Offer], answer: Answer) -> Transition:
    if not chat.roles & ADMINS:
        return _no_longer(chat)
    if answer.choice == WITHDRAW:
        return Next(WITHDRAW)
    chat.data.role = (answer.choice or "").removeprefix(_GIVE)
    return Next(SEARCH) if Role(chat.data.role) in OF_A_UNIT else await _offer(chat)


async def ask_withdraw(chat: Chat[Offer]) -> Message:
    found = await chat.run(grants_for, chat.contact.person_id)
    choices = [Choice(str(one.id), await _withdraw_label(chat, one)) for one in found]
    back = Choice("kembali", chat.t("back"))
    return Message(chat.t("role-withdraw-which"), tuple(choices), below=(back,), replaces=True)


async def _withdraw_label(chat: Chat[Offer], one: GrantRow) -> str:
    role = chat.t(f"role-{role_key(one.role)}")
    return chat.t("role-withdraw", who=await _who(chat, one), role=role)


async def take_withdraw(chat: Chat[Offer], answer: Answer) -> Transition:
    if not chat.roles & ADMINS:
        return _no_longer(chat)
    return Next(LIST) if answer.choice == "kembali" else await withdraw(chat, answer.choice or "")


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
        yes = Choice(f"{grant.id}.ya", chat.t("role-withdraw-sure"), opens=to.WITHDRAW_ROLE, tone=Tone.DANGER)
        question = chat.t("role-withdraw-question", who=await _who(chat, grant), role=what)
        return Stay(Message(question, (yes, Choice("daftar", chat.t("back"), opens=to.ROLES))))
    await chat.run(take_away, chat.contact.person_id, grant.id)
    return Stay(
        Message(
            chat.t("role-withdrawn", who=await _who(chat, grant), role=what),
            (menu_door(chat),),
            replaces=True,
        )
    )


async def _unit_chosen(chat: Chat[Offer], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.unit_id = unit.id
    return await _offer(chat)


async def _offer(chat: Chat[Offer]) -> Transition:
    """The link at once, to be passed on as it is; for whom it is may be written afterwards."""
    role, data = Role(chat.data.role), chat.data
    data.code = await chat.run(invite, chat.contact.person_id, role, data.unit_id or None)
    payload = f"{to.ROLE_CODE}_{data.code.replace('-', '')}"
    link = links_to(chat, payload)
    if link is not None:
        name = chat.t(f"role-{role_key(role)}")
        picture = code_of(chat, payload, "peran.png")
        chat.say(Message(chat.t("role-link", role=name, link=link), picture=picture))
    return Next(NOTE)


async def ask_note(chat: Chat[Offer]) -> Message:
    role = chat.t(f"role-{role_key(Role(chat.data.role))}")
    text = chat.t("role-code", role=role, code=chat.data.code)
    return Message(text, (Choice(_DONE, chat.t("role-done")),))


async def take_note(chat: Chat[Offer], answer: Answer) -> Transition:
    if answer.choice == _DONE:
        return Begin("menu")
    name = await chat.run(name_offer, chat.contact.person_id, chat.data.code, answer.text)
    return Done(Message(chat.t("role-named", who=name), (menu_door(chat),)))


def _no_longer(chat: Chat[Offer]) -> Transition:
    return Done(Message(chat.t("broadcast-no-longer-admin"), (menu_door(chat),)))


def role_key(role: Role) -> str:
    return role.value.replace("_", "-")


_UNITS: Final = UnitSteps("role-which-unit", _unit_chosen, with_services=False)
GIVING_STEPS: Final = (
    Step(LIST, ask_list, take_list, passing=True),
    Step(WITHDRAW, ask_withdraw, take_withdraw),
    *_UNITS.steps,
    Step(NOTE, ask_note, take_note, CHOICE_OR_TEXT, places=False),
)
