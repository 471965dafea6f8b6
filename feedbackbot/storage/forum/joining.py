"""Two names in the forum that turn out to be one person's: one voice a topic."""

from sqlalchemy import update

from feedbackbot.storage.forum.results import drop_result
from feedbackbot.storage.forum.tables import forum_statement, forum_vote, forum_voter
from feedbackbot.storage.forum.votes import forget_votes, seen_by, voices_of, voter_id
from feedbackbot.storage.transaction import Transaction


def join_names(tx: Transaction, old: str, new: str) -> None:
    """What `old` said is `new`'s; where both voted on a statement, the vote of `new` stays and the other leaves the counts."""
    tx.run(update(forum_statement).where(forum_statement.c.pseudonym == old).values(pseudonym=new))
    for voter, topic_id in voices_of(tx, old):
        mine = voter_id(tx, topic_id, new, lock=True)
        if mine is None:
            tx.run(update(forum_voter).where(forum_voter.c.id == voter).values(pseudonym=new))
            continue
        alone = forum_vote.c.statement_id.not_in(list(seen_by(tx, mine)))
        tx.run(update(forum_vote).where(forum_vote.c.voter_id == voter, alone).values(voter_id=mine))
        forget_votes(tx, voter)
        drop_result(tx, topic_id)
