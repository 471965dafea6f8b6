"""A reader taps one of the answers under a broadcast."""

from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.broadcast.broadcast_people import keep_answer
from feedbackbot.storage.broadcast.broadcast_rows import was_sent_to
from feedbackbot.storage.broadcast.broadcasts import Broadcast, broadcast_by_id
from feedbackbot.storage.transaction import Transaction


def answer_broadcast(tx: Transaction, broadcast_id: int, choice: int, person_id: int) -> Broadcast:
    """Count the answer at the place `choice` (from 1); returns the broadcast. Raises FeedbackbotError for whoever did not get it, and for
    an answer that it never offered."""
    found = broadcast_by_id(tx, broadcast_id)
    if found is None or not 1 <= choice <= len(found.buttons) or not was_sent_to(tx, broadcast_id, person_id):
        raise FeedbackbotError("broadcast-answer-of-no-use")
    keep_answer(tx, broadcast_id, person_id, choice)
    return found
