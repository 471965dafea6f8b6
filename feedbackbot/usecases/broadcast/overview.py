"""Past, running and planned broadcasts, for whoever may see them."""

from feedbackbot.storage.broadcast.broadcasts import Broadcast, Stage, broadcast_by_id, newest_broadcasts
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.authority import managed, require_authority
from feedbackbot.usecases.broadcast.progress import Progress, read_progress

__all__ = ["Broadcast", "Stage", "newest_managed", "progress_of"]

SHOWN = 10


def newest_managed(tx: Transaction, person_id: int) -> list[Broadcast]:
    """Newest first; a unit's admin sees the own ones only."""
    authority = require_authority(tx, person_id)
    return newest_broadcasts(tx, SHOWN, None if authority.city else person_id)


def progress_of(tx: Transaction, broadcast_id: int, person_id: int) -> Progress:
    """Raises FeedbackbotError for whoever may not see it."""
    managed(tx, broadcast_id, person_id)
    found = read_progress(tx, broadcast_id)
    assert found is not None  # noqa: S101  `managed` has found it
    return found


def broadcast_seen(tx: Transaction, broadcast_id: int, person_id: int) -> Broadcast:
    """The broadcast itself. Raises FeedbackbotError for whoever may not see it."""
    managed(tx, broadcast_id, person_id)
    found = broadcast_by_id(tx, broadcast_id)
    assert found is not None  # noqa: S101  `managed` has found it
    return found
