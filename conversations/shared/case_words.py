"""How a case and its timeline are put into words, for the citizen and for the desk."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.cases.masking import masked
from feedbackbot.domain.cases.subject_line import subject_line
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.i18n import Markup
from feedbackbot.usecases.cases.read_cases import CaseRow, CaseView, Entry
from feedbackbot.usecases.units.find_unit import unit_by_id

_LAST_ENTRIES = 8
_LONGEST_LINE = 220


def head_of(chat: Chat[Any], view: CaseView) -> list[str]:
    """Number, kind, unit and service, where it stands and until when."""
    row, case = view.row, view.row.case
    lines = [
        chat.t("case-title", number=row.number, kind=chat.t(f"case-kind-{case.kind}")),
        chat.t("case-line-unit", unit=f"{view.unit}, {view.service}" if view.service else view.unit),
        chat.t("case-line-state", state=chat.t(f"case-state-{case.state}")),
    ]
    if case.state.is_open:
        lines.append(chat.t("case-line-due", due=case.stage_due))
    if row.happened:
        lines.append(chat.t("case-line-when", when=row.happened))
    if row.place:
        lines.append(chat.t("case-line-place", place=row.place))
    if row.latitude is not None and row.longitude is not None:
        lines.append(chat.t("case-line-map", link=map_link(row.latitude, row.longitude)))
    if row.lapor_number:
        lines.append(chat.t("case-line-lapor", number=row.lapor_number))
    return lines


def map_link(latitude: float, longitude: float) -> str:
    """Opens in any browser, and in the map that the phone has."""
    at = f"{latitude:.5f}/{longitude:.5f}"
    return f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}#map=18/{at}"


def thread_line(t: Translate, row: CaseRow, *, in_full: bool) -> str:
    """What a case is about, where, until when and how it stands: under its number in lists and messages."""
    if row.confidential and not in_full:
        about = t("case-confidential")
    else:
        words = row.words or ""
        about = quoted(subject_line(words if in_full else masked(words))) if words else t("case-erased")
    parts = [about]
    if row.place or row.latitude is not None:
        parts.append(t("case-thread-place", place=beginning(row.place, 40) or t("case-on-the-map")))
    if row.case.state.is_open:
        parts.append(t("case-thread-due", due=row.case.stage_due))
    return " · ".join((*parts, t(f"case-state-{row.case.state}")))


async def timeline_of(
    chat: Chat[Any], entries: Iterable[Entry], *, citizen: bool, in_full: bool = True
) -> list[str]:
    """The last steps, oldest first; who acted is a role, never a name."""
    shown = [entry for entry in entries if entry.action != "send"][-_LAST_ENTRIES:]
    if not in_full:
        # the number in LAPOR! is nobody's telephone
        shown = [
            entry if entry.action == "lapor" else replace(entry, words=masked(entry.words)) for entry in shown
        ]
    return [await _line(chat, entry, citizen=citizen) for entry in shown]


async def _line(chat: Chat[Any], entry: Entry, *, citizen: bool) -> str:
    who = "you" if citizen and entry.actor == "citizen" else entry.actor
    unit = await chat.run(unit_by_id, entry.unit_id) if entry.unit_id else None
    text = chat.t(
        "case-entry",
        at=entry.at,
        who=chat.t(f"case-actor-{who}"),
        what=chat.t(f"case-action-{entry.action}", unit=unit.short_name if unit else "–"),
    )
    files = f" 📎{len(entry.files)}" if entry.files else ""
    words = chat.t("case-entry-words", words=_in_one_line(entry.words)) if entry.words else ""
    return Markup(f"{text}{files}{words}")


def _in_one_line(words: str) -> str:
    return beginning(" ".join(words.split()), _LONGEST_LINE)


def done_choices(t: Translate, case_id: int) -> tuple[Choice, ...]:
    """Closing is the citizen's."""
    return (
        Choice(f"{case_id}.ya", t("case-done-yes"), opens=to.TICKET),
        Choice(f"{case_id}.tidak", t("case-not-done"), opens=to.TICKET),
    )
