"""The piles of a desk."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from conversations.kasus.memory import DeskMemory
from conversations.shared.case_words import thread_line
from conversations.shared.doors import menu_door, row_id
from conversations.shared.tables import TABLE, case_table, table_choice, table_message
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.file_sources import CASE_WORKBOOK, LAPOR_WORKBOOK
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.cases.ticket_number import read_ticket_number
from feedbackbot.usecases.cases.read_cases import CaseRow, Pile, case_by_number, desk_of, pile_of, staff_view

DESK, LIST, CASE = "meja", "daftar", "satu"
_BACK: Final = "kembali"
_ALL: Final = "berkas"
_LAPOR: Final = "lapor"
_BEFORE, _AFTER, _KIND = "sebelum", "sesudah", "jenis"
_KINDS: Final = ("", *(kind.value for kind in CaseKind))
_ON_A_PAGE: Final = 6
_LONGEST_TYPED: Final = 100
_A_SENTENCE: Final = 5
"""Words: fewer are looked for and nothing else."""


async def start(chat: Chat[DeskMemory], argument: str) -> Transition:
    """`argument`: nothing, or a case's number."""
    if argument and (found := await by_number(chat, argument)):
        return found
    return Next(DESK)


async def enter(chat: Chat[DeskMemory], argument: str) -> Transition:
    """From a message about a case: its id; from home: a pile; anything else opens the desk."""
    case_id = row_id(argument)
    if argument in set(Pile):
        chat.data.pile = argument
        return Next(LIST)
    if case_id is None:
        return Next(DESK)
    await chat.run(staff_view, chat.contact.person_id, case_id)  # refuses what is not on this desk
    chat.data.case_id = case_id
    return Next(CASE)


async def ask_desk(chat: Chat[DeskMemory]) -> Message:
    counts = await chat.run(desk_of, chat.contact.person_id)
    piles = tuple(Choice(pile.value, _pile(chat, pile, n)) for pile, n in counts.items())
    closed = Choice(Pile.CLOSED.value, chat.t("desk-pile-tutup"))
    return Message(
        chat.t("desk", n=counts[Pile.OPEN]),
        (*piles, closed, Choice(_ALL, chat.t("desk-workbook")), Choice(_LAPOR, chat.t("desk-lapor"))),
        columns=2,
        below=(menu_door(chat),),
        replaces=True,
    )


def _pile(chat: Chat[DeskMemory], pile: Pile, n: int) -> str:
    return f"{chat.t(f'desk-pile-{pile.value.replace(chr(95), chr(45))}')} ({n})"


