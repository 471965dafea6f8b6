"""What admins did, newest first, a page at a time."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.i18n import Markup
from feedbackbot.usecases.people.read_audit import AuditEntry, audit_page

_LONGEST_VALUE = 120


async def show(chat: Chat[Nothing], argument: str) -> Transition:
    """`argument`: the id before which the page begins, or anything else for the newest."""
    entries, more = await chat.run(audit_page, row_id(argument))
    if not entries:
        return Stay(Message(chat.t("audit-empty"), (menu_door(chat),)))
    older = (Choice(str(entries[-1].id), chat.t("audit-older"), opens=to.AUDIT),) if more else ()
    text = "\n\n".join([chat.t("audit-title"), *(_entry(chat, entry) for entry in entries)])
    return Stay(Message(text, (*older, menu_door(chat)), replaces=bool(argument)))


def _entry(chat: Chat[Nothing], entry: AuditEntry) -> str:
    key = f"audit-action-{entry.action}"
    action = chat.t(key) if chat.catalogue.has(key) else escape(entry.action)
    who = (
        chat.t("audit-command-line") if entry.person_id is None else chat.t("role-person", id=entry.person_id)
    )
    lines = [
        chat.t("audit-entry", at=entry.at, who=Markup(who), action=Markup(action), subject=entry.subject)
    ]
    if entry.before is not None or entry.after is not None:
        lines.append(f"{_value(entry.before)} → {_value(entry.after)}")
    return "\n".join(lines)


def _value(value: Any) -> str:
    """Short, escaped."""
    if value is None:
        return "–"
    if isinstance(value, dict):
        shown = ", ".join(f"{name}: {part}" for name, part in value.items() if part not in (None, False, ""))
    elif isinstance(value, list):
        shown = ", ".join(map(str, value))
    else:
        shown = str(value)
    return escape(shown if len(shown) <= _LONGEST_VALUE else shown[: _LONGEST_VALUE - 1] + "…")


CONVERSATION: Final = Conversation(
    "audit",
    show,
    commands=(Command("audit", roles=ADMINS, keeps_conversation=True),),
    entries=(Entry(to.AUDIT, show, ADMINS),),
)
