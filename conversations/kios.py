"""The code that opens the rating screen of a counter."""

from typing import Any, Final

from conversations import entry_points as to
from conversations.shared.doors import menu_door
from conversations.shared.unit_choice import UnitChoice
from conversations.shared.unit_counters import UnitCounters
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Entry, Stay, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.usecases.forms.rate_at_kiosk import offer_kiosk
from feedbackbot.usecases.reports.read_reports import READERS, ReportUnit


async def _offer(chat: Chat[Any], unit: ReportUnit) -> Message:
    counters = await _COUNTERS.choices(chat, unit)
    text = chat.t("kiosk-which" if counters else "kiosk-no-counter", unit=unit.name)
    return Message(text, counters, below=(menu_door(chat),))


async def enter(chat: Chat[Any], argument: str) -> Transition:
    """`<unit id>.<counter's code>`."""
    unit, code, names = await _COUNTERS.named(chat, argument)
    if code not in names:
        return Stay(await _offer(chat, unit))
    opened = await chat.run(offer_kiosk, chat.contact.person_id, unit.id, code)
    address = f"{chat.tx.settings.public_url.rstrip('/')}{opened.path}"
    text = chat.t("kiosk-offer", unit=opened.unit_name, address=address, code=opened.code)
    return Stay(Message(text, (menu_door(chat),)))


_COUNTERS: Final = UnitCounters("kiosk-which-unit", _offer, to.KIOSK)

CONVERSATION: Final = Conversation(
    "kios",
    _COUNTERS.start,
    _COUNTERS.steps,
    data=UnitChoice,
    commands=(Command("kios", roles=READERS),),
    entries=(Entry(to.KIOSK, enter, READERS),),
)
