"""Whoever told something comes back by code and PIN, from any chat: how it stands, what was answered, and more to tell."""

from typing import Final

from conversations.shared.doors import menu_door
from conversations.shared.tip_words import tip_head, tip_lines
from conversations.shared.writing import WORDS_AND_FILES, take_file
from conversations.wbs.memory import TipDraft
from conversations.wbs.telling import CODE, OPEN, take_code
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Done, Step, Transition
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.cases.tips import add_to_tip, sender_view

_STOP, _CLOSE = "batal", "tutup"


async def ask_code(chat: Chat[TipDraft]) -> Message:
    return Message(chat.t("tip-ask-code"), below=(Choice(_STOP, chat.t("stop-here")),), replaces=True)


async def ask_open(chat: Chat[TipDraft]) -> Message:
    """Words and files that are sent now are added to it."""
    view = await chat.run(sender_view, chat.data.tip_id)
    lines = [*tip_head(chat, view), "", *tip_lines(chat, view, sender=True), "", chat.t("tip-add")]
    return Message("\n".join(lines), below=(Choice(_CLOSE, chat.t("tip-close")),), replaces=True)


async def take_open(chat: Chat[TipDraft], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice is not None:
        return Done(Message(chat.t("tip-left"), (menu_door(chat),), replaces=True))
    data.files = []
    if refused := take_file(chat, data, answer):
        return Again(refused)
    await chat.run(add_to_tip, data.tip_id, answer.text, data.kept())
    data.files = []
    return Again(chat.t("tip-added"))


BACK_STEPS: Final = (
    Step(CODE, ask_code, take_code, CHOICE_OR_TEXT, keys=frozenset({_STOP}), places=False),
    Step(OPEN, ask_open, take_open, WORDS_AND_FILES, keys=frozenset({_CLOSE}), places=False),
)
