"""What waits for a person to write, because the chat service lets it pass only then."""

from feedbackbot.storage.pipeline.windows import count_waiting
from feedbackbot.storage.transaction import Transaction


def letters_waiting(tx: Transaction, address_id: int) -> int:
    """How many go as soon as the person has written."""
    return count_waiting(tx, address_id)
