"""An employee sends a certificate: the file first, then what stands on it, then one look at all."""

from typing import Final

from conversations.sertifikat.memory import Certificate
from conversations.sertifikat.notices import days_words
from conversations.shared.doors import menu_door
from conversations.shared.writing import FILES, FileNote
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import (
    CHOICE_OR_TEXT,
    TEXT,
    Again,
    Answer,
    Done,
    Next,
    Step,
    Transition,
)
from feedbackbot.dialogue.incoming import Kind
from feedbackbot.dialogue.message import Choice, Message, Tone
from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.day_spans import read_days
from feedbackbot.domain.spoken.days import the_day
from feedbackbot.domain.spoken.numbers import whole_number
from feedbackbot.usecases.training.external import (
    MOST_JP,
    NewExternal,
    earlier_year,
    own_externals,
    send_external,
)

FILE, TITLE, ORGANISER, DAY, JP, NUMBER, CHECK = (
    "berkas", "judul", "penyelenggara", "tanggal", "jp", "nomor", "periksa",
)  # fmt: skip
_SEND, _NONE = "kirim", "tanpa"
_MEND: Final = (TITLE, ORGANISER, DAY, JP, NUMBER, FILE)
_LONGEST: Final = {TITLE: 200, ORGANISER: 150, NUMBER: 80}


async def start(chat: Chat[Certificate], argument: str) -> Transition:
    return Next(FILE)


def _missing(data: Certificate) -> str:
    """The next thing to ask for."""
    if data.file is None:
        return FILE
    if not data.title or not data.organiser:
        return ORGANISER if data.title else TITLE
    if data.day is None or not data.jp:
        return JP if data.day else DAY
    return CHECK if data.number_asked else NUMBER


async def ask_file(chat: Chat[Certificate]) -> Message:
    """With what became of those sent before."""
    found = await chat.run(own_externals, chat.contact.person_id)
    lines = [
        chat.t(
            "external-line", title=one.sent.title, jp=one.sent.jp, state=chat.t(f"external-state-{one.state}")
        )
        for one in found
    ]
    earlier = ["", chat.t("external-earlier"), *lines] if lines else []
    return Message("\n".join((chat.t("external-send-file"), *earlier)), below=(menu_door(chat),))


async def take_file(chat: Chat[Certificate], answer: Answer) -> Transition:
    file = answer.file
    if file is None:
        return Again(chat.t("external-file-needed"))
    kind = "photo" if answer.kind is Kind.PHOTO else "document"
    chat.data.file = FileNote(
        kind=kind, channel=chat.contact.channel, ref=file.ref, name=file.name, size=file.size
    )
    return Next(_missing(chat.data))


async def ask_title(chat: Chat[Certificate]) -> Message:
    return Message(chat.t("external-title"))


async def ask_organiser(chat: Chat[Certificate]) -> Message:
    return Message(chat.t("external-organiser"))


async def take_title(chat: Chat[Certificate], answer: Answer) -> Transition:
    chat.data.title = _line(answer.text, TITLE)
    return Next(_missing(chat.data))


async def take_organiser(chat: Chat[Certificate], answer: Answer) -> Transition:
    chat.data.organiser = _line(answer.text, ORGANISER)
    return Next(_missing(chat.data))


def _line(typed: str, of: str) -> str:
    return " ".join(shown_to_others(typed).split())[: _LONGEST[of]]


async def ask_day(chat: Chat[Certificate]) -> Message:
    return Message(chat.t("external-day"))


async def take_day(chat: Chat[Certificate], answer: Answer) -> Transition:
    """As it stands on the certificate ("12 Maret 2026", "10-12 Maret 2026"), or as it is said ("kemarin")."""
    today = city_day(chat.tx.now)
    day = first = the_day(answer.text, today)
    if day is None or any(sign.isdigit() for sign in answer.text):
        try:
            first, day = read_days(answer.text)
        except WrongValue:
            return Again(chat.t("external-no-day"))
    if day > today:
        return Again(chat.t("external-day-wrong"))
    chat.data.day, chat.data.first_day = day, first if first != day else None
    return Next(_missing(chat.data))


async def ask_jp(chat: Chat[Certificate]) -> Message:
    return Message(chat.t("external-jp"))


async def take_jp(chat: Chat[Certificate], answer: Answer) -> Transition:
    try:
        chat.data.jp = whole_number(answer.text, 1, MOST_JP)
    except WrongValue:
        return Again(chat.t("external-no-jp", most=MOST_JP))
    return Next(_missing(chat.data))


async def ask_number(chat: Chat[Certificate]) -> Message:
    return Message(chat.t("external-number"), (Choice(_NONE, chat.t("external-without-number")),))


async def take_number(chat: Chat[Certificate], answer: Answer) -> Transition:
    chat.data.number = "" if answer.choice == _NONE else _line(answer.text, NUMBER)
    chat.data.number_asked = True
    return Next(_missing(chat.data))


async def ask_check(chat: Chat[Certificate]) -> Message:
    data = chat.data
    text = chat.t(
        "external-check",
        title=data.title,
        organiser=data.organiser,
        days=days_words(chat.t, data.first_day, data.day or city_day(chat.tx.now)),
        jp=data.jp,
        number=data.number or "–",
    )
    if data.day and (year := await chat.run(earlier_year, chat.contact.person_id, data.day)):
        text += "\n\n" + chat.t("external-earlier-year", first=year[0], last=year[1])
    mend = tuple(Choice(step, chat.t(f"external-mend-{step}")) for step in _MEND)
    return Message(
        text, (Choice(_SEND, chat.t("external-send"), tone=Tone.CONFIRM), *mend), columns=2, replaces=True
    )


async def take_check(chat: Chat[Certificate], answer: Answer) -> Transition:
    data = chat.data
    if answer.choice != _SEND:
        return Next(answer.choice or CHECK)
    if data.file is None or data.day is None:
        return Next(_missing(data))
    file = data.file
    new = NewExternal(
        data.title,
        data.organiser,
        data.day,
        data.jp,
        data.number,
        file.kind,
        file.channel,
        file.ref,
        file.name,
        data.first_day,
    )
    await chat.run(send_external, chat.contact.person_id, new)
    return Done(Message(chat.t("external-sent"), (menu_door(chat),), replaces=True))


SENDING_STEPS: Final = (
    Step(FILE, ask_file, take_file, FILES | TEXT),
    Step(TITLE, ask_title, take_title, TEXT),
    Step(ORGANISER, ask_organiser, take_organiser, TEXT),
    Step(DAY, ask_day, take_day, TEXT),
    Step(JP, ask_jp, take_jp, TEXT),
    Step(NUMBER, ask_number, take_number, CHOICE_OR_TEXT, keys=frozenset({_NONE}), places=False),
    Step(CHECK, ask_check, take_check, keys=frozenset({_SEND, *_MEND})),
)
