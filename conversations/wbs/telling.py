"""What it is about, who it is about, what happened; shown before it goes.

Every step takes words itself: what is told here is heard by nothing else, and in no list of words that were not understood.
"""

from dataclasses import replace
from typing import Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.handed import handed_in
from conversations.shared.unit_choice import SEARCH, UnitSteps
from conversations.shared.writing import FILES, files_told, take_file
from conversations.wbs.memory import TipDraft
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import CHOICE_OR_TEXT, Again, Answer, Done, Next, Step, Transition
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.cases.tips import read_code_and_pin
from feedbackbot.domain.cases.words import beginning, quoted, shown_to_others
from feedbackbot.usecases.cases.referrals import referrals
from feedbackbot.usecases.cases.tips import TipKind, can_be_told, is_about_inspectorate, open_tip, send_tip
from feedbackbot.usecases.units.find_unit import UnitRow, unit_by_id

KIND, WHAT, CHECK, CODE, OPEN = "jenis", "apa", "periksa", "kode", "lihat"
_HAVE, _NOBODY = "punya", "tanpa"
_SEND, _STOP, _WORDS, _UNIT, _KIND, _DROP = "kirim", "batal", "isi", "kantor", "ganti", "buang"
_MOST_SHOWN: Final = 1500
_LEAST_LETTERS: Final = 15
_ALL: Final = CHOICE_OR_TEXT | FILES | {Kind.LOCATION.value}


async def start(chat: Chat[TipDraft], argument: str) -> Transition:
    """`argument`: nothing, or what another conversation hands over."""
    if not await chat.run(can_be_told):
        return Done(Message(await _elsewhere(chat, "tip-nobody-reads"), (menu_door(chat),)))
    handed = handed_in(argument)
    if handed is not None:
        data = chat.data
        data.what, data.files = handed.words, handed.files
        data.latitude, data.longitude = handed.latitude, handed.longitude
        unit = await chat.run(unit_by_id, handed.unit_id)
        if unit is not None:
            data.unit_id, data.unit_name, data.unit_done = unit.id, unit.short_name, True
    return Next(KIND)


async def enter(chat: Chat[TipDraft], argument: str) -> Transition:
    """`kode` asks for code and PIN; anything else begins."""
    return Next(CODE) if argument == CODE else await start(chat, "")


async def _elsewhere(chat: Chat[TipDraft], key: str) -> str:
    """Who else takes it, from the table of referrals."""
    lines = [chat.t(key)]
    for one in await chat.run(referrals):
        if one.integrity:
            lines.append(chat.t("tip-elsewhere", agency=one.agency, matters=one.matters))
            lines += [one.contact] if one.contact else []
    return "\n".join(lines)


async def go_on(chat: Chat[TipDraft]) -> Transition:
    """The one thing that is missing."""
    data = chat.data
    if data.kind is None:
        return Next(KIND)
    if not data.unit_done:
        return Next(SEARCH)
    if await chat.run(is_about_inspectorate, data.unit_id):
        return Done(Message(await _elsewhere(chat, "tip-about-inspectorate"), (menu_door(chat),)))
    return Next(CHECK if _says_enough(data) else WHAT)


def _says_enough(data: TipDraft) -> bool:
    """A voice says what happened as well as words do."""
    letters = sum(sign.isalpha() for sign in data.what)
    return letters >= _LEAST_LETTERS or data.spoken


def _collect(chat: Chat[TipDraft], answer: Answer) -> str:
    """Words, files and place of an answer join what was told; returns what is to be said of it."""
    data = chat.data
    if answer.kind is Kind.LOCATION:
        data.latitude, data.longitude = answer.latitude, answer.longitude
        return chat.t("case-pin-added")
    refused = take_file(chat, data, answer)
    words = shown_to_others(answer.text) if answer.choice is None else ""
    data.what = "\n".join(filter(None, (data.what, words)))
    return refused or ""


async def ask_kind(chat: Chat[TipDraft]) -> Message:
    kinds = tuple(Choice(kind.value, chat.t(f"tip-kind-{kind}")) for kind in TipKind)
    told = f"\n\n{quoted(beginning(chat.data.what, 300))}" if chat.data.what else ""
    have = Choice(_HAVE, chat.t("tip-have-code"))
    return Message(chat.t("tip-which-kind") + told, kinds, below=(have, *_stop(chat)), replaces=True)


async def take_kind(chat: Chat[TipDraft], answer: Answer) -> Transition:
    if answer.choice == _STOP:
        return _stopped(chat)
    if answer.choice == _HAVE:
        return Next(CODE)
    if answer.choice is not None:
        chat.data.kind = TipKind(answer.choice)
        return await go_on(chat)
    if read_code_and_pin(answer.text):
        return await take_code(chat, answer)
    return Again(_collect(chat, answer) or chat.t("case-words-added"))


async def ask_what(chat: Chat[TipDraft]) -> Message:
    return Message(chat.t("tip-what"), below=_stop(chat), replaces=True)


async def take_what(chat: Chat[TipDraft], answer: Answer) -> Transition:
    if answer.choice == _STOP:
        return _stopped(chat)
    said = _collect(chat, answer)
    if not _says_enough(chat.data):
        return Again(said or chat.t("tip-more"))
    if said:
        chat.say(said)
    return await go_on(chat)


