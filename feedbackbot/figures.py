"""Figures about the bot itself, each by city; none ever holds personal data or a token."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from prometheus_client import Counter, Gauge, Histogram

CITIES: Final = 64
"""Of so many at a time what was worked out is kept at hand; beyond, it is worked out again."""
_city: ContextVar[str] = ContextVar("city", default="")


def city_name() -> str:
    """The city whose work this is, by its name in the file of cities; "" where a process serves one."""
    return _city.get()


@contextmanager
def work_of(city: str) -> Iterator[None]:
    """What is done within, and in all that is started within, is the work of that city."""
    token = _city.set(city)
    try:
        yield
    finally:
        _city.reset(token)


class OfCity:
    """One figure with the labels behind the city's: the city is that of the moment of counting."""

    def __init__(self, metric: Any, labels: tuple[str, ...] = ()) -> None:
        self._metric = metric
        self._labels = labels
        self._by_city: dict[str, Any] = {}

    def labels(self, *labels: str) -> "OfCity":
        """Good for every city, and for as long as the process lives."""
        return OfCity(self._metric, labels)

    def inc(self, amount: float = 1) -> None:
        self._present().inc(amount)

    def set(self, value: float) -> None:
        self._present().set(value)

    def observe(self, value: float) -> None:
        self._present().observe(value)

    def _present(self) -> Any:
        city = _city.get()
        found = self._by_city.get(city)
        if found is None:
            found = self._by_city[city] = self._metric.labels(city, *self._labels)
        return found


def of_city(
    kind: type[Counter | Gauge | Histogram], name: str, says: str, labels: Sequence[str] = (), **more: Any
) -> OfCity:
    """Declare a figure; `more` as Prometheus's own takes it."""
    return OfCity(kind(name, says, ["city", *labels], **more))


TURNS = of_city(Counter, "feedbackbot_turns_total", "Turns by outcome", ["outcome"])
TURN_SECONDS = of_city(
    Histogram,
    "feedbackbot_turn_seconds",
    "From the update's receipt to the commit of its turn",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60),
)
REPLY_SECONDS = of_city(
    Histogram,
    "feedbackbot_reply_seconds",
    "From the update's receipt to the reply being taken by the chat service",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60),
)
NOTICES = of_city(
    Counter, "feedbackbot_notices_unsaid_total", "Notices that were not said, and why.", ["notice", "why"]
)
FATES = of_city(Counter, "feedbackbot_messages_total", "Tries to send by lane and fate", ["lane", "fate"])
ARRIVALS = of_city(Counter, "feedbackbot_arrivals_total", "Updates received by what became of them", ["what"])
HEARD = of_city(
    Counter,
    "feedbackbot_heard_total",
    "Free words by what became of them and what they wanted",
    ["how", "aim"],
)
INBOX_DEPTH = of_city(Gauge, "feedbackbot_inbox_depth", "Updates that wait for their turn", ["channel"])
OUTBOX_DEPTH = of_city(
    Gauge, "feedbackbot_outbox_depth", "Messages that are due and wait to be sent, by lane", ["lane"]
)
OUTBOX_WAITS = of_city(
    Gauge, "feedbackbot_outbox_waits_seconds", "How long the longest of them has been due, by lane", ["lane"]
)
TAKEN_OVER = of_city(
    Counter, "feedbackbot_taken_over_total", "Messages of dead processes by what follows", ["what"]
)
CITY_UP = of_city(
    Gauge,
    "feedbackbot_city_up",
    "1 where a city of the file of cities takes updates and its database takes writes",
)
CITY_STARTS = of_city(Counter, "feedbackbot_city_starts_total", "Starts of a city by how they ended", ["how"])
