"""One case on the desk, and what is done with it."""

from typing import Final

from conversations import entry_points as to
from conversations.kasus.desk import CASE, LIST
from conversations.kasus.memory import DeskMemory
from conversations.shared.case_words import head_of, timeline_of
from conversations.shared.unit_choice import SEARCH, UnitSteps
from conversations.shared.writing import SEND, WORDS_AND_FILES, ask_words, say_files, take_file
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.read_cases import CaseView, set_flag, staff_view
from feedbackbot.usecases.cases.staff import desk_units
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import staff_steps
from feedbackbot.usecases.units.find_unit import UnitRow

WRITE = "tulis"
_BACK: Final = "kembali"
_WORDS, _FILES, _FLAG, _UNFLAG = "lengkap", "berkas", "tandai", "lepas"
_MOST_SHOWN = 900
_WRITTEN = (Action.ANSWER, Action.ASK_BACK, Action.MARK_DONE)
_AT_ONCE = (Action.TAKE, Action.ORDER_FIELD_CHECK)
_NEEDS_WORDS = (Action.ASK_BACK, Action.MARK_DONE)


async def ask_case(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    row = view.row
    lines = head_of(chat, view)
    lines.append(
        chat.t("case-line-sender", name=row.told_name) if row.told_name else chat.t("case-line-anonymous")
    )
    if view.flagged:
        lines.append(chat.t("case-line-flagged"))
    words = row.words or chat.t("case-erased")
    lines += ["", quoted(beginning(words, _MOST_SHOWN))]
    steps = await timeline_of(chat, view.timeline, citizen=False)
    if steps:
        lines += ["", *steps]
    return Message(
        "\n".join(lines),
        _choices(chat, view),
        columns=2,
        below=(Choice(_BACK, chat.t("back")),),
        replaces=True,
    )


def _choices(chat: Chat[DeskMemory], view: CaseView) -> tuple[Choice, ...]:
    found = [Choice(action.value, chat.t(f"case-do-{action}")) for action in view.actions]
    if len(view.row.words or "") > _MOST_SHOWN:
        found.append(Choice(_WORDS, chat.t("case-do-read-all")))
    if view.files:
        found.append(Choice(_FILES, chat.t("case-do-files", n=len(view.files))))
    if view.row.person_id is not None and view.row.case.state.is_open:
        found.append(
            Choice(_UNFLAG, chat.t("case-do-unflag"))
            if view.flagged
            else Choice(_FLAG, chat.t("case-do-flag"))
        )
    return tuple(found)


async def take_case(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    person, case_id = chat.contact.person_id, chat.data.case_id
    view = await chat.run(staff_view, person, case_id)
    match answer.choice:
        case "kembali":
            chat.data.case_id = 0
            return Next(LIST)
        case "lengkap":
            chat.say(quoted(view.row.words or "–"))
            return Again()
        case "berkas":
            say_files(chat, view.row.number, view.files)
            return Again()
        case "tandai" | "lepas":
            await chat.run(set_flag, person, case_id, flagged=answer.choice == _FLAG)
            return Again(chat.t("case-flag-set" if answer.choice == _FLAG else "case-flag-gone"))
    return await _do(chat, Action(answer.choice or ""))


async def _do(chat: Chat[DeskMemory], action: Action) -> Transition:
    if action in _AT_ONCE:
        await chat.run(staff_steps, chat.contact.person_id, chat.data.case_id, CaseStep(action))
        return Again(chat.t(f"case-did-{action}"))
    if action in _WRITTEN:
        chat.data.doing, chat.data.files = action, []
        return Next(WRITE, action.value)
    return Next(SEARCH)


async def ask_write(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    question = chat.t(f"case-write-{chat.data.doing}", number=view.row.number)
    return ask_words(chat, chat.data, question, Choice(_BACK, chat.t("back")))


async def take_write(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _BACK:
        data.files = []
        return Next(CASE)
    if refused := take_file(chat, data, answer):
        return Again(refused)
    words = "" if answer.choice == SEND else answer.text
    if answer.file is not None and not words:
        return Again()
    if not words and data.doing in _NEEDS_WORDS:
        return Again(chat.t("case-words-needed"))
    doing = CaseStep(data.doing, words, data.kept())
    await chat.run(staff_steps, chat.contact.person_id, data.case_id, doing)
    data.files = []
    chat.say(chat.t(f"case-did-{data.doing}"))
    return Next(CASE)


async def _unit_chosen(chat: Chat[DeskMemory], unit: UnitRow, service_id: int | None) -> Transition:
    person, case_id = chat.contact.person_id, chat.data.case_id
    doing = CaseStep(Action.HAND_OVER, to_unit=unit.id)
    await chat.run(staff_steps, person, case_id, doing)
    chat.say(chat.t("case-did-hand-over", unit=unit.short_name))
    units = await chat.run(desk_units, person)
    return Next(CASE if units is None or unit.id in units else LIST)


async def _not_at_all(chat: Chat[DeskMemory]) -> tuple[Choice, ...]:
    return (Choice(str(chat.data.case_id), chat.t("case-stays-here"), opens=to.DESK),)


_UNITS: Final = UnitSteps("case-hand-over-where", _unit_chosen, with_services=False, first=_not_at_all)

CASE_STEPS: Final = (
    Step(CASE, ask_case, take_case),
    Step(WRITE, ask_write, take_write, WORDS_AND_FILES),
    *_UNITS.steps,
)
