"""Home: what the bot can do, and a word for whoever types something else."""

from typing import Final

from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Begin,
    Conversation,
    Door,
    Next,
    Nothing,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.contact_policy.templates import DOOR
from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.usecases.cases.staff import DESK_ROLES
from feedbackbot.usecases.people.waiting_letters import letters_waiting

CITIZEN: Final = frozenset({"citizen"})
_TOLD_WITHOUT_WORDS: Final = frozenset(
    kind.value for kind in (Kind.DOCUMENT, Kind.PHOTO, Kind.VOICE, Kind.LOCATION)
)
# door, its argument, the catalogue key of the label, who sees it
ENTRIES: Final[tuple[tuple[str, str, str, frozenset[str]], ...]] = (
    ("nilai", "baru", "menu-rate", CITIZEN),
    ("lapor", "baru", "menu-report", CITIZEN),
    ("hasil", "cari", "menu-results", CITIZEN),
    ("kasus", "meja", "menu-desk", DESK_ROLES),
    ("pelatihan", "daftar", "menu-trainings", frozenset({"employee"})),
    ("belajar", "kursus", "menu-learning", frozenset({"employee"})),
    ("jp", "buka", "to-jp", frozenset({"employee"})),
    ("bahasa", "pilih", "menu-language", CITIZEN),
    ("privasi", "baca", "menu-privacy", CITIZEN),
)


async def start(chat: Chat[Nothing], argument: str) -> Transition:
    return Next("menu")


async def ask_what(chat: Chat[Nothing]) -> Message:
    choices = tuple(
        Choice(argument, chat.t(label), door=door)
        for door, argument, label, roles in ENTRIES
        if roles & chat.roles
    )
    return Message(chat.t("menu"), choices, replaces=True)


async def take_words(chat: Chat[Nothing], answer: Answer) -> Transition:
    """An admin who sends a file wants it read; words are for the conversation that listens."""
    if answer.kind is Kind.DOCUMENT and answer.file is not None and chat.roles & ADMINS:
        return Begin("impor", f"{answer.file.size} {answer.file.ref} {answer.file.name}")
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
    doors=(Door("menu", enter, by_link=enter), Door(DOOR, open_letters)),
)
