"""Words at an open case, or in reply to a message about one: an answer to its citizen, once the officer has confirmed it."""

from typing import Final

from conversations.kasus.desk import CASE
from conversations.kasus.memory import DeskMemory
from conversations.kasus.one_case import REPLY
from conversations.kasus.writing import carry_out
from conversations.shared.draft import ask_sure, not_yet
from conversations.shared.writing import WORDS_AND_FILES
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_ends import Quoted
from feedbackbot.domain.cases.terms import Action
from feedbackbot.usecases.cases.read_cases import case_of_message, staff_view
from feedbackbot.usecases.cases.staff import DESK_ROLES

_NOTE: Final = "catat"


async def take_reply(chat: Chat[DeskMemory], quoted: Quoted) -> Transition | None:
    """Which step it answers; the complaints of an officer's own are those of a citizen."""
    if not DESK_ROLES & chat.roles:
        return None
    row = await chat.run(case_of_message, quoted.number_of("case"), quoted.words)
    if row is None or row.person_id == chat.contact.person_id or row.id == chat.data.case_id:
        return None
    view = await chat.run(staff_view, chat.contact.person_id, row.id)
    chat.data.case_id, chat.data.doing = row.id, Action.ANSWER
    return Next(REPLY if Action.ANSWER in view.actions else CASE)


async def ask_reply(chat: Chat[DeskMemory]) -> Message:
    view = await chat.run(staff_view, chat.contact.person_id, chat.data.case_id)
    question = chat.t("case-reply-sure", number=view.row.number)
    may_note = Action.NOTE in view.actions and chat.data.draft and not chat.data.files
    note = (Choice(_NOTE, chat.t("case-do-note")),) if may_note else ()
    return ask_sure(chat, chat.data, question, *note)


async def take_answer(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice == _NOTE:
        data.doing = Action.NOTE
    elif instead := not_yet(chat, data, answer, back=Next(CASE)):
        return instead
    return await carry_out(chat, data.draft)


REPLY_STEP: Final = Step(REPLY, ask_reply, take_answer, WORDS_AND_FILES)
