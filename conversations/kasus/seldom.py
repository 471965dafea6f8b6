"""What is done with a case less often: a colleague, a note, the same as another, not the city's, a mark of abuse."""

from typing import Final

from conversations.kasus.desk import CASE, LIST
from conversations.kasus.handing import COLLEAGUE
from conversations.kasus.lapor import LAPOR, say_fields
from conversations.kasus.memory import DeskMemory
from conversations.kasus.one_case import SELDOM, SELDOM_STEP, WRITE
from conversations.shared.case_words import thread_line
from conversations.shared.doors import row_id
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action
from feedbackbot.domain.cases.ticket_number import read_ticket_number
from feedbackbot.usecases.cases.like_cases import like
from feedbackbot.usecases.cases.merge import merge
from feedbackbot.usecases.cases.read_cases import case_by_number, set_flag, staff_view
from feedbackbot.usecases.cases.referrals import referral, referrals
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import staff_steps

WHICH, WHOSE = "gabung", "luar"
_BACK, _FLAG, _UNFLAG = "kembali", "tandai", "lepas"


async def ask_more(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    found = [Choice(action.value, chat.t(f"case-do-{action}")) for action in view.actions if action in SELDOM]
    found.append(Choice(LAPOR, chat.t("case-do-lapor")))
    if view.row.person_id is not None and view.row.case.state.is_open:
        flag = (_UNFLAG, "case-do-unflag") if view.flagged else (_FLAG, "case-do-flag")
        found.append(Choice(flag[0], chat.t(flag[1])))
    text = chat.t("case-more", number=view.row.number)
    return Message(text, tuple(found), columns=2, below=(Choice(_BACK, chat.t("back")),), replaces=True)


async def take_more(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    match answer.choice:
        case "kembali":
            return Next(CASE)
        case "tandai" | "lepas":
            on = answer.choice == _FLAG
            await chat.run(set_flag, chat.contact.person_id, chat.data.case_id, flagged=on)
            chat.say(chat.t("case-flag-set" if on else "case-flag-gone"))
            return Next(CASE)
        case "lapor":
            await say_fields(chat)
            return Next(LAPOR)
        case Action.ASSIGN.value:
            return Next(COLLEAGUE)
        case Action.MERGE.value:
            return Next(WHICH)
        case Action.REFER.value:
            return Next(WHOSE)
    chat.data.doing, chat.data.files = Action.NOTE, []
    return Next(WRITE, Action.NOTE.value)


async def ask_which(chat: Chat[DeskMemory]) -> Message:
    """Cases of the same unit that say nearly the same come first; any other by its number."""
    found = await chat.run(like, chat.contact.person_id, chat.data.case_id)
    mine = str(chat.contact.person_id)
    lines = [f"*{row.number}*\n{thread_line(chat.t, row, in_full=row.case.officer == mine)}" for row in found]
    choices = tuple(Choice(str(row.id), row.number) for row in found)
    text = "\n\n".join((chat.t("case-merge-which"), *lines))
    return Message(text, choices, columns=2, below=(Choice(_BACK, chat.t("back")),), replaces=True)


async def take_which(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return Next(CASE)
    into = row_id(answer.choice or "")
    if into is None:
        number = read_ticket_number(answer.text)
        row = await chat.run(case_by_number, number) if number else None
        if row is None:
            return Again(chat.t("desk-no-number"))
        into = row.id
    kept = await chat.run(merge, chat.contact.person_id, chat.data.case_id, into)
    chat.say(chat.t("case-did-merge", number=kept.number))
    chat.data.case_id = kept.id
    return Next(CASE)


async def ask_whose(chat: Chat[DeskMemory]) -> Message:
    choices = tuple(Choice(one.key, one.agency, short=one.short) for one in await chat.run(referrals))
    text = chat.t("case-refer-whose")
    return Message(text, choices, below=(Choice(_BACK, chat.t("back")),), replaces=True)


async def take_whose(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    """The citizen is told whose it is and how to reach it; what was sent stays, and is counted apart."""
    if answer.choice == _BACK:
        return Next(CASE)
    found = await chat.run(referral, answer.choice or "")
    words = chat.t("case-referred-to", agency=found.agency, matters=found.matters)
    ways = [found.contact] if found.contact else []
    told = "\n".join((words, *ways, chat.t("case-referred-lapor")))
    doing = CaseStep(Action.REFER, told, outside=found.key)
    await chat.run(staff_steps, chat.contact.person_id, chat.data.case_id, doing)
    chat.say(chat.t("case-did-refer", agency=found.agency))
    return Next(LIST)


SELDOM_STEPS: Final = (
    Step(SELDOM_STEP, ask_more, take_more),
    Step(WHICH, ask_which, take_which, CHOICE_OR_TEXT, places=False),
    Step(WHOSE, ask_whose, take_whose),
)
