"""An operator's word on what waits since a restore."""

from feedbackbot.storage.broadcast.broadcasts import Stage, move
from feedbackbot.storage.broadcast.under_way import running
from feedbackbot.storage.pipeline.sending_hold import drop_held, held_since, release_held
from feedbackbot.storage.transaction import Transaction


def resume_sending(tx: Transaction) -> int | None:
    """All of it goes; how many, None where nothing was held."""
    return None if held_since(tx) is None else release_held(tx)


def drop_held_sending(tx: Transaction) -> int | None:
    """None of it goes, and broadcasts under way write no further rows; what is new from now on goes as ever."""
    if held_since(tx) is None:
        return None
    for broadcast_id in running(tx):
        move(tx, broadcast_id, [Stage.RUNNING], Stage.CANCELLED)
    return drop_held(tx)
