"""The QR poster of a counter, as a PDF to print."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.unit_choice import UnitChoice
from conversations.shared.unit_counters import UnitCounters
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Stay, Transition
from feedbackbot.dialogue.file_sources import POSTER
from feedbackbot.dialogue.message import Attachment, Choice, Message
from feedbackbot.domain.message_text import plain
from feedbackbot.usecases.reports.make_poster import poster_link
from feedbackbot.usecases.reports.read_reports import READERS, ReportUnit

_WHOLE: Final = "unit"


async def _offer(chat: Chat[Any], unit: ReportUnit) -> Message:
    whole = Choice(f"{unit.id}.{_WHOLE}", chat.t("poster-whole-unit"), opens=to.POSTER)
    return Message(chat.t("poster-which", unit=unit.name), (whole, *await _COUNTERS.choices(chat, unit)))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<counter's code or "unit">`."""
    unit, code, names = await _COUNTERS.named(chat, argument)
    if code != _WHOLE and code not in names:
        return Stay(await _offer(chat, unit))
    return Stay(await _poster(chat, unit, "" if code == _WHOLE else code, names.get(code, "")))


async def _poster(chat: Chat[Any], unit: ReportUnit, code: str, name: str) -> Message:
    made = await chat.run(poster_link, unit, code)
    args: dict[str, str | int | bool | None] = {
        "language": chat.contact.language,
        "government": chat.tx.settings.city_government,
        "unit": unit.name,
        "counter": name,
        "headline": plain(chat.t("poster-headline")),
        "how": plain(chat.t("poster-how")),
        "link": made.link,
        "valid": plain(chat.t("poster-valid", day=made.valid_until)),
    }
    document = Attachment(POSTER, args, f"poster_{unit.code}_{code or _WHOLE}.pdf")
    text = chat.t("poster-made", unit=unit.name, day=made.valid_until)
    return Message(text, (menu_door(chat),), document=document)


_COUNTERS: Final = UnitCounters("poster-which-unit", _offer, to.POSTER)

CONVERSATION: Final = Conversation(
    "poster",
    _COUNTERS.start,
    _COUNTERS.steps,
    data=UnitChoice,
    commands=(Command("poster", roles=READERS),),
    entries=(Entry(to.POSTER, enter, READERS),),
)
