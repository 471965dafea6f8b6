"""Which home a person chose last."""

from sqlalchemy import select, update

from feedbackbot.storage.people.tables import person
from feedbackbot.storage.transaction import Transaction


def chosen_home(tx: Transaction, person_id: int) -> str:
    """A role, "" where none was chosen."""
    return tx.run(select(person.c.home).where(person.c.id == person_id)).scalar_one_or_none() or ""


def choose_home(tx: Transaction, person_id: int, home: str) -> None:
    tx.run(update(person).where(person.c.id == person_id).values(home=home))
