"""What a person leaves behind, to be looked for."""

from sqlalchemy import select

from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction

PHONE = "6281260009999"


def all_text(tx: Transaction) -> str:
    """Every value of every table."""
    return "\n".join(
        str(value)
        for table in metadata.sorted_tables
        for row in tx.run(select(table))
        for value in row
        if value is not None
    )
