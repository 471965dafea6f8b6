"""Speak another language with a person."""

from feedbackbot.storage.people.contacts import set_language
from feedbackbot.storage.transaction import Transaction


def choose_language(tx: Transaction, person_id: int, language: str) -> None:
    """`language` is one of the catalogue's."""
    set_language(tx, person_id, language)
