"""A raw update as it goes into the inbox: kept before it is understood."""

import hashlib
import json
from typing import Any

from feedbackbot.channels.raw_values import a_count, storable
from feedbackbot.channels.telegram.reading import NAME, chat_of
from feedbackbot.storage.pipeline.inbox import Arrival


def arrival(raw: object) -> Arrival:
    """One element of what getUpdates returned. One that is no update is kept under a hash of itself, in nobody's chat."""
    try:
        body = json.dumps(raw, separators=(",", ":"))
    except RecursionError:
        body = '"nested too deeply to be kept"'
    if isinstance(raw, dict) and (update_id := a_count(raw, "update_id")) is not None:
        return Arrival(NAME, str(update_id), chat_of(raw), update_id, body)
    return _broken(body)


def arrival_from_webhook(body: bytes) -> Arrival:
    """The body of one webhook call, whatever it is."""
    try:
        return arrival(json.loads(body))
    except (ValueError, RecursionError):
        return _broken(storable(body.decode("utf-8", "replace")))


def _broken(body: str) -> Arrival:
    key = hashlib.sha256(body.encode()).hexdigest()[:40]
    return Arrival(NAME, f"x{key}", "", 0, body, broken=True)


def next_offset(batch: list[Any]) -> int | None:
    """What acknowledges the batch to getUpdates; None where nothing in it can be acknowledged."""
    known = [
        update_id
        for raw in batch
        if isinstance(raw, dict) and (update_id := a_count(raw, "update_id")) is not None
    ]
    return max(known) + 1 if known else None
