"""What happened, in order, for the page and for people played by tests.

Shapes, beside `kind` and `person` (id or null):

- `message`, `edited`: `message` (as the page gets it) · `deleted`: `message_id`
- `toast`: `text`, `show_alert`, `callback_query_id` · `tap_answered`: `callback_query_id`
- `chat_action`: `action` · `keyboard`: `keyboard` (or null) · `commands`: `commands`
- `call`: `call` with `method`, `ok`, `error_code`, `description`, `duration_ms`, `summary`, `person`, `at`
- `person`: `profile` (a Person) · `faults`: `faults` · `clock`: `clock` with `offset_seconds`
- of the other app: `wa_message`: `message` · `wa_status`: `message_id`, `status`, `code` · `wa_person`: `profile` ·
  `wa_typing`: `seconds` · `wa_account`: `account` (settings, costs, templates) · `wa_faults`: `faults`
- `closed`: the server stops
- `reset`: everything was forgotten, or the listener fell too far behind: read the state again
"""

import json
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import Any, TypeAlias

from feedbackbot.playground.chat_messages import ChatMessage

Listener: TypeAlias = "Callable[[Event], None]"


class Event:
    """One happening. `body` may hold a `ChatMessage`; it is put into JSON only when somebody reads over HTTP."""

    __slots__ = ("_encoded", "body", "id", "kind", "person")

    def __init__(self, number: int, kind: str, person: int | None, body: dict[str, Any]) -> None:
        self.id = number
        self.kind = kind
        self.person = person
        self.body = body
        self._encoded: bytes | None = None

    def as_sse(self) -> bytes:
        """The server-sent event, ending with the empty line."""
        if self._encoded is None:
            data = {"kind": self.kind, "person": self.person, **self.body}
            text = json.dumps(data, default=_plain, separators=(",", ":"))
            self._encoded = f"id: {self.id}\ndata: {text}\n\n".encode()
        return self._encoded


def _plain(value: object) -> Any:
    if isinstance(value, ChatMessage):
        return value.page()
    raise TypeError(f"cannot be put into JSON: {type(value).__name__}")


class EventLog:
    """The last `kept` events and those who listen. Listeners are called at once and must be quick. What happens to the `unseen`
    (people without a phone on the page) is told as calls only."""

    def __init__(self, kept: int) -> None:
        self.unseen: set[int] = set()
        self._kept: deque[Event] = deque(maxlen=kept)
        self._last = 0
        self._listeners: list[Listener] = []
        self.closed = False

    @property
    def last_id(self) -> int:
        """Id of the newest event, 0 before the first."""
        return self._last

    def emit(self, kind: str, person: int | None, **body: Any) -> None:
        """Keep an event and tell everybody who listens."""
        if person in self.unseen and kind != "call":
            return
        self._last += 1
        event = Event(self._last, kind, person, body)
        self._kept.append(event)
        for listener in self._listeners:
            listener(event)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for each new event; returns what ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def after(self, number: int) -> list[Event] | None:
        """Events newer than `number`, oldest first, or None if some of them are no longer kept."""
        count = self._last - number
        if not 0 <= count <= len(self._kept):
            return None
        return list(islice(reversed(self._kept), count))[::-1]

    def close(self) -> None:
        """Let go of everybody who listens."""
        self.closed = True
        self.emit("closed", None)
        self._listeners.clear()
