""" "Maksudnya batal?": asked where words may be meant to end what is under way, and may as well be an answer."""

from typing import Final

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Back, Conversation, Leave, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_ends import Interruption

_YES, _ON, _ANSWER = "ya", "lanjut", "jawaban"
_MOST_SHOWN = 60


class Stopping(Interruption):
    """`words`: what was typed. `answers`: the interrupted question takes words, so they may be its answer."""

    words: str = ""
    answers: bool = False


async def start(chat: Chat[Stopping], argument: str) -> Transition:
    return Back()


async def ask(chat: Chat[Stopping]) -> Message:
    data = chat.data
    choices = [Choice(_YES, chat.t("stop-yes"), means="yes cancel stop")]
    if data.answers:
        choices.append(Choice(_ANSWER, chat.t("stop-is-answer")))
    choices.append(Choice(_ON, chat.t("stop-no"), means="no"))
    return Message(chat.t("stop-sure", words=data.words[:_MOST_SHOWN]), tuple(choices), replaces=True)


async def take(chat: Chat[Stopping], answer: Answer) -> Transition:
    if answer.choice == _YES:
        return Leave()
    return Back(Answer(Kind.TEXT, text=chat.data.words) if answer.choice == _ANSWER else None)


STOPPING: Final = Conversation(
    "henti",
    start,
    (Step("yakin", ask, take, keys=frozenset({_YES, _ON, _ANSWER})),),
    data=Stopping,
    interrupts_only=True,
)
