"""Which forms have come already: a form sent twice counts once."""

from feedbackbot.domain.calendar import full_hour
from feedbackbot.storage.prepared import PreparedUpsert
from feedbackbot.storage.survey.tables import form_receipt
from feedbackbot.storage.transaction import Transaction

_NOTE = PreparedUpsert(
    form_receipt,
    ("name", "at"),
    lambda statement: statement.on_conflict_do_nothing(index_elements=["name"]).returning(
        form_receipt.c.name
    ),
)


def note_receipt(tx: Transaction, name: str) -> bool:
    """Whether this form comes for the first time. The same form sent elsewhere in this moment waits here until this transaction ends."""
    return _NOTE.on(tx).first(tx, {"name": name, "at": full_hour(tx.now)}) is not None
