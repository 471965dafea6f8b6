"""Results as they were computed, and of which votes."""

from datetime import datetime

from sqlalchemy import delete, func, select

from feedbackbot.domain.forum.result import ForumResult
from feedbackbot.domain.forum.statement import StatementState
from feedbackbot.storage.forum.tables import forum_result, forum_statement, forum_voter
from feedbackbot.storage.transaction import Transaction, upsert


def state_of_votes(tx: Transaction, topic_id: int) -> str:
    """Another one after every vote, statement and doubt."""
    c = forum_statement.c
    shown = (c.topic_id == topic_id) & (c.state == StatementState.SHOWN.value)
    sums = (func.count(), func.sum(c.id), func.sum(c.agree), func.sum(c.disagree), func.sum(c.passed))
    doubtful = (forum_voter.c.topic_id == topic_id) & (forum_voter.c.doubts != "")
    parts = [*tuple(tx.run(select(*sums).where(shown)).one())]
    parts.append(tx.run(select(func.count()).select_from(forum_voter).where(doubtful)).scalar_one())
    return ":".join(str(part or 0) for part in parts)


def keep_result(tx: Transaction, topic_id: int, of_votes: str, result: ForumResult) -> None:
    values = {"of_votes": of_votes, "at": tx.now, "body": result.to_json()}
    statement = upsert(tx, forum_result).values(topic_id=topic_id, **values)
    tx.run(statement.on_conflict_do_update(index_elements=["topic_id"], set_=values))


def result_of(tx: Transaction, topic_id: int) -> tuple[ForumResult, datetime] | None:
    """The newest, and when it was made."""
    row = tx.run(select(forum_result).where(forum_result.c.topic_id == topic_id)).one_or_none()
    return (ForumResult.from_json(row.body), row.at) if row else None


def made_of(tx: Transaction, topic_id: int) -> str | None:
    """Of which votes the newest result was made."""
    wanted = select(forum_result.c.of_votes).where(forum_result.c.topic_id == topic_id)
    return tx.run(wanted).scalar_one_or_none()


def drop_result(tx: Transaction, topic_id: int) -> None:
    """It must be made anew, whatever the votes are."""
    tx.run(delete(forum_result).where(forum_result.c.topic_id == topic_id))
