"""Facts about an office that people ask for, each with where it is from."""

from dataclasses import dataclass
from datetime import date

from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Fact:
    """`text` is escaped. `about`: the service it is about, or empty."""

    text: str
    source: str = ""
    checked_on: date | None = None
    about: str = ""


def fact_of(tx: Transaction, unit_id: int, service_id: int | None, topic: str) -> Fact | None:
    """None where the city has not said it."""
    return None
