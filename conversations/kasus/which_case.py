"""Words that an officer wrote without a case open: which of the citizens they are for."""

from typing import Final

from conversations.kasus.desk import CASE, DESK, by_number, listed, start
from conversations.kasus.memory import DeskMemory
from conversations.kasus.one_case import REPLY
from conversations.shared.doors import row_id
from conversations.shared.handed import handed_in
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Next, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.terms import Action
from feedbackbot.domain.cases.words import beginning, quoted
from feedbackbot.usecases.cases.read_cases import staff_view, to_be_answered

WHICH_CASE: Final = "untuk"
_BACK: Final = "kembali"
_MOST_LISTED: Final = 6
"""What is due first; another one is opened by its number."""
_MOST_SHOWN: Final = 200


async def start_with_words(chat: Chat[DeskMemory], argument: str) -> Transition:
    """`argument`: what was written for a citizen (`Handed`), or as for the desk."""
    if (words := handed_in(argument)) is None:
        return await start(chat, argument)
    data = chat.data
    data.draft, data.files, data.doing = words.words, words.files, Action.ANSWER
    rows = await chat.run(to_be_answered, chat.contact.person_id)
    return await _for_case(chat, rows[0].id) if len(rows) == 1 else Next(WHICH_CASE)


async def ask_which_case(chat: Chat[DeskMemory]) -> Message:
    rows = (await chat.run(to_be_answered, chat.contact.person_id))[:_MOST_LISTED]
    lines = [chat.t("case-reply-which")]
    if chat.data.draft:
        lines.append(quoted(beginning(chat.data.draft, _MOST_SHOWN)))
    lines += [listed(chat, row) for row in rows]
    choices = tuple(Choice(str(row.id), row.number) for row in rows)
    back = Choice(_BACK, chat.t("back"), means="back no")
    return Message("\n\n".join(lines), choices, columns=2, below=(back,), replaces=True)


async def take_which_case(chat: Chat[DeskMemory], answer: Answer) -> Transition:
    if answer.choice == _BACK:
        return _nothing_sent(chat, Next(DESK))
    if answer.choice is not None:
        return await _for_case(chat, row_id(answer.choice) or 0)
    if await by_number(chat, answer.text) is None:
        return Again(chat.t("desk-no-number"), not_understood=True)
    return await _for_case(chat, chat.data.case_id)


async def _for_case(chat: Chat[DeskMemory], case_id: int) -> Transition:
    view = await chat.run(staff_view, chat.contact.person_id, case_id)  # refuses what is not on this desk
    chat.data.case_id = case_id
    return Next(REPLY) if Action.ANSWER in view.actions else _nothing_sent(chat, Next(CASE))


def _nothing_sent(chat: Chat[DeskMemory], then: Transition) -> Transition:
    chat.data.clear()
    chat.say(chat.t("case-nothing-sent"))
    return then


WHICH_STEP: Final = Step(WHICH_CASE, ask_which_case, take_which_case, CHOICE_OR_TEXT)
