"""How a case and its timeline are put into words, for the citizen and for the desk."""

from collections.abc import Iterable
from typing import Any

from conversations import entry_points as to
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.message import Choice
from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.cases.words import beginning
from feedbackbot.i18n import Markup
from feedbackbot.usecases.cases.read_cases import CaseView, Entry
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
        lines.append(chat.t("case-line-map", place=f"{row.latitude:.5f}, {row.longitude:.5f}"))
    return lines


async def timeline_of(chat: Chat[Any], entries: Iterable[Entry], *, citizen: bool) -> list[str]:
    """The last steps, oldest first; who acted is a role, never a name."""
    shown = [entry for entry in entries if entry.action != "send"][-_LAST_ENTRIES:]
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
