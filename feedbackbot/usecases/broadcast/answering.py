"""A reader taps one of the answers under a broadcast."""

from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcast_people import (
    keep_answer,
)
from feedbackbot.storage.broadcast.broadcast_rows import was_sent_to
from feedbackbot.storage.broadcast.broadcasts import (
    broadcast_by_id,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.content import label_of


def answer_broadcast(tx: Transaction, broadcast_id: int, choice: int, person_id: int, language: str) -> str:
    """The label that was counted. Raises FeedbackbotError for whoever did not get it, and for an answer that it never offered."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or not 1 <= choice <= len(found.buttons) or not was_sent_to(tx, broadcast_id, person_id):
        raise FeedbackbotError("broadcast-answer-of-no-use")
    keep_answer(tx, broadcast_id, person_id, choice)
    return label_of(found.buttons[choice - 1], language)
