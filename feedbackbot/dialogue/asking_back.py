"""An earlier question asked once more, because words that were typed may be its answer or not."""

from typing import Final

from pydantic import BaseModel, Field

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Back, Conversation, Hear, Step, Transition
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.dialogue.open_ends import Interruption

_ELSE: Final = "lain"


class Offered(BaseModel):
    """A choice of the earlier question, as `Choice`."""

    key: str
    label: str
    door: str
    also: tuple[str, ...] = ()
    means: str = ""


class AskedBack(Interruption):
    """`words` may answer `question`; `doors` are its choices."""

    question: str = ""
    doors: list[Offered] = Field(default_factory=list)
    words: str = ""


def asked_back(question: str, choices: tuple[Choice, ...], words: str) -> AskedBack:
    """The memory of asking `question` once more."""
    doors = [
        Offered(key=one.key, label=one.label, door=one.opens or "", also=one.also, means=one.means)
        for one in choices
    ]
    return AskedBack(question=question, doors=doors, words=words)


async def start(chat: Chat[AskedBack], argument: str) -> Transition:
    return Back()


async def ask(chat: Chat[AskedBack]) -> Message:
    data = chat.data
    doors = tuple(
        Choice(one.key, one.label, opens=EntryPoint(one.door), also=one.also, means=one.means)
        for one in data.doors
    )
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
