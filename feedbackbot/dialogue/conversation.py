"""The vocabulary of a conversation: steps, transitions, entries, commands."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.dialogue.message import Message
from feedbackbot.dialogue.notices import Say
from feedbackbot.dialogue.open_ends import OpenQuestion, Quoted, Waits
from feedbackbot.domain.forms.filled import Filled
from feedbackbot.domain.forms.form import Form

if TYPE_CHECKING:
    from feedbackbot.dialogue.chat import Chat

_KEY = re.compile(r"[a-z0-9_]{1,16}")


class Nothing(BaseModel):
    """The data of a conversation that remembers nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the person answered to the present step.

    `choice` is the key of a choice that was tapped, or that the typed words mean; otherwise `text` holds the words (stripped),
    `file` what was uploaded (kind tells which), `files` all of an album, `phone` the person's own shared number. `marked` is `text`
    with the bold, italic and links that were set in the chat app's editor (`*…*`, `_…_`), empty where there are none. `fields` are the
    checked values of a form that this step offered. `look_lost`: the editor set something that has no like here.
    """

    kind: Kind
    choice: str | None = None
    text: str = ""
    file: Received | None = None
    phone: str = ""
    latitude: float | None = None
    longitude: float | None = None
    files: tuple[Received, ...] = ()
    marked: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    look_lost: bool = False


@dataclass(frozen=True, slots=True)
class Next:
    """Go on with a step of this conversation. `part` tells apart rounds of one step (question 3 of a quiz), so that a button of another
    round is recognised as old."""

    step: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """Stay: the present question is asked again, under a notice (a text already in the person's language) if there is one.
    `not_understood`: the step had no use for the words, so they may be meant for something else; the notice is shown where they are not."""

    notice: str = ""
    not_understood: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The conversation is over; `message` is the last word, None where `chat.say` has said it."""

    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """Another conversation takes over, started with `argument`."""

    conversation: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Stay:
    """For entries: say this and leave the conversation under way untouched, its question unrepeated. `refuses`: counts as a refusal."""

    message: Message | None = None
    notice: str = ""
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Back:
    """Of an interruption: go on with what it interrupted, which takes `answer` if it takes words, else asks again under the notice."""

    answer: Answer | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Only for an interruption: what it interrupted is cancelled."""


@dataclass(frozen=True, slots=True)
class Hear:
    """Only for an interruption: what it took was meant otherwise, and goes to the conversation that listens."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Heard:
    """What was sent and nobody claimed. `conversation`, `step`: those under way, empty at home; a step alone is the listener's own.
    With `waits`, only what is plainly no answer to what waits is wanted. `refused`: how many answers in a row would not do."""

    answer: Answer
    conversation: str = ""
    step: str = ""
    waits: Waits = Waits.NOTHING
    refused: int = 0


Transition = Next | Again | Done | Begin | Stay | Back | Leave | Hear
Ask = Callable[["Chat[Any]"], Awaitable[Message]]
Take = Callable[["Chat[Any]", Answer], Awaitable[Transition]]
Start = Callable[["Chat[Any]", str], Awaitable[Transition]]
TakeForm = Callable[["Chat[Any]", str, Filled], Awaitable[Transition]]
TakeReply = Callable[["Chat[Any]", Quoted], Awaitable[Transition | None]]
Listen = Callable[["Chat[Any]", Heard], Awaitable[Transition | None]]
TakeEdit = Callable[["Chat[Any]", str], Awaitable[Transition | None]]
TakeLate = Callable[["Chat[Any]", Answer], Awaitable[Transition | None]]
FindOpen = Callable[["Chat[Any]"], Awaitable[Sequence[OpenQuestion]]]
LetGo = Callable[["Chat[Any]"], Awaitable[Message | None]]

CHOICE = frozenset({"choice"})
TEXT = frozenset({"text"})
CHOICE_OR_TEXT = CHOICE | TEXT


@dataclass(frozen=True, slots=True)
class Step:
    """A question. `ask` only reads, `take` is the only one that writes.

    `accepts`: "choice", "text" and the values of `Kind` for files, contact and location; anything else gets a notice and the
    question again. Typed words that mean one of the choices become that choice even where text is accepted.
    `keys` are the keys of all choices where they are known beforehand; elsewhere the engine asks again to see whether a tapped choice
    (which may be forged, or of something deleted since) is still one.
    `places`: a typed number is the place of a choice; unless told, where the step takes no words. `asks_number`: a number, in figures or in
    words, is the answer itself, and comes as figures. `reads`: which key words mean that name no choice, None where they say nothing about
    the question. `passing`: a list to choose from or something to read, so nothing is lost when it is left for other words.
    """

    key: str
    ask: Ask
    take: Take
    accepts: frozenset[str] = CHOICE
    keys: frozenset[str] | None = None
    places: bool | None = None
    asks_number: bool = False
    reads: Callable[[str], str | None] | None = None
    passing: bool = False

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key):
            raise ValueError(f"step key {self.key!r} must be 1 to 16 characters of a-z, 0-9 and _")


