"""An earlier question asked once more, because words that were typed may be its answer or not."""

from typing import Final

from pydantic import Field

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    Answer,
    Back,
    Conversation,
    Hear,
    Interruption,
    Step,
    Transition,
)
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message

_ELSE: Final = "lain"


class AskedBack(Interruption):
    """`words` may answer `question`; `doors` are its choices: (key, label, door)."""

    question: str = ""
    doors: list[tuple[str, str, str]] = Field(default_factory=list)
    words: str = ""


async def start(chat: Chat[AskedBack], argument: str) -> Transition:
    return Back()


async def ask(chat: Chat[AskedBack]) -> Message:
    data = chat.data
    doors = tuple(Choice(key, label, door=door) for key, label, door in data.doors)
    return Message(data.question, doors, below=(Choice(_ELSE, chat.t("open-something-else")),), replaces=True)


async def take(chat: Chat[AskedBack], answer: Answer) -> Transition:
    return Hear(Answer(Kind.TEXT, text=chat.data.words))


ASKED_BACK: Final = Conversation(
    "tanyabalik",
    start,
    (Step("maksud", ask, take),),
    data=AskedBack,
    interrupts_only=True,
)
