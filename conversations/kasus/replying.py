"""A reply in the chat app to a message about a case: an answer to its citizen, once the officer has confirmed it."""

from typing import Final

from conversations.kasus.desk import CASE
from conversations.kasus.memory import DeskMemory
from conversations.shared.draft import ask_sure, not_yet
from conversations.shared.writing import WORDS_AND_FILES
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.open_ends import Quoted
from feedbackbot.domain.cases.terms import Action
from feedbackbot.usecases.cases.read_cases import case_of_message, staff_view
from feedbackbot.usecases.cases.staff import DESK_ROLES
from feedbackbot.usecases.cases.step_case import Step as CaseStep
from feedbackbot.usecases.cases.step_case import staff_steps

REPLY = "balas"


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
    return ask_sure(chat, chat.data, chat.t("case-reply-sure", number=view.row.number))


async def take_answer(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    data = chat.data
    if instead := not_yet(chat, data, answer, back=Next(CASE)):
        return instead
    doing = CaseStep(data.doing, data.draft, data.kept())
    await chat.run(staff_steps, chat.contact.person_id, data.case_id, doing)
    data.clear()
    chat.say(chat.t(f"case-did-{data.doing}"))
    return Next(CASE)


REPLY_STEP: Final = Step(REPLY, ask_reply, take_answer, WORDS_AND_FILES)
