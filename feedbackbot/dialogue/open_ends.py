"""What may stand open beside the present question: what was interrupted, a message replied to, a question that waits."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

from feedbackbot.dialogue.message import Choice
from feedbackbot.domain.subject import read_subject


class Interruption(BaseModel):
    """The memory of a conversation that can stand before another one until that goes on: `parked` is the other's state as JSON, empty where
    nothing else was under way."""

    parked: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A message of ours to which a person has replied in the chat app: its words, and the subject of its outbox row ("case:12") if it is
    known still."""

    words: str
    subject: str = ""

    def number_of(self, subject: str) -> int | None:
        """12 where the subject is `subject:12`."""
        return read_subject(self.subject).number_of(subject)


class Waits(StrEnum):
    """What free words may answer: nothing, a question, or something that was only told."""

    NOTHING = ""
    ASKED = "asked"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of ours that waits for an answer until `until`. Words that name one of `choices` are a tap on it. Other words
    and files are given to `step` of the conversation, entered with `memory`, which must ask before it sends anything to a person; without
    a step they are asked back as `question` if they could be an answer. `asides` decide nothing (why it is asked): words that name one open
    it at any time, and the question stays open. `subject` ("case:12") tells it from others. `told` is false where
    it may not have come to the chat yet: words are asked back then, however plain. `statement`: it asked nothing, so only words that come
    right after it answer it, or that nobody else wants. `certain` is the memory instead where nothing was said after it and nothing
    is under way: then there is no doubt whom the words are for."""

    subject: str
    asked_at: datetime
    until: datetime
    question: str
    choices: tuple[Choice, ...] = ()
    asides: tuple[Choice, ...] = ()
    step: str = ""
    memory: BaseModel | None = None
    certain: BaseModel | None = None
    told: bool = True
    statement: bool = False