async def take_desk(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    """A number opens its case, other words are looked for; a sentence that stands in no case may be meant for something else."""
    if answer.choice in (_ALL, _LAPOR):
        chat.say(_workbook(chat, answer.choice))
        return Again()
    chat.data.page, chat.data.kind = 0, ""
    if answer.choice is None:
        if found := await by_number(chat, answer.text):
            return found
        typed = answer.text[:_LONGEST_TYPED]
        if len(typed.split()) >= _A_SENTENCE and not await _found(chat, typed):
            return Again(chat.t("desk-empty", pile=chat.t("desk-pile-temuan")), not_understood=True)
        chat.data.pile, chat.data.typed = Pile.FOUND.value, typed
        return Next(LIST)
    chat.data.pile = answer.choice
    return Next(LIST)


async def _found(chat: Chat[DeskMemory], typed: str) -> list[CaseRow]:
    return await chat.run(pile_of, chat.contact.person_id, Pile.FOUND, typed)


def _workbook(chat: Chat[DeskMemory], which: str) -> Message:
    source, key = (CASE_WORKBOOK, "desk-workbook") if which == _ALL else (LAPOR_WORKBOOK, "desk-lapor")
    file = Attachment(
        source,
        {"person": chat.contact.person_id, "language": chat.contact.language},
        name=chat.t(f"{key}-file", at=chat.tx.now),
    )
    return Message(chat.t(f"{key}-ready"), document=file)


async def by_number(chat: Chat[DeskMemory], typed: str) -> Transition | None:
    """To the case whose number was typed; None where none was."""
    number = read_ticket_number(typed)
    row = await chat.run(case_by_number, number) if number else None
    if row is None:
        return None
    await chat.run(staff_view, chat.contact.person_id, row.id)
    chat.data.case_id = row.id
    return Next(CASE)


async def ask_list(chat: Chat[DeskMemory]) -> Message:
    """A page of a pile: what each case is about in the text, its number on a button."""
    data = chat.data
    title = _title(chat)
    rows, whole = await _rows(chat)
    last = max((len(rows) - 1) // _ON_A_PAGE, 0)
    page = min(data.page, last)
    shown = rows[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE]
    head = chat.t("desk-list", pile=title, n=len(rows)) if rows else chat.t("desk-empty", pile=title)
    lines = [listed(chat, row) for row in shown]
    turners = [Choice(_BEFORE, chat.t("page-before"))] if page else []
    turners += [Choice(_AFTER, chat.t("page-after"))] if page < last else []
    kinds = [Choice(_KIND, chat.t(f"desk-kind-{data.kind or 'all'}"))] if whole else []
    tables = table_choice(chat) if rows and not data.as_table else ()
    buttons = tuple(Choice(str(row.id), f"{_mark(chat, row)}{row.number}", short=row.number) for row in shown)
    told = _table(chat, head, rows) if data.as_table else Message("\n\n".join((head, *lines)))
    return replace(
        told,
        choices=(*buttons, *turners, *kinds, *tables),
        columns=2,
        below=(Choice(_BACK, chat.t("back")),),
        replaces=not data.as_table,
    )


def _title(chat: Chat[DeskMemory]) -> str:
    return chat.t(f"desk-pile-{chat.data.pile.replace('_', '-')}")


async def _rows(chat: Chat[DeskMemory]) -> tuple[list[CaseRow], int]:
    """Those of the chosen kind, and how many there are of all kinds."""
    data = chat.data
    found = await chat.run(pile_of, chat.contact.person_id, Pile(data.pile), data.typed)
    return [row for row in found if data.kind in ("", row.case.kind)], len(found)


def _table(chat: Chat[DeskMemory], title: str, rows: Sequence[CaseRow]) -> Message:
    return table_message(chat, case_table(chat, title, rows, in_full=lambda row: _is_mine(chat, row)))


def _is_mine(chat: Chat[DeskMemory], row: CaseRow) -> bool:
    return row.case.officer == str(chat.contact.person_id)


def _mark(chat: Chat[DeskMemory], row: CaseRow) -> str:
    case = row.case
    late = case.state.is_open and not case.state.waits_for_citizen and case.stage_due <= chat.tx.now
    return "🔴 " if late else ""


def listed(chat: Chat[DeskMemory], row: CaseRow) -> str:
    head = chat.t("desk-listed", number=row.number, kind=chat.t(f"case-kind-{row.case.kind}"))
    return f"{_mark(chat, row)}{head}\n{thread_line(chat.t, row, in_full=_is_mine(chat, row))}"


async def take_list(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    data = chat.data
    data.as_table = answer.choice == TABLE
    match answer.choice:
        case None:
            return await take_desk(chat, answer)
        case "kembali":
            data.page = 0
            return Next(DESK)
        case "sebelum" | "sesudah":
            data.page = max(data.page + (1 if answer.choice == _AFTER else -1), 0)
            return Next(LIST)
        case "tabel":
            return Next(LIST)
        case "jenis":
            data.kind = _KINDS[(_KINDS.index(data.kind) + 1) % len(_KINDS)]
            data.page = 0
            return Next(LIST)
    data.case_id = row_id(answer.choice) or 0
    return Next(CASE)


_DESK_KEYS: Final = frozenset({*(pile.value for pile in Pile if pile is not Pile.FOUND), _ALL, _LAPOR})
DESK_STEPS: Final = (
    Step(DESK, ask_desk, take_desk, CHOICE_OR_TEXT, places=True, keys=_DESK_KEYS),
    Step(LIST, ask_list, take_list, CHOICE_OR_TEXT, places=True),
)
