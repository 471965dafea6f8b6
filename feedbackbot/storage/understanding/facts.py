"""Facts about offices."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select

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
    return [
        FactRow(
            row.unit_id, row.service_id, row.topic, row.text, row.source, row.checked_on, bool(row.from_file)
        )
        for row in tx.run(statement.order_by(city_fact.c.id))
    ]


def put_fact(tx: Transaction, fact: FactRow) -> None:
    """In place of what was there. One from the city's file gives way to an admin's."""
    here = (
        (city_fact.c.unit_id == fact.unit_id)
        & (city_fact.c.topic == fact.topic)
        & (
            city_fact.c.service_id.is_(None)
            if fact.service_id is None
            else city_fact.c.service_id == fact.service_id
        )
    )
    if fact.from_file and tx.run(select(city_fact.c.id).where(here, ~city_fact.c.from_file)).first():
        return
    tx.run(delete(city_fact).where(here))
    if fact.text:
        tx.run(
            insert(city_fact).values(
                unit_id=fact.unit_id,
                service_id=fact.service_id,
                topic=fact.topic,
                text=fact.text,
                source=fact.source,
                checked_on=fact.checked_on,
                from_file=fact.from_file,
            )
        )


def forget_file_facts(tx: Transaction, unit_id: int) -> None:
    """Before the city's file is read again: what it no longer says is no longer said."""
    tx.run(delete(city_fact).where(city_fact.c.unit_id == unit_id, city_fact.c.from_file))
