"""An operator's word on what waits since a restore."""

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.broadcast.notices import OverdueAsked
from feedbackbot.storage.broadcast.broadcasts import Stage, broadcast_by_id, move
from feedbackbot.storage.broadcast.under_way import due_broadcasts, running
from feedbackbot.storage.pipeline.sending_hold import drop_held, held_since, release_held
from feedbackbot.storage.transaction import Transaction


def resume_sending(tx: Transaction) -> int | None:
    """All of it goes; how many, None where nothing was held."""
    return None if held_since(tx) is None else release_held(tx)


def drop_held_sending(tx: Transaction) -> int | None:
    """None of it goes, and broadcasts under way write no further rows. Of one whose time has come since the backup, and that may have
    gone out, its author is asked. What is new from now on goes as ever."""
    if held_since(tx) is None:
        return None
    for broadcast_id in running(tx):
        move(tx, broadcast_id, [Stage.RUNNING], Stage.CANCELLED)
    dropped = drop_held(tx)
    for broadcast_id in due_broadcasts(tx):
        found = broadcast_by_id(tx, broadcast_id)
        if found is not None and move(tx, broadcast_id, [Stage.PLANNED], Stage.OVERDUE):
            tell(tx, found.author_id, OverdueAsked(broadcast_id))
    return dropped
