"""Which forms have come already: a form sent twice counts once."""

from feedbackbot.domain.calendar import full_hour
from feedbackbot.storage.survey.tables import form_receipt
from feedbackbot.storage.transaction import Transaction, upsert


def note_receipt(tx: Transaction, name: str) -> bool:
    """Whether this form comes for the first time. The same form sent elsewhere in this moment waits here until this transaction ends."""
    statement = upsert(tx, form_receipt).values(name=name, at=full_hour(tx.now))
    made = tx.run(statement.on_conflict_do_nothing(index_elements=["name"]).returning(form_receipt.c.name))
    return made.scalar_one_or_none() is not None
