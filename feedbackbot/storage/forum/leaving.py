"""Cutting a name off from what it said: at the person's wish, and with time."""

from sqlalchemy import ColumnElement, String, cast, literal, select, update

from feedbackbot.domain.forum.statement import StatementState
from feedbackbot.storage.forum.results import drop_result
from feedbackbot.storage.forum.tables import forum_statement, forum_voter
from feedbackbot.storage.forum.votes import forget_votes, voices_of
from feedbackbot.storage.transaction import Transaction

_C = forum_statement.c
_SHOWN = StatementState.SHOWN.value


def forget_voices(tx: Transaction, who: str) -> int:
    """Votes go, out of every count too, and results are made anew; shown statements stay as nobody's, of others the words go. Returns
    in how many topics there were votes."""
    voices = voices_of(tx, who)
    for voter, topic_id in voices:
        forget_votes(tx, voter)
        drop_result(tx, topic_id)
    for topic_id in tx.run(select(_C.topic_id).where(_C.pseudonym == who).distinct()).scalars().all():
        drop_result(tx, topic_id)
    blank_statements(tx, _C.pseudonym == who)
    return len(voices)


def blank_statements(tx: Transaction, condition: ColumnElement[bool]) -> int:
    """They lose their author, and where nobody sees them their words."""
    gone = {"words": "", "state": StatementState.REFUSED.value}
    tx.run(update(forum_statement).where(condition, _C.state != _SHOWN).values(**gone))
    nobody = {"pseudonym": None, "appeal": "", "appealed": False, "doubts": ""}
    return int(tx.run(update(forum_statement).where(condition).values(**nobody)).rowcount)


def blank_voters(tx: Transaction, condition: ColumnElement[bool]) -> int:
    """They are numbers from now on."""
    number = literal("-") + cast(forum_voter.c.id, String(20))
    return int(tx.run(update(forum_voter).where(condition).values(pseudonym=number)).rowcount)
