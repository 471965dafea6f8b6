"""Words at a low score, or in reply to a message about one: to the officer, or to the citizen once the officer has confirmed it."""

from typing import Final

from conversations.pulih.citizen import REPLY
from conversations.pulih.memory import Recovery
from conversations.pulih.officer import ALERT, OFFICER_REPLY
from conversations.shared.doors import menu_door
from conversations.shared.draft import ask_sure, not_yet
from conversations.shared.writing import WORDS_AND_FILES
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Next, Stay, Step, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.open_ends import Quoted
from feedbackbot.domain.subject import read_subject
from feedbackbot.usecases.cases.relay import (
    TALK,
    alert_of_citizen,
    alert_of_message,
    officer_view,
    officer_writes,
)
from feedbackbot.usecases.cases.staff import DESK_ROLES


async def take_reply(chat: Chat[Recovery], quoted: Quoted) -> Transition | None:
    """Which step it answers. Only messages that are known still are understood: their words name no number."""
    person_id = chat.contact.person_id
    kind, name = read_subject(quoted.subject)
    if kind not in ("recovery", TALK) or name == chat.data.talk:
        return None
    if own := await chat.run(alert_of_citizen, person_id, name):
        if own.settled_at is not None:
            return Stay(Message(chat.t("recovery-reply-too-late"), (menu_door(chat),)))
        chat.data.talk = name
        return Next(REPLY)
    if not DESK_ROLES & chat.roles:
        return None
    alert_id = await chat.run(alert_of_message, person_id, quoted.subject)
    if alert_id is None or alert_id == chat.data.alert_id:
        return None
    view = await chat.run(officer_view, person_id, alert_id)
    chat.data.alert_id = alert_id
    return Next(OFFICER_REPLY if view.may_write else ALERT)


async def ask_reply(chat: Chat[Recovery]) -> Message:
    return ask_sure(chat, chat.data, chat.t("recovery-reply-sure"))


async def take_answer(chat: Chat[Recovery], answer: Answer) -> Transition:
    data = chat.data
    if instead := not_yet(chat, data, answer, back=Next(ALERT)):
        return instead
    person_id = chat.contact.person_id
    await chat.run(officer_writes, person_id, data.alert_id, data.draft, data.kept())
    data.clear()
    chat.say(chat.t("recovery-written"))
    return Next(ALERT)


REPLY_STEP: Final = Step(OFFICER_REPLY, ask_reply, take_answer, WORDS_AND_FILES)
