"""Which surveys beside the SKM an office asks: switched on and off, with the addresses to hand out."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.unit_choice import UnitChoice
from conversations.shared.unit_counters import UnitCounters
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Stay, Transition
from feedbackbot.dialogue.file_sources import KEY_IN_SHEET, PAPER_FORM
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.usecases.reports.read_reports import ReportUnit
from feedbackbot.usecases.survey.instruments import (
    all_instruments,
    instruments_of,
    survey_result,
    switch_instrument,
)

_PAPER, _SHEET = "kertas", "isian"
_PRINTS: Final = {_PAPER: (PAPER_FORM, "pdf"), _SHEET: (KEY_IN_SHEET, "xlsx")}
_ROLES: Final = frozenset({Role.UNIT_ADMIN.value, *ADMINS})


async def _offer(chat: Chat[Any], unit: ReportUnit) -> Message:
    asked = await chat.run(instruments_of, unit.id)
    base, language = chat.tx.settings.public_url.rstrip("/"), chat.contact.language
    lines, choices = [], []
    for one in (await chat.run(all_instruments)).values():
        name = one.name.get(language) or one.name["id"]
        key = "surveys-on" if one in asked else "surveys-off"
        n = (await chat.run(survey_result, unit.id, one)).n
        lines.append(
            chat.t(
                key,
                name=escape(name),
                n=n,
                ask=f"{base}/n/{unit.code}/survei/{one.id}",
                chats=" · ".join(chat.tx.links.all(f"jawab_{unit.code}_{one.id}").values()) or "–",
                result=f"{base}/hasil/{unit.code}/survei/{one.id}",
            )
        )
        label = chat.t("surveys-switch-off" if one in asked else "surveys-switch-on", survey=one.id.upper())
        choices.append(Choice(f"{unit.id}.{one.id}", label, opens=to.SURVEYS))
        if one in asked:
            paper = chat.t("surveys-paper", survey=one.id.upper())
            choices.append(Choice(f"{unit.id}.{one.id}.{_PAPER}", paper, opens=to.SURVEYS))
    text = "\n\n".join([chat.t("surveys-of", unit=unit.name), *lines])
    return Message(text, tuple(choices), below=(menu_door(chat),))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<survey>`: on where it was off, and the other way round. With `.kertas` or `.isian` behind: what is printed."""
    unit, rest, _ = await _UNITS.named(chat, argument)
    survey, _, print_ = rest.partition(".")
    if print_ in _PRINTS:
        return Stay(await _print(chat, unit, survey, print_))
    await chat.run(switch_instrument, chat.contact.person_id, unit.id, survey)
    return Stay(await _offer(chat, unit))


async def _print(chat: Chat[Any], unit: ReportUnit, survey: str, kind: str) -> Message:
    """For the unit and each of its counters."""
    if survey not in {one.id for one in await chat.run(instruments_of, unit.id)}:
        return Message(chat.t("survey-gone"), (menu_door(chat),))
    source, ending = _PRINTS[kind]
    args: dict[str, str | int | bool | None] = {
        "unit": unit.id,
        "counter": "*",
        "language": chat.contact.language,
        "survey": survey,
    }
    document = Attachment(source, args, f"{chat.t(f'poster-file-{kind}')}_{survey}_{unit.code}.{ending}")
    other = _SHEET if kind == _PAPER else _PAPER
    door = Choice(f"{unit.id}.{survey}.{other}", chat.t(f"poster-print-{other}"), opens=to.SURVEYS)
    text = chat.t(f"surveys-made-{kind}", survey=survey.upper(), unit=unit.name)
    return Message(text, (door,), below=(menu_door(chat),), document=document)


_UNITS: Final = UnitCounters("surveys-which-unit", _offer, to.SURVEYS)

CONVERSATION: Final = Conversation(
    "survei",
    _UNITS.start,
    _UNITS.steps,
    data=UnitChoice,
    commands=(Command("survei", roles=_ROLES),),
    entries=(Entry(to.SURVEYS, enter, _ROLES),),
)
