"""Broadcasts that wait for somebody: an approval, a decision, the end of the writing."""

from sqlalchemy import ColumnElement, select

from feedbackbot.storage.broadcast.broadcasts import Stage
from feedbackbot.storage.broadcast.tables import broadcast
from feedbackbot.storage.transaction import Transaction


def awaiting_approval(tx: Transaction, approver_id: int) -> list[int]:
    """Of other authors: nobody approves the own."""
    return _ids(tx, (broadcast.c.state == Stage.AWAITING) & (broadcast.c.author_id != approver_id))


def overdue_of(tx: Transaction, author_id: int) -> list[int]:
    return _ids(tx, (broadcast.c.state == Stage.OVERDUE) & (broadcast.c.author_id == author_id))


def drafts_of(tx: Transaction, author_id: int) -> list[int]:
    """With words in them: a draft is made with the first tap, and mostly left there."""
    mine = (broadcast.c.state == Stage.DRAFT) & (broadcast.c.author_id == author_id)
    return _ids(tx, mine & (broadcast.c.words != "{}"))


def unwritten_draft(tx: Transaction, author_id: int, audience: str) -> int | None:
    """The newest draft for this audience in which nothing was written yet."""
    mine = (broadcast.c.state == Stage.DRAFT) & (broadcast.c.author_id == author_id)
    found = _ids(tx, mine & (broadcast.c.audience == audience) & (broadcast.c.words == "{}"))
    return found[0] if found else None


def _ids(tx: Transaction, condition: ColumnElement[bool]) -> list[int]:
    """Newest first."""
    return list(tx.run(select(broadcast.c.id).where(condition).order_by(broadcast.c.id.desc())).scalars())
