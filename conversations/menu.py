"""Home: what the bot can do, and a word for whoever types something else."""

from typing import Final

from conversations import entry_points as to
from conversations.shared.handed import Handed
from conversations.shared.writing import FileNote
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Begin,
    Conversation,
    Entry,
    Next,
    Nothing,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.entry_point import EntryPoint
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.cases.staff import DESK_ROLES
from feedbackbot.usecases.people.waiting_letters import letters_waiting

CITIZEN: Final = frozenset({"citizen"})
_TOLD_WITHOUT_WORDS: Final = frozenset(
    kind.value for kind in (Kind.DOCUMENT, Kind.PHOTO, Kind.VOICE, Kind.LOCATION)
)
# what it opens, the argument, the catalogue key of the label, who sees it
ENTRIES: Final[tuple[tuple[EntryPoint, str, str, frozenset[str]], ...]] = (
    (to.RATE, "baru", "menu-rate", CITIZEN),
    (to.REPORT_CASE, "baru", "menu-report", CITIZEN),
    (to.RESULT, "cari", "menu-results", CITIZEN),
    (to.DESK, "meja", "menu-desk", DESK_ROLES),
    (to.TRAINING, "daftar", "menu-trainings", frozenset({"employee"})),
    (to.LEARN, "kursus", "menu-learning", frozenset({"employee"})),
    (to.CREDITS, "buka", "to-jp", frozenset({"employee"})),
    (to.LANGUAGE, "pilih", "menu-language", CITIZEN),
    (to.PRIVACY, "baca", "menu-privacy", CITIZEN),
)


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    return Next("menu")


async def ask_what(chat: Chat[Nothing]) -> Message:
    choices = tuple(
        Choice(argument, chat.t(label), opens=point)
        for point, argument, label, roles in ENTRIES
        if roles & chat.roles
    )
    return Message(chat.t("menu"), choices, replaces=True)


async def take_words(chat: Chat[Nothing], answer: Answer) -> Transition:
    """An admin who sends a file wants it read; words are for the conversation that listens."""
    if answer.kind is Kind.DOCUMENT and answer.file is not None and chat.roles & ADMINS:
        sent = answer.files or (answer.file,)
        notes = [
            FileNote(kind="document", channel=chat.contact.channel, ref=one.ref, name=one.name, size=one.size)
            for one in sent
        ]
        return Begin("impor", Handed(files=notes).as_argument())
    return Again(chat.t("menu-not-understood"), not_understood=True)


async def open_letters(chat: Chat[Nothing], argument: str) -> Transition:
    """From the button of a text that knocked: what waits behind it follows by itself."""
    if await chat.run(letters_waiting, chat.contact.address_id):
        return Stay()
    chat.say(chat.t("knock-nothing-waits"))
    return Next("menu")


async def enter(chat: Chat[Nothing], argument: str) -> Transition:
    return Next("menu")


CONVERSATION: Final = Conversation(
    "menu",
    start,
    (Step("menu", ask_what, take_words, CHOICE_OR_TEXT | _TOLD_WITHOUT_WORDS, places=True),),
    entries=(Entry(to.MENU, enter, by_link=enter), Entry(to.OPEN_LETTERS, open_letters)),
)
