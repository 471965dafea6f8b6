"""A conversation that notes each word and says it back, and what people may do to it."""

import json
from itertools import count

from pydantic import BaseModel
from sqlalchemy import insert

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Answer, Command, Conversation, Next, Step, Transition
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL

BROKEN, REFUSED, SILENT = "rusak", "tolak", "diam"


class _Words(BaseModel):
    heard: list[str] = []


async def _ask(chat: Chat[_Words]) -> Message:
    if chat.data.heard[-1:] == [SILENT]:
        raise KeyError("nothing can be asked any more")
    return Message(f"heard {' '.join(chat.data.heard[-1:])}", (Choice("go", "Go on"),), replaces=True)


def _note(tx: Transaction, word: str) -> None:
    tx.run(insert(audit), {"at": tx.now, "action": "heard", "subject": word})


async def _take(chat: Chat[_Words], answer: Answer) -> Transition:
    word = answer.choice or answer.text
    await chat.run(_note, word)
    if word == BROKEN:
        raise KeyError("a fault of ours")
    if word == REFUSED:
        raise FeedbackbotError("error-unexpected")
    chat.data.heard.append(word)
    return Next("word", str(len(chat.data.heard)))


async def _start(_: Chat[_Words], __: str) -> Transition:
    return Next("word")


WORDS = Conversation(
    "words",
    _start,
    (Step("word", _ask, _take, accepts=frozenset({"choice", "text"})),),
    _Words,
    commands=(Command("kata"),),
)


def read(body: str) -> Incoming:
    """What the tests write into the inbox."""
    told = json.loads(body)
    if told.get("tap"):
        return Incoming(
            CHANNEL, told["chat"], Kind.TAP, data=told["data"], tap_id=told["tap"], message_ref="1"
        )
    if told.get("nothing"):
        return Incoming(CHANNEL, told["chat"], Kind.NOTHING)
    if told.get("group"):
        return Incoming(CHANNEL, "", Kind.NOTHING, group=told["group"])
    text = told["text"]
    if text.startswith("/"):
        return Incoming(CHANNEL, told["chat"], Kind.COMMAND, command=text[1:])
    return Incoming(CHANNEL, told["chat"], Kind.TEXT, text=text)


_numbers = count(1)


def says(name: str, word: str, *, number: int | None = None) -> Arrival:
    number = number or next(_numbers)
    return Arrival(CHANNEL, str(number), name, number, json.dumps({"chat": name, "text": word}))


def taps(name: str, data: str) -> Arrival:
    number = next(_numbers)
    body = {"chat": name, "tap": f"tap {number}", "data": data}
    return Arrival(CHANNEL, str(number), name, number, json.dumps(body))


def nothing(name: str) -> Arrival:
    """Something that wants no answer."""
    number = next(_numbers)
    return Arrival(CHANNEL, str(number), name, number, json.dumps({"chat": name, "nothing": True}))
