"""One delivery of the service as everything in it: up to a thousand updates in arrays within arrays, each kept by itself.

One that is broken never loses the others: Meta would repeat all of them, for days.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from feedbackbot.channels.raw_values import a_list, a_text, an_object, storable
from feedbackbot.channels.whatsapp.addresses import NAME, sender_of
from feedbackbot.channels.whatsapp.reading import moment_of
from feedbackbot.channels.whatsapp.statuses import Status, read_status
from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)


def walk(raw: bytes, sender: str) -> tuple[list[Arrival], list[Status], list[tuple[str, dict[str, Any]]]]:
    """Messages, statuses and news of the account (field and value) of one body; those for another number than `sender` are left out."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return [_broken(storable(raw.decode("utf-8", "replace")))], [], []
    arrivals: list[Arrival] = []
    statuses: list[Status] = []
    news: list[tuple[str, dict[str, Any]]] = []
    for field, value in _changes(body):
        if not isinstance(value, dict):
            arrivals.append(_broken(_text(value)))
            continue
        if field != "messages":
            news.append((field, value))
            continue
        meant_for = a_text(an_object(value, "metadata"), "phone_number_id", 64)
        if meant_for and meant_for != sender:
            _log.info("updates of another number are left out")
            continue
        contacts = [one for one in a_list(value, "contacts") if isinstance(one, dict)]
        arrivals += [_arrival(one, contacts) for one in _all(value, "messages")]
        for one in _all(value, "statuses"):
            status = read_status(one)
            if status is None:
                arrivals.append(_broken(_text(one)))
            else:
                statuses.append(status)
    return arrivals, statuses, news


def _changes(body: Any) -> Iterator[tuple[str, Any]]:
    """Field and value of every change of every entry; what is no such thing as a value of its own, to be kept as broken."""
    entries = body.get("entry") if isinstance(body, dict) else None
    if not isinstance(entries, list):
        yield "", body if not isinstance(body, dict) else [body]
        return
    for entry in entries:
        changes = entry.get("changes") if isinstance(entry, dict) else None
        if not isinstance(changes, list):
            yield "", [entry]
            continue
        for change in changes:
            if isinstance(change, dict):
                yield a_text(change, "field", 64), change.get("value")
            else:
                yield "", change


def _all(value: dict[str, Any], name: str) -> list[Any]:
    """An array, or the one thing that stands where it should."""
    found = value.get(name, [])
    return found if isinstance(found, list) else [found]


def _arrival(message: Any, contacts: list[dict[str, Any]]) -> Arrival:
    if not isinstance(message, dict) or not (ref := a_text(message, "id", 1000)):
        return _broken(_text(message))
    if not all(isinstance(message.get(name, ""), str) for name in ("from", "from_user_id")):
        return _broken(_text(message))
    contact = _contact_of(message, contacts)
    chat, _ = sender_of(message, contact)
    if not chat:
        return _broken(_text(message))
    moment = moment_of(message)
    body = _text({"message": message, "contact": contact})
    position = 0 if moment is None else max(0, int(moment.timestamp()))
    return Arrival(NAME, f"m:{_hash(ref)}", chat, position, body)


def _contact_of(message: dict[str, Any], contacts: list[dict[str, Any]]) -> dict[str, Any]:
    """Of several, the one who wrote; of one, that one."""
    number, user_id = a_text(message, "from", 160), a_text(message, "from_user_id", 160)
    for contact in contacts:
        same_id = user_id and contact.get("user_id") == user_id
        if same_id or (number and contact.get("wa_id") == number):
            return contact
    named = number or user_id
    return contacts[0] if len(contacts) == 1 and not named else {}


def _broken(body: str) -> Arrival:
    return Arrival(NAME, f"x:{_hash(body)}", "", 0, body, broken=True)


def _text(value: Any) -> str:
    try:
        return storable(json.dumps(value, separators=(",", ":")))
    except (ValueError, RecursionError):
        return '"cannot be kept"'


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]
