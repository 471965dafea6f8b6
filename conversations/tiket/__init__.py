"""A citizen's own cases: how they stand, writing to the officer, and the last word, which is the citizen's."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.case_words import done_choices, head_of, thread_line, timeline_of
from conversations.shared.doors import menu_door, row_id
from conversations.shared.tables import TABLE, case_table, table_choice, table_message
from conversations.shared.writing import SEND, WORDS_AND_FILES, ask_words, say_files, take_file
from conversations.tiket.answers import ANSWER_STEPS, open_questions, take_edit, take_late
from conversations.tiket.memory import Ticket
from conversations.tiket.notices import CITIZEN_NOTICES
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Again,
    Answer,
    Conversation,
    Done,
    Entry,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.file_sources import CASE_HISTORY
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_ends import Quoted
from feedbackbot.domain.cases.terms import Action, CaseState
from feedbackbot.domain.cases.ticket_number import read_ticket_number
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.read_cases import (
    CaseView,
    case_by_number,
    case_of_message,
    cases_of_person,
    citizen_view,
)
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import citizen_steps

WRITE, WHY = "tulis", "alasan"
_BACK: Final = "batal"
_MOST_SHOWN: Final = 900
_MOST_LISTED, _MOST_IN_TABLE = 8, 100


async def start(chat: Chat[Ticket], argument: str) -> Transition:
    """`argument`: nothing, or the number of a case."""
    number = read_ticket_number(argument) if argument else None
    row = await chat.run(case_by_number, number) if number else None
    if row is not None and row.person_id == chat.contact.person_id:
        return Done(await _shown(chat, await chat.run(citizen_view, row.person_id, row.id)))
    if argument:
        chat.say(chat.t("case-not-found", words=argument[:40]))
    return Done(await _list(chat))


async def enter(chat: Chat[Ticket], argument: str) -> Transition:
    """`<case>` shows it, `<case>.<verb>` does something with it, "tabel" lists all in a table, anything else as text."""
    number, _, verb = argument.partition(".")
    case_id = row_id(number)
    if argument == TABLE:
        return Stay(await _table(chat))
    if case_id is None:
        return Stay(await _list(chat))
    view = await chat.run(citizen_view, chat.contact.person_id, case_id)
    match verb:
        case "tulis" if Action.WRITE in view.actions:
            chat.data.case_id = case_id
            return Next(WRITE)
        case "riwayat":
            return Stay(_history(chat, view))
        case "berkas":
            say_files(chat, view.row.number, view.files)
        case "ya":
            await chat.run(citizen_steps, chat.contact.person_id, case_id, CaseStep(Action.CONFIRM))
            return Stay(Message(chat.t("case-confirmed", number=view.row.number), replaces=True))
        case "tidak":
            await chat.run(citizen_steps, chat.contact.person_id, case_id, CaseStep(Action.REFUSE))
            chat.data.case_id = case_id
            return Next(WHY)
        case "tarik":
            sure = Choice(f"{case_id}.tarikya", chat.t("case-withdraw-sure"), opens=to.TICKET)
            return Stay(
                Message(chat.t("case-withdraw-question", number=view.row.number), (sure, menu_door(chat)))
            )
        case "tarikya":
            await chat.run(citizen_steps, chat.contact.person_id, case_id, CaseStep(Action.WITHDRAW))
            word = chat.t("case-withdrawn", number=view.row.number)
            return Stay(Message(word, (menu_door(chat),), replaces=True))
    return Stay(await _shown(chat, view))


async def score(chat: Chat[Ticket], argument: str) -> Transition:
    """`<case>.<1-4>`: how the handling was."""
    number, _, value = argument.partition(".")
    doing = CaseStep(Action.SCORE, score=row_id(value) or 0)
    row = await chat.run(citizen_steps, chat.contact.person_id, row_id(number) or 0, doing)
    return Stay(Message(chat.t("case-scored", number=row.number), (menu_door(chat),), replaces=True))


async def _list(chat: Chat[Ticket]) -> Message:
    rows = await chat.run(cases_of_person, chat.contact.person_id, _MOST_LISTED)
    new = Choice("baru", chat.t("case-new"), opens=to.REPORT_CASE)
    if not rows:
        return Message(chat.t("case-none-yet"), (new, menu_door(chat)))
    choices = tuple(
        Choice(
            str(row.id),
            chat.t("case-listed", number=row.number, state=chat.t(f"case-state-{row.case.state}")),
            short=row.number,
            opens=to.TICKET,
        )
        for row in rows
    )
    lines = [
        f"*{row.number}* ({chat.t(f'case-kind-{row.case.kind}')})\n{thread_line(chat.t, row, in_full=True)}"
        for row in rows
    ]
    text = "\n\n".join((chat.t("case-mine-title"), *lines))
    return Message(text, (*choices, *table_choice(chat, to.TICKET)), below=(new, menu_door(chat)))


async def _table(chat: Chat[Ticket]) -> Message:
    rows = await chat.run(cases_of_person, chat.contact.person_id, _MOST_IN_TABLE)
    table = case_table(chat, chat.t("case-mine-title"), rows, in_full=lambda _: True)
    return table_message(chat, table, menu_door(chat))


async def _shown(chat: Chat[Ticket], view: CaseView) -> Message:
    lines = head_of(chat, view)
    lines += ["", quoted(beginning(view.row.words, _MOST_SHOWN))] if view.row.words else []
    steps = await timeline_of(chat, view.timeline, citizen=True)
    if steps:
        lines += ["", *steps]
    return Message("\n".join(lines), (*_doors(chat, view), menu_door(chat)))


def _history(chat: Chat[Ticket], view: CaseView) -> Message:
    file = Attachment(
        CASE_HISTORY,
        {"case": view.row.id, "person": chat.contact.person_id, "language": chat.contact.language},
        name=chat.t("history-file", number=view.row.number),
    )
    return Message(chat.t("history-ready", number=view.row.number), (menu_door(chat),), document=file)


def _doors(chat: Chat[Ticket], view: CaseView) -> tuple[Choice, ...]:
    case_id = view.row.id
    found: list[Choice] = []
    if view.row.case.state is CaseState.DONE:
        found += done_choices(chat.t, case_id)
    elif Action.REFUSE in view.actions:
        found.append(Choice(f"{case_id}.tidak", chat.t("case-not-done"), opens=to.TICKET))
    if view.files:
        found.append(Choice(f"{case_id}.berkas", chat.t("case-do-files", n=len(view.files)), opens=to.TICKET))
    if Action.WRITE in view.actions:
        found.append(Choice(f"{case_id}.tulis", chat.t("case-reply"), opens=to.TICKET))
    found.append(Choice(f"{case_id}.riwayat", chat.t("case-history"), opens=to.TICKET))
    if Action.WITHDRAW in view.actions:
        found.append(Choice(f"{case_id}.tarik", chat.t("case-withdraw"), opens=to.TICKET))
    return tuple(found)


async def ask_write(chat: Chat[Ticket]) -> Message:
    view = await chat.run(citizen_view, chat.contact.person_id, chat.data.case_id)
    question = chat.t("case-write", number=view.row.number, unit=view.unit)
    return ask_words(chat, chat.data, question, Choice(_BACK, chat.t("back")))


async def ask_why(chat: Chat[Ticket]) -> Message:
    view = await chat.run(citizen_view, chat.contact.person_id, chat.data.case_id)
    question = chat.t("case-reopened", number=view.row.number, due=view.row.case.stage_due)
    return ask_words(chat, chat.data, question, Choice(_BACK, chat.t("skip")))


async def take_words(chat: Chat[Ticket], answer: Answer) -> Transition:
    """Both steps: what was written goes to the officer."""
    data = chat.data
    if answer.choice == _BACK:
        view = await chat.run(citizen_view, chat.contact.person_id, data.case_id)
        return Done(await _shown(chat, view))
    if refused := take_file(chat, data, answer):
        return Again(refused)
    if answer.file is not None and not answer.text:
        return Again()
    words = "" if answer.choice == SEND else answer.text
    doing = CaseStep(Action.WRITE, words, data.kept())
    row = await chat.run(citizen_steps, chat.contact.person_id, data.case_id, doing)
    see = Choice(str(row.id), chat.t("case-see"), opens=to.TICKET)
    # whoever was asked whether it is done, and writes instead, is still asked
    asked = done_choices(chat.t, row.id) if row.case.state is CaseState.DONE else ()
    return Done(Message(chat.t("case-written", number=row.number), (*asked, see, menu_door(chat))))


async def take_reply(chat: Chat[Ticket], quoted: Quoted) -> Transition | None:
    """Words in reply to a message about a case go to its officer; where nothing can be written any more, how it stands."""
    row = await chat.run(case_of_message, quoted.number_of("case"), quoted.words)
    if row is None or row.person_id != chat.contact.person_id or row.id == chat.data.case_id:
        return None
    view = await chat.run(citizen_view, chat.contact.person_id, row.id)
    if Action.WRITE not in view.actions:
        chat.say(chat.t("case-reply-too-late", number=row.number))
        return Stay(await _shown(chat, view))
    chat.data.case_id = row.id
    return Next(WRITE)


CONVERSATION: Final = Conversation(
    "tiket",
    start,
    (
        Step(WRITE, ask_write, take_words, WORDS_AND_FILES),
        Step(WHY, ask_why, take_words, WORDS_AND_FILES),
        *ANSWER_STEPS,
    ),
    data=Ticket,
    drafts=("draft",),
    entries=(Entry(to.TICKET, enter), Entry(to.HANDLING_SCORE, score)),
    notices=CITIZEN_NOTICES,
    take_reply=take_reply,
    open_questions=open_questions,
    take_edit=take_edit,
    take_late=take_late,
)
