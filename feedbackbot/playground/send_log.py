"""Counts and the ordered list of what was sent, for tests that must know what reached whom, and how often."""

import time
from collections import Counter, deque
from typing import Any

MOST_FINGERPRINTS = 200_000


class Sent:
    """One accepted send or edit. `dropped` says that the bot was never told of it."""

    __slots__ = ("at", "dropped", "message_id", "method", "person_id", "text")

    def __init__(self, method: str, person_id: int, message_id: int, text: str | None) -> None:
        self.at = time.time()
        self.method = method
        self.person_id = person_id
        self.message_id = message_id
        self.text = text
        self.dropped = False

    def as_json(self) -> dict[str, Any]:
        """One line of `GET /play/sends`."""
        return {
            "at": self.at,
            "method": self.method,
            "person": self.person_id,
            "message_id": self.message_id,
            "text": self.text,
            "dropped": self.dropped,
        }


class Ledger:
    """Totals since the start or the last reset, and the newest `most_sends` sends."""

    def __init__(self, most_sends: int) -> None:
        self.total = 0
        self.methods: dict[str, Counter[str]] = {}
        self.errors: Counter[int] = Counter()
        self.dropped: Counter[str] = Counter()
        self.sends: deque[Sent] = deque(maxlen=most_sends)
        self._seen: Counter[int] = Counter()
        self.duplicates = 0

    def called(self, method: str, error_code: int | None) -> None:
        """Count a call and how it ended."""
        counts = self.methods.get(method)
        if counts is None:
            counts = self.methods[method] = Counter()
        counts["total"] += 1
        counts["ok" if error_code is None else "failed"] += 1
        if error_code is not None:
            self.errors[error_code] += 1

    def sent(self, method: str, person_id: int, message_id: int, text: str | None, new: bool) -> None:
        """Note an accepted send or edit; a new message with the same text in the same chat is a duplicate."""
        self.total += 1
        self.sends.append(Sent(method, person_id, message_id, text))
        if new and text is not None:
            fingerprint = hash((person_id, text))
            if fingerprint in self._seen:
                self.duplicates += 1
                self._seen[fingerprint] += 1
            elif len(self._seen) < MOST_FINGERPRINTS:
                self._seen[fingerprint] = 1

    def mark_dropped(self, since: int) -> None:
        """The answer to everything sent after the total was `since` never arrived."""
        for place in range(1, min(self.total - since, len(self.sends)) + 1):
            self.sends[-place].dropped = True

    def as_json(self) -> dict[str, Any]:
        """The counts of `GET /play/metrics`."""
        return {
            "methods": {method: dict(counts) for method, counts in self.methods.items()},
            "errors": {str(code): count for code, count in self.errors.items()},
            "dropped": dict(self.dropped),
            "refused_429": self.errors[429],
            "sends": self.total,
            "duplicates": self.duplicates,
        }
