"""How the line is broken on purpose, the same way each time for the same seed."""

import math
import random
import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Any

from feedbackbot.playground.refusals import Refusal, forbidden, too_many_requests

# Faults are about sending: these fail only when named in `methods`, or in an outage.
RECEIVING = frozenset(
    {"getUpdates", "getMe", "setWebhook", "deleteWebhook", "getWebhookInfo", "logOut", "close"}
)
MOST_CHATS_WATCHED = 50_000


class WrongFaults(ValueError):
    """The faults asked for make no sense; the text says why."""


@dataclass(slots=True)
class Faults:
    """The settings as the page and the tests give them. Shares are 0.0 to 1.0, latency in milliseconds.

    `limit_per_second` and `limit_per_chat_per_second` refuse with 429 what goes over; a `limit_penalty_seconds` above
    0 also refuses everything else of that bot or chat until so many seconds have passed.
    """

    latency_ms: float = 0
    error_429: dict[str, Any] = field(default_factory=lambda: {"share": 0.0, "retry_after": 3})
    error_403: dict[str, Any] = field(default_factory=lambda: {"share": 0.0})
    error_5xx: dict[str, Any] = field(default_factory=lambda: {"share": 0.0})
    drop_before: dict[str, Any] = field(default_factory=lambda: {"share": 0.0})
    drop_after: dict[str, Any] = field(default_factory=lambda: {"share": 0.0})
    outage: bool = False
    methods: list[str] | None = None
    seed: int = 1
    only_people: list[int] | None = None
    limit_per_second: float | None = None
    limit_per_chat_per_second: float | None = None
    limit_penalty_seconds: float = 0

    def as_json(self) -> dict[str, Any]:
        """As `POST /play/faults` takes them."""
        return {name: getattr(self, name) for name in self.__slots__}

    def any(self) -> bool:
        """Whether anything is broken at all."""
        return self.as_json() != {**Faults().as_json(), "seed": self.seed}


def read_faults(given: dict[str, Any]) -> Faults:
    """Faults from JSON; what is left out is not broken. Raises `WrongFaults`."""
    faults = Faults()
    for name, value in given.items():
        if name not in Faults.__slots__:
            raise WrongFaults(f"there is no fault named {name}")
        before = getattr(faults, name)
        if isinstance(before, dict):
            if not isinstance(value, dict):
                raise WrongFaults(f"{name} must be an object with a share")
            value = {**before, **value}
            value["share"] = float(value["share"])
            if "retry_after" in value:
                value["retry_after"] = int(value["retry_after"])
            if not 0 <= value["share"] <= 1:
                raise WrongFaults(f"the share of {name} must be between 0 and 1")
        setattr(faults, name, _checked(name, value))
    return faults


def _checked(name: str, value: Any) -> Any:
    """The value of a fault in the type that it is used in. Raises `WrongFaults`, TypeError or ValueError."""
    if name in ("methods", "only_people"):
        if value is not None and not isinstance(value, list):
            raise WrongFaults(f"{name} must be a list or null")
        return value
    if name.startswith("limit_per"):
        if value is not None and float(value) <= 0:
            raise WrongFaults(f"{name} must be above 0 or null")
        return None if value is None else float(value)
    if name in ("latency_ms", "limit_penalty_seconds"):
        return float(value)
    return int(value) if name == "seed" else bool(value) if name == "outage" else value


class Drop(Exception):
    """Close the connection without an answer; `after` says that the call is to be carried out first."""

    def __init__(self, after: bool) -> None:
        super().__init__("drop after" if after else "drop before")
        self.after = after


class FaultLine:
    """Decides for each call whether and how it fails."""

    def __init__(self) -> None:
        self.set(Faults())

    def set(self, faults: Faults) -> None:
        """Take new faults; the sequence of chances begins again from their seed."""
        self.faults = faults
        self.active = faults.any()
        self._chance = random.Random(faults.seed)  # noqa: S311  chances, not secrets
        self._sent: deque[float] = deque()
        self._sent_to: OrderedDict[int, deque[float]] = OrderedDict()
        self._punished: dict[int | None, float] = {}

    def touches(self, method: str, person_id: int | None) -> bool:
        """Whether the faults are about this call."""
        faults = self.faults
        if faults.methods is not None and method not in faults.methods:
            return False
        if faults.methods is None and method in RECEIVING:
            return False
        return faults.only_people is None or person_id in faults.only_people

    def strike(self, method: str, person_id: int | None) -> bool:
        """Raises `Refusal` or `Drop`; returns True if the call is to be done and its answer then dropped.

        One chance is drawn per kind of fault and call, in a fixed order, so a run can be repeated.
        """
        if self.faults.outage:
            raise Drop(after=False)
        if not self.touches(method, person_id):
            return False
        faults = self.faults
        drop_before, error_5xx, error_429, error_403, drop_after = (self._chance.random() for _ in range(5))
        if drop_before < faults.drop_before["share"]:
            raise Drop(after=False)
        if error_5xx < faults.error_5xx["share"]:
            raise Refusal(
                int(faults.error_5xx.get("code", 502)),
                str(faults.error_5xx.get("description", "Bad Gateway")),
            )
        if error_429 < faults.error_429["share"]:
            raise too_many_requests(int(faults.error_429["retry_after"]))
        if person_id is not None and error_403 < faults.error_403["share"]:
            raise forbidden("bot was blocked by the user")
        return bool(drop_after < faults.drop_after["share"])

    def count_send(self, person_id: int) -> None:
        """Count a message against the limits; raises `Refusal` 429 for what goes over."""
        faults, now = self.faults, time.monotonic()
        if faults.limit_per_second is not None:
            self._within(faults.limit_per_second, None, self._sent, now)
        if faults.limit_per_chat_per_second is not None:
            sent = self._sent_to.setdefault(person_id, deque())
            if len(self._sent_to) > MOST_CHATS_WATCHED:
                self._sent_to.popitem(last=False)
            self._within(faults.limit_per_chat_per_second, person_id, sent, now)
            sent.append(now)
        if faults.limit_per_second is not None:
            self._sent.append(now)

    def _within(self, limit: float, whom: int | None, sent: deque[float], now: float) -> None:
        """At most `limit` in any second (below 1: one in 1/limit seconds)."""
        most, window = (int(limit), 1.0) if limit >= 1 else (1, 1 / limit)
        until = self._punished.get(whom, 0.0)
        if now < until:
            raise too_many_requests(math.ceil(until - now))
        self._punished.pop(whom, None)
        while sent and sent[0] <= now - window:
            sent.popleft()
        if len(sent) >= most:
            wait = max(sent[0] + window - now, self.faults.limit_penalty_seconds)
            if self.faults.limit_penalty_seconds > 0:
                self._punished[whom] = now + wait
            raise too_many_requests(max(1, math.ceil(wait)))
