"""Which reminders went to whom, so that each goes once. What the contact policy dropped on its way did not go."""

from collections.abc import Sequence

from sqlalchemy import String, cast, delete, literal, select, update

from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.training.tables import enrolment, reminder_sent
from feedbackbot.storage.transaction import Transaction, upsert

_PREFIX = "remind:"


def reminder_once_key(enrolment_id: int, key: str) -> str:
    """How the reminder is called in the outbox."""
    return f"{_PREFIX}{enrolment_id}:{key}"


def mark_sent(tx: Transaction, enrolment_id: int, key: str) -> bool:
    """False where it was sent before."""
    done = tx.run(
        upsert(tx, reminder_sent)
        .values(enrolment_id=enrolment_id, key=key, at=tx.now)
        .on_conflict_do_nothing(index_elements=["enrolment_id", "key"])
    )
    return done.rowcount == 1


def unmark_sent(tx: Transaction, enrolment_id: int, key: str) -> None:
    mine = (reminder_sent.c.enrolment_id == enrolment_id) & (reminder_sent.c.key == key)
    tx.run(delete(reminder_sent).where(mine))


def forget_dropped(tx: Transaction, enrolment_id: int, key: str) -> None:
    """Let a reminder that was dropped between its queuing and its sending be tried again."""
    dropped = update(outbox).where(
        outbox.c.once_key == reminder_once_key(enrolment_id, key), outbox.c.state == State.DROPPED
    )
    if tx.run(dropped.values(once_key=None)).rowcount:
        unmark_sent(tx, enrolment_id, key)


def sent_keys(
    tx: Transaction, training_ids: Sequence[int], only: Sequence[int] | None = None
) -> dict[int, set[str]]:
    """By enrolment: of these trainings, or of `only` these enrolments."""
    called = literal(_PREFIX) + cast(reminder_sent.c.enrolment_id, String) + ":" + reminder_sent.c.key
    dropped = select(outbox.c.id).where(outbox.c.once_key == called, outbox.c.state == State.DROPPED)
    keys = select(reminder_sent.c.enrolment_id, reminder_sent.c.key).where(~dropped.exists())
    if only is None:
        keys = keys.join(enrolment).where(enrolment.c.training_id.in_(list(training_ids)))
    else:
        keys = keys.where(reminder_sent.c.enrolment_id.in_(list(only)))
    found: dict[int, set[str]] = {}
    for row in tx.run(keys):
        found.setdefault(row.enrolment_id, set()).add(row.key)
    return found
