"""What an admin's act changed, in words: every part that `record` is given has a name, and no code is shown."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from feedbackbot.dialogue.chat import Chat
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.message_text import escape
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.period import parse_period
from feedbackbot.reports.official.report_charts import period_name
from feedbackbot.usecases.home.audit_log import AuditLine, name_of, unit_name

ROLES: Final = frozenset(role.value for role in Role)
_LONGEST_VALUE: Final = 160
_DAYS: Final = ("due", "due_at", "until", "starts")
_CODES: Final = {
    "element": ("element-{}",),
    "goal": ("campaign-goal-{}",),
    "principles": ("campaign-principle-{}",),
    "reason": ("forum-reason-{}",),
    "role": ("role-{}",),
    "stage": ("audit-stage-{}",),
    "state": ("case-state-{}", "audit-state-{}"),
    "step": ("audit-step-{}", "case-action-{}"),
    "kind": ("case-kind-{}",),
}
"""Texts that name the codes of a part."""
_UNTOLD: Final = ("improvement", "statement", "training", "reply", "arm", "audience", "survey")
"""Parts whose value is a number or code that says nothing to a reader: whoever must know finds it in the table."""


async def change_in_words(chat: Chat[Any], line: AuditLine) -> str:
    """ "kantor: Dishub → kantor: Dinkes"; "" where nothing is to be told. What the sentence itself names is not said again."""
    entry = line.entry
    told = [
        await _side(chat, entry.subject, side) for side in (entry.before, entry.after) if side is not None
    ]
    return " → ".join(filter(None, told))


async def _side(chat: Chat[Any], subject: str, side: Any) -> str:
    if isinstance(side, Mapping):
        parts = [
            await _part(chat, name, value)
            for name, value in side.items()
            if _tells(value) and name not in _UNTOLD and subject != f"{name}:{value}"
        ]
        shown = ", ".join(parts)
    else:
        shown = await _list(chat, "role", side) if isinstance(side, list) else await _said(chat, "", side)
    return shown if len(shown) <= _LONGEST_VALUE else shown[: _LONGEST_VALUE - 1] + "…"


def _tells(value: Any) -> bool:
    return not (value is None or value is False or value in ("", []))


async def _part(chat: Chat[Any], name: str, value: Any) -> str:
    key = f"audit-part-{name.replace('_', '-')}"
    label = chat.t(key) if chat.catalogue.has(key) else escape(name)
    if value is True:
        return label
    return f"{label}: {await _list(chat, name, value if isinstance(value, list) else [value])}"


async def _list(chat: Chat[Any], name: str, values: list[Any]) -> str:
    return ", ".join([await _said(chat, name, one) for one in values]) or "–"


async def _said(chat: Chat[Any], name: str, value: Any) -> str:
    match name, value:
        case "unit", int():
            return escape(await chat.run(unit_name, value)) or str(value)
        case "employee", int():
            return chat.t("audit-subject-employee", number=str(value))
        case "person", int():
            return escape(await chat.run(name_of, value)) or chat.t("role-person", id=value)
        case "period", str():
            return period_name(chat.t, parse_period(value))
        case "weekday", int():
            return chat.t(f"weekday-{value}")
        case "ikm", str():
            return chat.t("audit-number", n=float(value))
    if name in _DAYS:
        return chat.t("audit-day", day=_day(str(value)))
    for key in _CODES.get(name, ()):
        if chat.catalogue.has(found := key.format(str(value).replace("_", "-"))):
            return chat.t(found)
    return escape(str(value))


def _day(written: str) -> date:
    return city_day(datetime.fromisoformat(written)) if "T" in written else date.fromisoformat(written)
