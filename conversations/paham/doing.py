"""What is done for each aim, once it is plain."""

from typing import Final

from conversations.paham.manners import manners
from conversations.paham.memory import Words
from conversations.shared.handed import Handed
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Begin, Stay, Transition
from feedbackbot.domain.cases.terms import CaseKind
from feedbackbot.domain.people.roles import EMPLOYEE
from feedbackbot.understanding.aims import FORMS, MANNERS, QUESTIONS, Aim
from feedbackbot.understanding.duties import DUTY
from feedbackbot.usecases.broadcast.authority import BROADCASTERS
from feedbackbot.usecases.cases.staff import DESK_ROLES
from feedbackbot.usecases.reports.read_reports import READERS
from feedbackbot.usecases.understanding.read_words import only_opens

ROLES: Final = {Aim.BROADCAST: BROADCASTERS, Aim.REPORT: READERS, Aim.DESK: DESK_ROLES}
"""Who may be offered these; the others are for everybody."""
ANSWERING: Final = "answering"
"""Offered beside the aims to whoever has cases to answer: the words are for one of their citizens."""
_TOLD_THE_WORDS: Final = frozenset({"audit"})
"""Duties that understand more of the words than what they are for."""
_OF_STAFF: Final = frozenset({Aim.TRAININGS, Aim.CREDITS, Aim.CERTIFICATE, Aim.COURSE})
_BEGINS: Final = {
    Aim.FORUM: ("forum", ""),
    Aim.STATUS: ("tiket", ""),
    Aim.PRIVACY: ("privasi", ""),
    Aim.LANGUAGE: ("bahasa", ""),
    Aim.TRAININGS: ("pelatihan", ""),
    Aim.CREDITS: ("jp", ""),
    Aim.CERTIFICATE: ("jp", "sertifikat"),
    Aim.COURSE: ("belajar", ""),
    Aim.LINK: ("daftar", ""),
    Aim.REPORT: ("laporan", ""),
    Aim.DESK: ("kasus", ""),
    Aim.HELP: ("menu", ""),
    Aim.UNCLEAR: ("menu", ""),
}
_KINDS: Final = {
    Aim.WISH: CaseKind.ASPIRATION,
    Aim.HUMAN: CaseKind.INFORMATION,
    Aim.PRAISE: CaseKind.ASPIRATION,
}


async def do(chat: Chat[Words], wanted: str) -> Transition:
    """What follows from the words in `chat.data`. `wanted`: an aim, a duty, or `ANSWERING`."""
    if wanted == ANSWERING:
        return Begin("kasus", Handed(words=chat.data.text, files=chat.data.files).as_argument())
    if wanted.startswith(DUTY):
        duty = wanted.removeprefix(DUTY)
        return Begin(duty, chat.data.text if duty in _TOLD_THE_WORDS else "")
    aim = Aim(wanted)
    if aim in FORMS and only_opens(chat.data.text) and not chat.data.files:
        return Begin("lapor")
    if aim in FORMS or aim in (Aim.PRAISE, Aim.HUMAN):
        return Begin("lapor", handed(chat.data, _KINDS.get(aim, CaseKind.COMPLAINT)).as_argument())
    if aim in (Aim.RATE, Aim.RESULTS):
        unit = chat.data.units[0] if chat.data.named and chat.data.units else 0
        return Begin("nilai" if aim is Aim.RATE else "hasil", f"#{unit}" if unit else "")
    if aim in QUESTIONS:
        return Begin("info", asked(chat.data, aim))
    if aim in MANNERS:
        return Stay(await manners(chat, aim), refuses=aim is Aim.ABUSE)
    if aim in _OF_STAFF and EMPLOYEE not in chat.roles:
        return Begin("daftar")
    if aim is Aim.BROADCAST:
        return Begin("siarkan", Handed(words=chat.data.text).as_argument())
    conversation, argument = _BEGINS[aim]
    return Begin(conversation, chat.data.number if aim is Aim.STATUS and chat.data.number else argument)


def handed(data: Words, kind: CaseKind) -> Handed:
    """The words, files and place as the beginning of a case."""
    sure = data.units[0] if data.named and data.units else 0
    return Handed(
        words=data.text,
        kind=kind.value,
        unit_id=sure,
        service_id=data.service_id,
        suggested=[] if sure else data.units,
        files=data.files,
        latitude=data.latitude,
        longitude=data.longitude,
    )


def begun(data: Words) -> Handed:
    """A picture, a voice or a place without a word: the beginning of a report whose kind is still to be said."""
    return Handed(files=data.files, latitude=data.latitude, longitude=data.longitude)


def asked(data: Words, aim: Aim) -> str:
    """The argument for `info`: the topic, then what the words hold."""
    return Handed(
        words=data.text, kind=aim.value, suggested=data.units, service_id=data.service_id, unit_id=0
    ).as_argument()
