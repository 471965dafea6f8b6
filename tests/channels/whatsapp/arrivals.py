"""What WhatsApp's server says when somebody writes."""

from typing import Any

from feedbackbot.channels.whatsapp.arrivals import walk
from feedbackbot.channels.whatsapp.reading import read_body
from feedbackbot.dialogue.incoming import Incoming
from tests.channels.whatsapp.deliveries import ANI, SENDER, body, change


def read(content: dict[str, Any], contact: dict[str, Any] | None = None) -> Incoming:
    [arrival], _, _ = walk(body(change([contact or ANI], messages=[content])), SENDER)
    return read_body(arrival.body)
