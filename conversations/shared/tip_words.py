"""How a tip is put into words, for its sender and for the inspectorate."""

from typing import Any

from conversations.shared.case_words import map_link
from feedbackbot.dialogue.chat import Chat
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.tips import Entry, TipView

_LAST_ENTRIES = 8
_MOST_SHOWN = 600


def tip_head(chat: Chat[Any], view: TipView) -> list[str]:
    """Code, kind, whom it is about, where it stands."""
    row = view.row
    lines = [
        chat.t("tip-title", code=row.code),
        chat.t("case-line-kind", kind=chat.t(f"tip-kind-{row.kind}")),
        chat.t("case-line-unit", unit=view.unit or chat.t("tip-no-unit")),
        chat.t("case-line-state", state=chat.t(f"tip-state-{row.state}")),
    ]
    if row.latitude is not None and row.longitude is not None:
        lines.append(chat.t("case-line-map", link=map_link(row.latitude, row.longitude)))
    return lines


def tip_lines(chat: Chat[Any], view: TipView, *, sender: bool) -> list[str]:
    """What was told, done and said, oldest first; who of the inspectorate it was is said to nobody."""
    return [_line(chat, entry, sender=sender) for entry in view.timeline[-_LAST_ENTRIES:]]


def _line(chat: Chat[Any], entry: Entry, *, sender: bool) -> str:
    own = entry.actor == "citizen"
    who = chat.t(("case-actor-you" if sender else "tip-actor-sender") if own else "tip-actor-inspector")
    head = chat.t("tip-entry", at=entry.at, who=who, what=chat.t(f"tip-action-{entry.action}"))
    files = f" 📎{len(entry.files)}" if entry.files else ""
    words = f"\n{quoted(beginning(entry.words, _MOST_SHOWN))}" if entry.words else ""
    return f"{head}{files}{words}"
