"""The narrowest chat service we speak to, in memory: for tests of what lies above the channels.

Unlike `MemoryChannel` it edits nothing and shows no notice at a button; it has three buttons or a list of ten rows, and whatever does
not fit is refused as a real service would refuse it. Its limits are those of the WhatsApp Cloud API (docs/whatsapp.md).
"""

from dataclasses import dataclass, field

from feedbackbot.delivery.channel import Can, DeliveryStatus, Sent
from feedbackbot.dialogue.buttons import LIST_LENGTH, LIST_ROWS, SHORT_LENGTH
from feedbackbot.dialogue.message import Button, Outgoing
from feedbackbot.domain.message_text import plain_length

BUTTONS = 3
LONGEST_WITH_BUTTONS, LONGEST_TEXT = 1024, 4096
LONGEST_ID = 200
CAN = Can(edit=False, notice=False, command_lists=False, forms=True)


@dataclass(slots=True)
class NarrowChannel:
    """Implements `Channel`; keeps what arrived."""

    name: str = "narrow"
    can: Can = CAN
    sent: list[tuple[str, Outgoing]] = field(default_factory=list)

    async def send(self, address: str, message: Outgoing) -> Sent:
        if problem := refusal(message):
            return Sent(DeliveryStatus.REJECTED, reason=problem)
        self.sent.append((address, message))
        return Sent(DeliveryStatus.SENT, message_ref=str(len(self.sent)))

    async def leave(self, group: str, word: str) -> None:
        raise AssertionError("there are no groups here")

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        raise AssertionError("a channel without notices has no taps to acknowledge")


def refusal(message: Outgoing) -> str:
    """Why this message could not be shown, "" where it can. A long text goes in a message of its own, before the choices."""
    choices = [button for row in message.rows for button in row if button.data is not None]
    if plain_length(message.text) > LONGEST_TEXT:
        return "text-too-long"
    if len(choices) > LIST_ROWS:
        return "too-many-choices"
    titles = [button.short for button in choices]
    room = SHORT_LENGTH if len(choices) <= BUTTONS else LIST_LENGTH
    if any(not title or len(title) > room for title in titles):
        return "title-too-long"
    if len(set(titles)) < len(titles):
        return "titles-alike"
    return "id-too-long" if any(_id_length(button) > LONGEST_ID for button in choices) else ""


def _id_length(button: Button) -> int:
    return len((button.data or "").encode())
