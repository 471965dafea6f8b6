"""What is printed for counters: posters in three sizes, the paper form, and the sheet to key it into."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.unit_choice import UnitChoice
from conversations.shared.unit_counters import UnitCounters
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Stay, Transition
from feedbackbot.dialogue.file_sources import KEY_IN_SHEET, PAPER_FORM, POSTER, FileSource
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.usecases.reports.make_poster import check_doors
from feedbackbot.usecases.reports.read_reports import READERS, ReportUnit

_WHOLE: Final = "unit"
_EVERY: Final = "semua"
_FIRST: Final = "a4"
# As they stand in buttons; what they make, and of which kind the file is.
_PRINTS: Final[dict[str, tuple[FileSource, str]]] = {
    _FIRST: (POSTER, "pdf"),
    "a5": (POSTER, "pdf"),
    "tenda": (POSTER, "pdf"),
    "kertas": (PAPER_FORM, "pdf"),
    "isian": (KEY_IN_SHEET, "xlsx"),
}
_LONGEST_KEY: Final = 24


async def _offer(chat: Chat[Any], unit: ReportUnit) -> Message:
    counters = await _COUNTERS.choices(chat, unit)
    whole = _door(unit, _FIRST, _WHOLE, chat.t("poster-whole-unit"))
    every = _door(unit, _FIRST, _EVERY, chat.t("poster-every-counter"))
    choices = (whole, every, *counters) if counters else (whole,)
    return Message(chat.t("poster-which", unit=unit.name), choices)


def _door(unit: ReportUnit, what: str, place: str, label: str) -> Choice:
    return Choice(f"{unit.id}.{what}.{place}"[:_LONGEST_KEY], label, opens=to.POSTER)


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<what is printed>.<counter's code, cut where it is long, "unit" or "semua">`; only a code for the first kind."""
    unit, rest, names = await _COUNTERS.named(chat, argument)
    what, place = rest.split(".", 1) if "." in rest else (_FIRST, rest)
    if place not in names and len(argument) == _LONGEST_KEY:
        cut = [one for one in names if one.startswith(place)]
        place = cut[0] if len(cut) == 1 else ""
    names = {_WHOLE: chat.t("poster-whole-unit"), _EVERY: chat.t("poster-every-counter"), **names}
    if what not in _PRINTS or place not in names:
        return Stay(await _offer(chat, unit))
    if _PRINTS[what][0] == POSTER:
        await chat.run(check_doors, unit)
    return Stay(_print(chat, unit, what, place, names[place]))


def _print(chat: Chat[Any], unit: ReportUnit, what: str, place: str, name: str) -> Message:
    source, ending = _PRINTS[what]
    args: dict[str, str | int | bool | None] = {
        "unit": unit.id,
        "counter": {_WHOLE: "", _EVERY: "*"}.get(place, place),
        "size": what,
        "language": chat.contact.language,
    }
    document = Attachment(source, args, f"{chat.t(f'poster-file-{what}')}_{unit.code}_{place}.{ending}")
    others = tuple(_door(unit, one, place, chat.t(f"poster-print-{one}")) for one in _PRINTS if one != what)
    text = chat.t(f"poster-made-{what}", unit=unit.name, place=name)
    return Message(text, others, below=(menu_door(chat),), document=document)


_COUNTERS: Final = UnitCounters("poster-which-unit", _offer, to.POSTER)

CONVERSATION: Final = Conversation(
    "poster",
    _COUNTERS.start,
    _COUNTERS.steps,
    data=UnitChoice,
    commands=(Command("poster", roles=READERS),),
    entries=(Entry(to.POSTER, enter, READERS),),
)
