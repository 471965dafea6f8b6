"""The piles of a desk."""

from typing import Final

from conversations.kasus.memory import DeskMemory
from conversations.shared.doors import menu_door, row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.ticket_number import read_ticket_number
from feedbackbot.usecases.cases.read_cases import CaseRow, Pile, case_by_number, desk_of, pile_of, staff_view

DESK, LIST, CASE = "meja", "daftar", "satu"
_BACK: Final = "kembali"


async def start(chat: Chat[DeskMemory], argument: str) -> Transition:
    """`argument`: nothing, or a case's number."""
    if argument and (found := await _by_number(chat, argument)):
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
        (*piles, closed),
        columns=2,
        below=(menu_door(chat),),
        replaces=True,
    )


def _pile(chat: Chat[DeskMemory], pile: Pile, n: int) -> str:
    return f"{chat.t(f'desk-pile-{pile.value.replace(chr(95), chr(45))}')} ({n})"


async def take_desk(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    if answer.choice is None:
        return await _by_number(chat, answer.text) or Again(chat.t("desk-no-number"))
    chat.data.pile = answer.choice
    return Next(LIST)


async def _by_number(chat: Chat[DeskMemory], typed: str) -> Transition | None:
    number = read_ticket_number(typed)
    row = await chat.run(case_by_number, number) if number else None
    if row is None:
        return None
    await chat.run(staff_view, chat.contact.person_id, row.id)
    chat.data.case_id = row.id
    return Next(CASE)


async def ask_list(chat: Chat[DeskMemory]) -> Message:
    pile = Pile(chat.data.pile)
    rows = await chat.run(pile_of, chat.contact.person_id, pile)
    title = chat.t(f"desk-pile-{pile.value.replace('_', '-')}")
    text = chat.t("desk-list", pile=title, n=len(rows)) if rows else chat.t("desk-empty", pile=title)
    return Message(
        text,
        tuple(_listed(chat, row) for row in rows),
        below=(Choice(_BACK, chat.t("back")),),
        replaces=True,
    )


def _listed(chat: Chat[DeskMemory], row: CaseRow) -> Choice:
    late = (
        row.case.state.is_open and not row.case.state.waits_for_citizen and row.case.stage_due <= chat.tx.now
    )
    label = chat.t(
        "desk-listed",
        mark="🔴 " if late else "",
        number=row.number,
        kind=chat.t(f"case-kind-{row.case.kind}"),
        due=row.case.stage_due,
    )
    return Choice(str(row.id), label, short=row.number)


async def take_list(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(DESK)
    chat.data.case_id = row_id(answer.choice or "") or 0
    return Next(CASE)


DESK_STEPS: Final = (
    Step(DESK, ask_desk, take_desk, CHOICE_OR_TEXT, places=True, keys=frozenset(pile.value for pile in Pile)),
    Step(LIST, ask_list, take_list),
)
