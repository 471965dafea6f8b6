"""Facts about offices."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, insert, select

from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.tables import city_fact


@dataclass(frozen=True, slots=True)
class FactRow:
    """`service_id` is None for what holds for the whole unit."""

    unit_id: int
    service_id: int | None
    topic: str
    text: str
    source: str
    checked_on: date
    from_file: bool = False


def facts_of(tx: Transaction, unit_id: int, topic: str) -> list[FactRow]:
    """Of the unit and all its services."""
    statement = select(city_fact).where(city_fact.c.unit_id == unit_id, city_fact.c.topic == topic)
    return [_fact(row) for row in tx.run(statement.order_by(city_fact.c.id))]


def all_facts(tx: Transaction) -> list[FactRow]:
    """Of all units."""
    return [_fact(row) for row in tx.run(select(city_fact).order_by(city_fact.c.id))]


def put_fact(tx: Transaction, fact: FactRow) -> None:
    """An admin's, in place of what was there; without a text the topic has none."""
    of_service = city_fact.c.service_id
    here = of_service.is_(None) if fact.service_id is None else of_service == fact.service_id
    tx.run(
        delete(city_fact).where(city_fact.c.unit_id == fact.unit_id, city_fact.c.topic == fact.topic, here)
    )
    if fact.text:
        tx.run(insert(city_fact), _values(fact))


def put_file_facts(tx: Transaction, facts: Collection[FactRow]) -> None:
    """All that the city's file says: what it no longer says is no longer said, and what an admin has written meanwhile stays."""
    tx.run(delete(city_fact).where(city_fact.c.from_file))
    place = (city_fact.c.unit_id, city_fact.c.service_id, city_fact.c.topic)
    written = {tuple(row) for row in tx.run(select(*place))}
    new = [
        _values(fact)
        for fact in facts
        if fact.text and (fact.unit_id, fact.service_id, fact.topic) not in written
    ]
    if new:
        tx.run(insert(city_fact), new)


def _fact(row: Row[Any]) -> FactRow:
    return FactRow(
        row.unit_id, row.service_id, row.topic, row.text, row.source, row.checked_on, bool(row.from_file)
    )


def _values(fact: FactRow) -> dict[str, Any]:
    return {field.name: getattr(fact, field.name) for field in fields(fact)}
