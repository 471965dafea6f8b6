"""What admins did, in sentences, newest first, a page at a time; by person, day and kind."""

from datetime import date, timedelta
from typing import Final

from pydantic import BaseModel

from conversations import entry_points as to
from conversations.shared.audit_words import ROLES, change_in_words
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Command, Conversation, Entry, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.domain.spoken.days import past_day_in
from feedbackbot.domain.spoken.words import plain_words
from feedbackbot.domain.subject import read_subject
from feedbackbot.i18n import Markup
from feedbackbot.usecases.home.audit_log import (
    KINDS,
    AuditLine,
    AuditWanted,
    audit_page,
    name_of,
    people_in_audit,
    person_named,
)

LIST, WHO, KIND, DAY = "daftar", "siapa", "jenis", "hari"
_OLDER, _ALL, _BACK = "lama", "semua", "kembali"
_DAYS: Final = 7


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
    """`argument`: words that may name a day, a person or what it was about ("siapa yang mengubah peran kemarin")."""
    if words := frozenset(plain_words(argument).casefold().split()):
        data = chat.data
        data.day = past_day_in(argument, city_day(chat.tx.now))
        data.person_id = await chat.run(person_named, words)
        kinds = [kind for kind in KINDS if words & set(chat.t(f"audit-kind-{kind}-said").split())]
        data.kind = kinds[0] if len(kinds) == 1 else ""
    return Next(LIST)


async def enter(chat: Chat[AuditMemory], argument: str) -> Transition:
    """From home, where nothing was said."""
    return Next(LIST)


async def ask_list(chat: Chat[AuditMemory]) -> Message:
    data = chat.data
    lines, more = await chat.run(audit_page, data.before or None, data.wanted)
    narrowed = data.wanted != AuditWanted()
    empty = chat.t("audit-empty-narrowed" if narrowed else "audit-empty")
    shown = [await _sentence(chat, line) for line in lines] or [empty]
    choices = [Choice(_OLDER, chat.t("audit-older"))] if more else []
    choices += [Choice(key, chat.t(f"audit-by-{key}")) for key in (WHO, KIND, DAY)]
    choices += [Choice(_ALL, chat.t("audit-all"))] if narrowed or data.before else []
    text = "\n\n".join([await _title(chat), *shown])
    return Message(text, tuple(choices), columns=2, below=(menu_door(chat),), replaces=True)


async def _title(chat: Chat[AuditMemory]) -> str:
    """With what it was narrowed to."""
    data = chat.data
    of = [chat.t("audit-day", day=data.day)] if data.day else []
    of += [chat.t(f"audit-kind-{data.kind}")] if data.kind else []
    if data.person_id:
        of.append(escape(await chat.run(name_of, data.person_id)) or chat.t("role-person", id=data.person_id))
    return "\n".join((chat.t("audit-title"), *([" · ".join(of)] if of else [])))


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
    changed = await change_in_words(chat, line)
    return f"{text}\n{changed}" if changed else text


def _subject(chat: Chat[AuditMemory], subject: str) -> str:
    """What has no name of its own, in words: "siaran 12"."""
    about = read_subject(subject)
    if about.kind == "role" and about.name in ROLES:
        return chat.t(f"role-{about.name.replace('_', '-')}")
    key = f"audit-subject-{about.kind}"
    return chat.t(key, number=about.name) if chat.catalogue.has(key) else escape(subject)


CONVERSATION: Final = Conversation(
    "audit",
    start,
    (
        Step(LIST, ask_list, take_list, passing=True),
        Step(WHO, ask_who, take_who, passing=True),
        Step(KIND, ask_kind, take_kind, keys=frozenset({*KINDS, _BACK}), passing=True),
        Step(DAY, ask_day, take_day, passing=True),
    ),
    data=AuditMemory,
    commands=(Command("audit", roles=ADMINS),),
    entries=(Entry(to.AUDIT, enter, ADMINS),),
)
