"""The homes: one question for all of them, and a word for whoever types something else."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.menu.duties import duty_choices, group_choices
from conversations.menu.everybody import citizen_choices, own_cases
from conversations.menu.memory import HomeMemory
from conversations.menu.tasks import task_choices, task_lines
from conversations.shared.doors import menu_door
from conversations.shared.handed import Handed
from conversations.shared.writing import FileNote
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    Again,
    Answer,
    Begin,
    Next,
    Stay,
    Step,
    Transition,
)
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.home.homes import homes_of
from feedbackbot.domain.people.roles import ADMINS, CITIZEN
from feedbackbot.usecases.home.todays_tasks import change_home, home_of, units_at_home, waiting_at
from feedbackbot.usecases.people.waiting_letters import letters_waiting

HOME, ROLES, GROUP = "menu", "peran", "tugas"
_TOLD_WITHOUT_WORDS: Final = frozenset(
    kind.value for kind in (Kind.DOCUMENT, Kind.PHOTO, Kind.VOICE, Kind.LOCATION)
)


async def start(chat: Chat[HomeMemory], argument: str) -> Transition:
    return Next(HOME)


async def enter(chat: Chat[HomeMemory], argument: str) -> Transition:
    """`peran`: the own roles to choose from, `jadi.<role>`: its home, `tugas.<group>`: these duties; anything else: home."""
    act, _, name = argument.partition(".")
    if act == ROLES:
        return Next(ROLES)
    if act == GROUP:
        chat.data.group = name
        return Next(GROUP, name[:16])
    if act == "jadi":
        await chat.run(change_home, chat.contact.person_id, name)
    return Next(HOME)


async def ask_home(chat: Chat[HomeMemory]) -> Message:
    home = await chat.run(home_of, chat.contact.person_id)
    waiting = await chat.run(waiting_at, chat.contact.person_id, home)
    tasks, below = task_choices(chat.t, waiting), _other_homes(chat, home)
    if home == CITIZEN:
        lines = [chat.t("menu"), *task_lines(chat.t, waiting), *await own_cases(chat)]
        return Message("\n".join(lines), (*tasks, *await citizen_choices(chat)), below=below, replaces=True)
    units = ", ".join(await chat.run(units_at_home, chat.contact.person_id, home))
    role = chat.t(f"home-{_key(home)}")
    head = (
        chat.t("home-head-line-unit", role=role, unit=units) if units else chat.t("home-head-line", role=role)
    )
    lines = [head, "", *(task_lines(chat.t, waiting) or [chat.t("home-nothing-waits")])]
    lines += ["", chat.t("home-choose")]
    return Message(
        "\n".join(lines), (*tasks, *duty_choices(chat, home)), columns=2, below=below, replaces=True
    )


def _other_homes(chat: Chat[HomeMemory], home: str) -> tuple[Choice, ...]:
    """With two, the other one; with more, the list of them."""
    others = [one for one in homes_of(chat.roles) if one != home]
    if len(others) == 1:
        return (_home_door(chat, others[0]),)
    return (Choice(ROLES, chat.t("home-switch"), opens=to.MENU),) if others else ()


def _home_door(chat: Chat[HomeMemory], home: str) -> Choice:
    return Choice(f"jadi.{home}", chat.t(f"home-as-{_key(home)}"), opens=to.MENU)


def _key(home: str) -> str:
    return home.replace("_", "-")


async def take_words(chat: Chat[HomeMemory], answer: Answer) -> Transition:
    """An admin who sends a file wants it read; words are for the conversation that listens."""
    if answer.kind is Kind.DOCUMENT and answer.file is not None and chat.roles & ADMINS:
        sent = answer.files or (answer.file,)
        notes = [
            FileNote(kind="document", channel=chat.contact.channel, ref=one.ref, name=one.name, size=one.size)
            for one in sent
        ]
        return Begin("impor", Handed(files=notes).as_argument())
    return Again(chat.t("menu-not-understood"), not_understood=True)


async def ask_roles(chat: Chat[HomeMemory]) -> Message:
    homes = tuple(_home_door(chat, one) for one in homes_of(chat.roles))
    return Message(chat.t("home-which"), homes, replaces=True)


async def ask_group(chat: Chat[HomeMemory]) -> Message:
    """The duties of one group, at the home that is shown."""
    home = await chat.run(home_of, chat.contact.person_id)
    found = group_choices(chat, home, chat.data.group)
    return Message(chat.t("home-group"), found, columns=2, below=(menu_door(chat),), replaces=True)


async def open_letters(chat: Chat[Any], argument: str) -> Transition:
    """From the button of a text that knocked: what waits behind it follows by itself."""
    if await chat.run(letters_waiting, chat.contact.address_id):
        return Stay()
    chat.say(chat.t("knock-nothing-waits"))
    return Next(HOME)


HOME_STEPS: Final = (
    Step(HOME, ask_home, take_words, CHOICE_OR_TEXT | _TOLD_WITHOUT_WORDS, places=True),
    Step(ROLES, ask_roles, take_words, CHOICE_OR_TEXT | _TOLD_WITHOUT_WORDS, places=True),
    Step(GROUP, ask_group, take_words, CHOICE_OR_TEXT | _TOLD_WITHOUT_WORDS, places=True),
)