@dataclass(frozen=True, slots=True)
class Command:
    """A command that begins its conversation. Its description is the catalogue text `command-<name>`.

    `roles`: who may use it ("citizen" is everybody); to all others it does not exist. `listed`: shown in the chat app's menu.
    `keeps_conversation`: what is under way is not let go; `start` is then entered as an entry is.
    """

    name: str
    roles: frozenset[str] = frozenset({"citizen"})
    aliases: tuple[str, ...] = ()
    listed: bool = True
    keeps_conversation: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A button that stands alone: it opens whatever is being talked about.

    `enter` gets the argument; Next, Again and Done speak of its own conversation, which begins when it returns Next.
    `by_link` is entered by a deep link `<point>_<argument>` instead; without it links do not lead here. Somebody else may have
    written a link, so it can only read and ask: the engine refuses to write anything but where the conversation stands.
    `take_form` gets what was filled in of `form`, with the argument of its `FormOffer`; the form may be days old, and half filled in.
    """

    point: EntryPoint
    enter: Start
    roles: frozenset[str] = frozenset({"citizen"})
    by_link: Start | None = None
    form: Form | None = None
    take_form: TakeForm | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One file of `conversations/`. `data` is its typed memory, stored as JSON with `version`; where an older release wrote another
    version, the conversation is started anew by `start` with the argument "". `on_abandon` is told when the person cancels or
    leaves it alone too long; it may keep what was answered and say a word.

    `take_reply` gets a message of ours to which the person has replied in the chat app. With Next it says which step that reply
    answers, with another transition (of an entry) what there is to say instead, with None that the message is not about this
    conversation. `chat.data` is the present memory where a step of this conversation waits for words just now.

    `open_questions` says which questions of ours this person has not answered: words that nothing else claims answer the newest.
    `drafts` are the fields of the memory that hold the person's own words: they follow when the message is edited in the chat app.
    `take_edit` gets the new words of an edited message that is in no draft: may they be of something that was sent? With Next its step
    stands before what is under way; so it is with `take_late`, which gets files without a word that nothing asks for: may they be pieces
    of what was sent just before? `interrupts_only`: it is never what an interruption waits for.

    `alarm` is asked about all words before anybody else (the notice of its Again stands above whatever is said), `listen` about what the
    present step cannot use; at most one conversation has them, its `data` is an `Interruption`. With Next it begins, what is under way
    waits behind it; other transitions are those of an entry; None is "not understood".
    """

    key: str
    start: Start
    steps: tuple[Step, ...] = ()
    data: type[BaseModel] = Nothing
    version: int = 1
    commands: tuple[Command, ...] = ()
    entries: tuple[Entry, ...] = ()
    notices: tuple[Say, ...] = ()
    timeout: timedelta | None = None
    on_abandon: LetGo | None = None
    take_reply: TakeReply | None = None
    open_questions: FindOpen | None = None
    take_edit: TakeEdit | None = None
    take_late: TakeLate | None = None
    drafts: tuple[str, ...] = ()
    interrupts_only: bool = False
    alarm: Listen | None = None
    listen: Listen | None = None
    by_key: dict[str, Step] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key):
            raise ValueError(f"conversation key {self.key!r} must be 1 to 16 characters of a-z, 0-9 and _")
        self.by_key.update({step.key: step for step in self.steps})
        if len(self.by_key) != len(self.steps):
            raise ValueError(f"two steps of {self.key!r} have the same key")
