"""Who somebody is on WhatsApp: a business-scoped id, or a number where the service tells no id."""

import re
from typing import Any, Final

from feedbackbot.channels.raw_values import a_text

NAME: Final = "whatsapp"
_USER_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}")
_NUMBER = re.compile(r"[0-9]{6,20}")
_LONGEST = 160


def is_user_id(address: str) -> bool:
    """A number never looks like one, and digits must never be picked out of one."""
    return _USER_ID.fullmatch(address) is not None


def address_of(user_id: str, number: str) -> str:
    """The id where there is one, for a person may hide the number; "" for neither."""
    if is_user_id(user_id):
        return user_id
    return number if _NUMBER.fullmatch(number) else ""


def sender_of(message: dict[str, Any], contact: dict[str, Any]) -> tuple[str, str]:
    """Address and number ("" for a hidden one) of whoever sent a message."""
    number = a_text(message, "from", _LONGEST) or a_text(contact, "wa_id", _LONGEST)
    user_id = a_text(message, "from_user_id", _LONGEST) or a_text(contact, "user_id", _LONGEST)
    return address_of(user_id, number), number if _NUMBER.fullmatch(number) else ""


def recipient(address: str) -> dict[str, str] | None:
    """The field that names whom a message goes to: an id in `to` would be taken and never arrive, a number without a plus gets our own
    country's code. None for what is no address."""
    if is_user_id(address):
        return {"recipient": address}
    return {"to": f"+{address}"} if _NUMBER.fullmatch(address) else None
