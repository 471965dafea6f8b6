"""What admins did, in sentences, newest first, a page at a time; by person, day and kind."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from pydantic import BaseModel

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Command, Conversation, Entry, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.domain.subject import read_subject
from feedbackbot.i18n import Markup
from feedbackbot.usecases.home.audit_log import (
    KINDS,
    AuditLine,
    AuditWanted,
    audit_page,
    name_of,
    people_in_audit,
    unit_name,
)

LIST, WHO, KIND, DAY = "daftar", "siapa", "jenis", "hari"
_OLDER, _ALL, _BACK = "lama", "semua", "kembali"
_LONGEST_VALUE: Final = 120
_DAYS: Final = 7
_ROLES: Final = frozenset(role.value for role in Role)


class AuditMemory(BaseModel):
    """What is looked at; `before` is the id before which the page begins, 0 for the newest."""

    before: int = 0
    person_id: int = 0
    kind: str = ""
    day: date | None = None

    @property
    def wanted(self) -> AuditWanted:
        return AuditWanted(self.person_id or None, self.kind, self.day)


async def start(chat: Chat[AuditMemory], argument: str) -> Transition:
    return Next(LIST)


async def ask_list(chat: Chat[AuditMemory]) -> Message:
    data = chat.data
    lines, more = await chat.run(audit_page, data.before or None, data.wanted)
    shown = [await _sentence(chat, line) for line in lines] or [chat.t("audit-empty")]
    narrowed = data.wanted != AuditWanted()
    choices = [Choice(_OLDER, chat.t("audit-older"))] if more else []
    choices += [Choice(key, chat.t(f"audit-by-{key}")) for key in (WHO, KIND, DAY)]
    choices += [Choice(_ALL, chat.t("audit-all"))] if narrowed or data.before else []
    text = "\n\n".join([chat.t("audit-title"), *shown])
    return Message(text, tuple(choices), columns=2, below=(menu_door(chat),), replaces=True)


async def take_list(chat: Chat[AuditMemory], answer: Answer) -> Transition:
    data = chat.data
    match answer.choice:
        case "lama":
            lines, _ = await chat.run(audit_page, data.before or None, data.wanted)
            data.before = lines[-1].entry.id if lines else 0
            return Next(LIST)
        case "semua":
            chat.data.before, data.person_id, data.kind, data.day = 0, 0, "", None
            return Next(LIST)
    return Next(answer.choice or LIST)


async def ask_who(chat: Chat[AuditMemory]) -> Message:
    found = await chat.run(people_in_audit)
    choices = tuple(Choice(str(one), name or chat.t("role-person", id=one)) for one, name in found)
    return Message(chat.t("audit-which-who"), choices, below=_back(chat), replaces=True)


async def ask_kind(chat: Chat[AuditMemory]) -> Message:
    choices = tuple(Choice(kind, chat.t(f"audit-kind-{kind}")) for kind in KINDS)
    return Message(chat.t("audit-which-kind"), choices, columns=2, below=_back(chat), replaces=True)


async def ask_day(chat: Chat[AuditMemory]) -> Message:
    days = [city_day(chat.tx.now) - timedelta(days=back) for back in range(_DAYS)]
    choices = tuple(Choice(day.isoformat(), chat.t("audit-day", day=day)) for day in days)
    return Message(chat.t("audit-which-day"), choices, columns=2, below=_back(chat), replaces=True)


def _back(chat: Chat[AuditMemory]) -> tuple[Choice, ...]:
    return (Choice(_BACK, chat.t("back")),)


async def take_who(chat: Chat[AuditMemory], answer: Answer) -> Transition:
    if answer.choice != _BACK:
        chat.data.person_id, chat.data.before = row_id(answer.choice or "") or 0, 0
    return Next(LIST)


async def take_kind(chat: Chat[AuditMemory], answer: Answer) -> Transition:
    if answer.choice != _BACK:
        chat.data.kind, chat.data.before = answer.choice or "", 0
    return Next(LIST)


async def take_day(chat: Chat[AuditMemory], answer: Answer) -> Transition:
    if answer.choice != _BACK:
        chat.data.day, chat.data.before = date.fromisoformat(answer.choice or ""), 0
    return Next(LIST)


async def _sentence(chat: Chat[AuditMemory], line: AuditLine) -> str:
    entry = line.entry
    key = f"audit-action-{entry.action}"
    action = chat.t(key) if chat.catalogue.has(key) else escape(entry.action)
    nobody = (
        chat.t("audit-command-line") if entry.person_id is None else chat.t("role-person", id=entry.person_id)
    )
    text = chat.t(
        "audit-entry",
        at=entry.at,
        who=line.who or Markup(nobody),
        action=Markup(action),
        subject=line.about or Markup(_subject(chat, entry.subject)),
    )
    changed = [await _value(chat, value) for value in (entry.before, entry.after) if value is not None]
    return f"{text}\n{' → '.join(changed)}" if changed else text


def _subject(chat: Chat[AuditMemory], subject: str) -> str:
    """What has no name of its own, in words: "siaran 12"."""
    about = read_subject(subject)
    if about.kind == "role" and about.name in _ROLES:
        return chat.t(f"role-{about.name.replace('_', '-')}")
    key = f"audit-subject-{about.kind}"
    return chat.t(key, number=about.name) if chat.catalogue.has(key) else escape(subject)


async def _value(chat: Chat[AuditMemory], value: Any) -> str:
    """Short, escaped, with names for numbers."""
    if isinstance(value, Mapping):
        parts = [
            f"{_part(chat, name)}: {await _named(chat, name, one)}"
            for name, one in value.items()
            if one not in (None, False, "")
        ]
    elif isinstance(value, list):
        parts = [await _named(chat, "role", one) for one in value]
    else:
        parts = [await _named(chat, "", value)]
    shown = ", ".join(parts) or "–"
    return shown if len(shown) <= _LONGEST_VALUE else shown[: _LONGEST_VALUE - 1] + "…"


def _part(chat: Chat[AuditMemory], name: str) -> str:
    key = f"audit-part-{name.replace('_', '-')}"
    return chat.t(key) if chat.catalogue.has(key) else escape(name)


async def _named(chat: Chat[AuditMemory], name: str, value: Any) -> str:
    if name == "role" and value in _ROLES:
        return chat.t(f"role-{str(value).replace('_', '-')}")
    if name == "unit" and isinstance(value, int):
        return escape(await chat.run(unit_name, value)) or str(value)
    if name == "person" and isinstance(value, int):
        return escape(await chat.run(name_of, value)) or chat.t("role-person", id=value)
    for key in (f"case-state-{value}", f"case-action-{value}") if name in ("state", "step") else ():
        if chat.catalogue.has(key) and value != "hand-over":
            return chat.t(key)
    return escape(str(value))


CONVERSATION: Final = Conversation(
    "audit",
    start,
    (
        Step(LIST, ask_list, take_list),
        Step(WHO, ask_who, take_who),
        Step(KIND, ask_kind, take_kind, keys=frozenset({*KINDS, _BACK})),
        Step(DAY, ask_day, take_day),
    ),
    data=AuditMemory,
    commands=(Command("audit", roles=ADMINS),),
    entries=(Entry(to.AUDIT, start, ADMINS),),
)
