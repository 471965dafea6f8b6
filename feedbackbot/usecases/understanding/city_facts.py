"""Facts about an office that people ask for, each with where it is from; admins change them."""

import json
from dataclasses import dataclass
from datetime import date

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.units.city_facts import TOPICS
from feedbackbot.domain.units.read_facts import LONGEST_SOURCE, LONGEST_TEXT
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.facts import FactRow, facts_of, put_fact
from feedbackbot.storage.units.units import hours_of_unit, services_of

__all__ = ["LONGEST_SOURCE", "LONGEST_TEXT", "TOPICS"]


@dataclass(frozen=True, slots=True)
class Fact:
    """`about`: the service it is about, or empty. `source` is empty where the city's file says it by itself."""

    text: str
    source: str = ""
    checked_on: date | None = None
    about: str = ""


def fact_of(tx: Transaction, unit_id: int, service_id: int | None, topic: str) -> Fact | None:
    """Of the service, else of the whole unit; None where the city has not said it."""
    rows = {row.service_id: row for row in facts_of(tx, unit_id, topic)}
    row = rows.get(service_id) or rows.get(None)
    if row is None:
        return None
    names = {one.id: one.name for one in services_of(tx, unit_id)}
    return Fact(row.text, row.source, row.checked_on, names.get(row.service_id or 0, ""))


def kept_hours(tx: Transaction, unit_id: int) -> dict[int, str]:
    """Hours by ISO weekday as the city's file gives them; empty where it does not."""
    kept = hours_of_unit(tx, unit_id)
    return {int(day): str(hours) for day, hours in json.loads(kept).items()} if kept else {}


def change_fact(
    tx: Transaction, admin_id: int, unit_id: int, service_id: int | None, topic: str, text: str, source: str
) -> None:
    """Checked today, by whoever writes it; an empty text takes it away."""
    row = FactRow(unit_id, service_id, topic, text[:LONGEST_TEXT], source[:LONGEST_SOURCE], city_day(tx.now))
    write_fact(tx, admin_id, row)


def write_fact(tx: Transaction, admin_id: int | None, row: FactRow) -> None:
    put_fact(tx, row)
    record(tx, admin_id, "fact-changed", f"unit:{row.unit_id}", after={"topic": row.topic})
