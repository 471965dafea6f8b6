"""The bodies of webhooks: what happened, as Meta puts it, one or many in a POST."""

import json
import random
from typing import Any, NamedTuple

from feedbackbot.playground.whatsapp.account import ACCOUNT_ID, NUMBER, PHONE_ID

MESSAGES = "messages"
STATUSES = "statuses"
MOST_IN_A_POST = 1_000

Json = dict[str, Any]


class Element(NamedTuple):
    """One update: which subscription field, which array of its value (None: the content is the value), and whose order it keeps."""

    lane: str
    field: str
    part: str | None
    content: Json
    contact: Json | None = None


def post_body(elements: list[Element], chance: random.Random | None = None, broken: float = 0.0) -> bytes:
    """The raw body. With `chance` the changes are dealt over several entries, and a share `broken` gets a broken neighbour."""
    changes: list[Json] = []
    last: Element | None = None
    for element in elements:
        if last is None or not _together(last, element):
            changes.append({"value": _value_of(element), "field": element.field})
        else:
            changes[-1]["value"][element.part or ""].append(element.content)
        if chance is not None and element.part is not None and chance.random() < broken:
            changes[-1]["value"][element.part].append(chance.choice(_broken(element)))
        last = element
    entries: list[Json] = [{"id": ACCOUNT_ID, "changes": changes}]
    if chance is not None and len(changes) > 1:
        at = chance.randrange(1, len(changes))
        entries = [{"id": ACCOUNT_ID, "changes": part} for part in (changes[:at], changes[at:])]
    text = json.dumps({"object": "whatsapp_business_account", "entry": entries}, separators=(",", ":"))
    # Non-ASCII is escaped by json.dumps; Meta escapes the slash too, before it signs.
    return text.replace("/", "\\/").encode()


def _together(last: Element, element: Element) -> bool:
    return element.part is not None and (last.field, last.part, last.contact) == (
        element.field,
        element.part,
        element.contact,
    )


def _value_of(element: Element) -> Json:
    if element.part is None:
        return dict(element.content)
    metadata = {"display_phone_number": NUMBER, "phone_number_id": PHONE_ID}
    contacts = {"contacts": [element.contact]} if element.contact is not None else {}
    return {
        "messaging_product": "whatsapp",
        "metadata": metadata,
        **contacts,
        element.part: [element.content],
    }


def _broken(element: Element) -> list[Any]:
    """Elements that no reader may fall over."""
    stamp = element.content.get("timestamp", "0")
    if element.part == STATUSES:
        return [
            None,
            "sent",
            {"id": 7, "status": ["sent"]},
            {"status": "read"},
            {"id": "", "timestamp": "soon"},
        ]
    return [
        None,
        7,
        {"id": "wamid.BROKEN1", "timestamp": stamp, "type": "text"},
        {"id": "wamid.BROKEN2", "timestamp": "soon", "type": "hologram", "from": [], "hologram": {"x": 1}},
        {"type": "interactive", "interactive": "yes", "from": "628"},
    ]
