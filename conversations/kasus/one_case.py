"""One case on the desk, and what is done with it."""

from typing import Final

from conversations.kasus.desk import CASE, LIST, by_number
from conversations.kasus.memory import DeskMemory
from conversations.shared.case_words import head_of, timeline_of
from conversations.shared.draft import begin_draft
from conversations.shared.unit_choice import SEARCH
from conversations.shared.writing import WORDS_AND_FILES, say_files
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.read_cases import CaseView, staff_view
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import staff_steps

WRITE, REPLY, SELDOM_STEP = "tulis", "balas", "lain"
SELDOM: Final = frozenset({Action.ASSIGN, Action.NOTE, Action.REFER, Action.MERGE})
"""What stands behind "more"."""
_BACK: Final = "kembali"
_WORDS, _FILES, _MORE = "lengkap", "berkas", "lain"
_MOST_SHOWN = 900
_WRITTEN = (Action.ANSWER, Action.ASK_BACK, Action.MARK_DONE)
_AT_ONCE = (Action.TAKE, Action.ORDER_FIELD_CHECK)


async def ask_case(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    row = view.row
    lines = head_of(chat, view)
    lines.append(
        chat.t("case-line-sender", name=row.told_name) if row.told_name else chat.t("case-line-anonymous")
    )
    if view.flagged:
        lines.append(chat.t("case-line-flagged"))
    lines += _standing(chat, view)
    hidden = "case-hidden" if row.words else "case-erased"
    lines += ["", quoted(beginning(view.words, _MOST_SHOWN)) if view.words else chat.t(hidden)]
    steps = await timeline_of(chat, view.timeline, citizen=False, in_full=view.in_full)
    if steps:
        lines += ["", *steps]
    return Message(
        "\n".join(lines),
        _choices(chat, view),
        columns=2,
        below=(Choice(_BACK, chat.t("back")),),
        replaces=True,
    )


def _standing(chat: Chat[DeskMemory], view: CaseView) -> list[str]:
    """What it is joined with, and that something in it is hidden from this reader."""
    lines = []
    if view.into:
        lines.append(chat.t("case-line-into", number=view.into))
    if view.merged:
        lines.append(chat.t("case-line-merged", n=len(view.merged), numbers=", ".join(view.merged)))
    if view.row.confidential:
        lines.append(chat.t("case-line-confidential"))
    if not view.in_full and view.words != (view.row.words or ""):
        lines.append(chat.t("case-line-masked"))
    return lines


def _choices(chat: Chat[DeskMemory], view: CaseView) -> tuple[Choice, ...]:
    found = [
        Choice(action.value, chat.t(f"case-do-{action}")) for action in view.actions if action not in SELDOM
    ]
    if len(view.words) > _MOST_SHOWN:
        found.append(Choice(_WORDS, chat.t("case-do-read-all")))
    if view.files and (view.in_full or not view.row.confidential):
        found.append(Choice(_FILES, chat.t("case-do-files", n=len(view.files))))
    return (*found, Choice(_MORE, chat.t("case-do-more")))


async def take_case(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    person, case_id = chat.contact.person_id, chat.data.case_id
    view = await chat.run(staff_view, person, case_id)
    match answer.choice:
        case None:
            return await _written(chat, view, answer)
        case "kembali":
            chat.data.case_id = 0
            return Next(LIST)
        case "lengkap":
            chat.say(quoted(view.words or "–"))
            return Again()
        case "berkas":
            say_files(chat, view.row.number, view.files)
            return Again()
        case "lain":
            return Next(SELDOM_STEP)
    return await _do(chat, Action(answer.choice or ""))


async def _written(chat: Chat[DeskMemory], view: CaseView, answer: Answer) -> Transition:
    """Words at an open case are most likely for its citizen, which is asked; the number of another one opens that."""
    if found := await by_number(chat, answer.text):
        return found
    if Action.ANSWER not in view.actions:
        return Again(chat.t("case-nothing-sent"))
    chat.data.doing = Action.ANSWER
    return begin_draft(chat, chat.data, answer, Next(REPLY))


async def _do(chat: Chat[DeskMemory], action: Action) -> Transition:
    if action in _AT_ONCE:
        await chat.run(staff_steps, chat.contact.person_id, chat.data.case_id, CaseStep(action))
        return Again(chat.t(f"case-did-{action}"))
    if action in _WRITTEN:
        chat.data.doing, chat.data.files = action, []
        return Next(WRITE, action.value)
    return Next(SEARCH)


CASE_STEPS: Final = (Step(CASE, ask_case, take_case, WORDS_AND_FILES, places=True),)