async def ask_check(chat: Chat[TipDraft]) -> Message:
    data = chat.data
    lines = [
        chat.t("tip-check"),
        "",
        chat.t("case-line-kind", kind=chat.t(f"tip-kind-{data.kind}")),
        chat.t("case-line-unit", unit=data.unit_name or chat.t("tip-no-unit")),
    ]
    if data.latitude is not None:
        lines.append(chat.t("case-line-place", place=chat.t("case-on-the-map")))
    if data.files:
        lines.append(chat.t("case-line-files", files=files_told(chat, data.files)))
    lines += [chat.t("tip-line-sender"), "", quoted(beginning(data.what, _MOST_SHOWN)) if data.what else ""]
    drop = (Choice(_DROP, chat.t("case-files-drop")),) if data.files else ()
    return Message(
        "\n".join(lines),
        (
            Choice(_SEND, chat.t("tip-send"), means="yes"),
            Choice(_WORDS, chat.t("case-mend-words")),
            Choice(_UNIT, chat.t("case-mend-unit")),
            Choice(_KIND, chat.t("case-mend-kind")),
            *drop,
        ),
        columns=2,
        below=_stop(chat),
        replaces=True,
    )


async def take_check(chat: Chat[TipDraft], answer: Answer) -> Transition:
    """More words and files join it until it is sent."""
    data = chat.data
    match answer.choice:
        case None:
            return Again(_collect(chat, answer) or chat.t("case-words-added"))
        case "kirim":
            return await _send(chat)
        case "batal":
            return _stopped(chat)
        case "isi":
            data.what = ""
            return Next(WHAT)
        case "kantor":
            return Next(SEARCH)
        case "ganti":
            return Next(KIND)
    data.files = []
    return await go_on(chat)


async def _send(chat: Chat[TipDraft]) -> Transition:
    code, pin = await chat.run(send_tip, chat.contact.person_id, chat.data.as_tip(), chat.data.kept())
    see = Choice(CODE, chat.t("tip-come-back"), opens=to.TIP)
    return Done(Message(chat.t("tip-sent", code=code, pin=pin), (see, menu_door(chat)), replaces=True))


async def take_code(chat: Chat[TipDraft], answer: Answer) -> Transition:
    """Code and PIN, as they were told, in one message."""
    if answer.choice is not None:
        return _stopped(chat)
    found = await chat.run(open_tip, chat.contact.person_id, answer.text)
    if found.again_at is not None:
        return Done(Message(chat.t("tip-guess-later", at=found.again_at), (menu_door(chat),)))
    if found.tip_id is None:
        return Again(chat.t("tip-wrong-code"))
    chat.data.tip_id = found.tip_id
    return Next(OPEN)


def _stop(chat: Chat[TipDraft]) -> tuple[Choice, ...]:
    return (Choice(_STOP, chat.t("stop-here")),)


def _stopped(chat: Chat[TipDraft]) -> Transition:
    return Done(Message(chat.t("tip-stopped"), (menu_door(chat),), replaces=True))


async def _unit_chosen(chat: Chat[TipDraft], unit: UnitRow, service_id: int | None) -> Transition:
    chat.data.unit_id, chat.data.unit_name, chat.data.unit_done = unit.id, unit.short_name, True
    return await go_on(chat)


async def _no_unit(chat: Chat[TipDraft]) -> tuple[Choice, ...]:
    return (Choice(_NOBODY, chat.t("tip-no-unit")), Choice(_STOP, chat.t("stop-here")))


def _quiet(step: Step) -> Step:
    """A step of the choice of a unit: nobody has to be named, and words that name none go no further."""

    async def take(chat: Chat[TipDraft], answer: Answer) -> Transition:
        if answer.choice == _STOP:
            return _stopped(chat)
        if answer.choice == _NOBODY:
            chat.data.unit_id, chat.data.unit_name, chat.data.unit_done = 0, "", True
            return await go_on(chat)
        if answer.choice is None and answer.kind is not Kind.TEXT:
            return Again(_collect(chat, answer) or chat.t("case-file-added", n=len(chat.data.files)))
        then = await step.take(chat, answer)
        return replace(then, not_understood=False) if isinstance(then, Again) else then

    return replace(step, take=take, accepts=step.accepts | _ALL, places=True)


_UNITS: Final = UnitSteps("tip-which-unit", _unit_chosen, with_services=False, first=_no_unit)
_CHECK_KEYS: Final = frozenset({_SEND, _STOP, _WORDS, _UNIT, _KIND, _DROP})
TELL_STEPS: Final = (
    Step(
        KIND,
        ask_kind,
        take_kind,
        _ALL,
        keys=frozenset({*(kind.value for kind in TipKind), _HAVE, _STOP}),
        places=True,
    ),
    *(_quiet(step) for step in _UNITS.steps),
    Step(WHAT, ask_what, take_what, _ALL, keys=frozenset({_STOP})),
    Step(CHECK, ask_check, take_check, _ALL, keys=_CHECK_KEYS, places=False),
)
