"""Lists as tables, for whoever asks: an old chat app may not show one, and nobody can know."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.table import Table
from feedbackbot.domain.cases.masking import masked
from feedbackbot.domain.cases.subject_line import subject_line
from feedbackbot.domain.cases.words import beginning
from feedbackbot.domain.message_text import escape, plain
from feedbackbot.usecases.cases.read_cases import CaseRow

TABLE: Final = "tabel"
_MOST_ROWS: Final = 60
_LONGEST_ABOUT: Final = 36  # a column is narrow on a phone


def table_choice(chat: Chat[Any], opens: EntryPoint | None = None) -> tuple[Choice, ...]:
    """None where the chat service shows no tables."""
    return (Choice(TABLE, chat.t("as-table"), opens=opens),) if chat.shows.tables else ()


def table_message(chat: Chat[Any], table: Table, *doors: Choice) -> Message:
    """The first rows of the table, and how many are left out; the same in words for a server that shows none."""
    left = len(table.rows) - _MOST_ROWS
    caption = f"{table.caption} · {plain(chat.t('table-goes-on', n=left))}" if left > 0 else table.caption
    shown = Table(caption, table.heads, table.rows[:_MOST_ROWS], table.numbers)
    lines = [f"*{escape(row[0])}* · {escape(' · '.join(filter(None, row[1:])))}" for row in shown.rows]
    return Message("\n".join((f"*{escape(caption)}*", "", *lines)), doors, table=shown)


def case_table(
    chat: Chat[Any], title: str, rows: Sequence[CaseRow], in_full: Callable[[CaseRow], bool]
) -> Table:
    """What each case is about, how it stands and until when; what is confidential only for whom it is `in_full`."""
    heads = tuple(plain(chat.t(f"case-column-{one}")) for one in ("number", "about", "state", "due"))
    return Table(plain(title), heads, tuple(_row(chat, row, in_full=in_full(row)) for row in rows))


def _row(chat: Chat[Any], row: CaseRow, *, in_full: bool) -> tuple[str, ...]:
    if row.confidential and not in_full:
        about = plain(chat.t("case-confidential"))
    else:
        words = row.words or ""
        about = subject_line(words if in_full else masked(words)) if words else plain(chat.t("case-erased"))
        about = beginning(about, _LONGEST_ABOUT)
    due = plain(chat.t("case-cell-due", due=row.case.stage_due)) if row.case.state.is_open else ""
    return row.number, about, plain(chat.t(f"case-state-{row.case.state}")), due
