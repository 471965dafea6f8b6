"""Voices and their votes. The counts of each statement are kept in the same transaction as the vote."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select, update

from feedbackbot.domain.calendar import full_hour
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.storage.forum.tables import forum_place, forum_statement, forum_vote, forum_voter
from feedbackbot.storage.transaction import Transaction, upsert

_COUNT = {
    Vote.AGREE: forum_statement.c.agree,
    Vote.DISAGREE: forum_statement.c.disagree,
    Vote.PASS: forum_statement.c.passed,
}
_VOTER = forum_voter.c


@dataclass(frozen=True, slots=True)
class Voter:
    """A voice in one topic."""

    id: int
    first_hour: datetime
    fresh: bool
    doubts: str


def voter_id(tx: Transaction, topic_id: int, who: str, *, lock: bool = False) -> int | None:
    """None for somebody who has not voted there. Locked, two taps of one person take turns."""
    statement = select(_VOTER.id).where(_VOTER.topic_id == topic_id, _VOTER.pseudonym == who)
    return tx.run(statement.with_for_update() if lock else statement).scalar_one_or_none()


def add_voter(
    tx: Transaction, topic_id: int, who: str, channel: str, *, fresh: bool, doubts: str = ""
) -> int:
    """The voice of this name, made if need be."""
    row = {"topic_id": topic_id, "pseudonym": who, "channel": channel, "fresh": fresh, "doubts": doubts}
    statement = upsert(tx, forum_voter).values(first_hour=full_hour(tx.now), **row)
    tx.run(statement.on_conflict_do_nothing(index_elements=["topic_id", "pseudonym"]))
    found = voter_id(tx, topic_id, who, lock=True)
    if found is None:
        raise RuntimeError("a voice that was just kept is not there")
    return found


def seen_by(tx: Transaction, voter: int) -> dict[int, int]:
    """Statement → vote."""
    rows = tx.run(select(forum_vote.c.statement_id, forum_vote.c.vote).where(forum_vote.c.voter_id == voter))
    return {row.statement_id: row.vote for row in rows}


def keep_vote(tx: Transaction, voter: int, statement_id: int, vote: Vote) -> bool:
    """False where this voice had said the same already; another word takes the place of the earlier."""
    mine = (forum_vote.c.voter_id == voter) & (forum_vote.c.statement_id == statement_id)
    earlier = tx.run(select(forum_vote.c.vote).where(mine)).scalar_one_or_none()
    if earlier == vote.value:
        return False
    if earlier is None:
        tx.run(insert(forum_vote), {"voter_id": voter, "statement_id": statement_id, "vote": vote.value})
        _count(tx, statement_id, {vote: 1})
    else:
        tx.run(update(forum_vote).where(mine).values(vote=vote.value))
        _count(tx, statement_id, {Vote(earlier): -1, vote: 1})
    return True


def _count(tx: Transaction, statement_id: int, change: Mapping[Vote, int]) -> None:
    values = {_COUNT[vote].name: _COUNT[vote] + by for vote, by in change.items()}
    tx.run(update(forum_statement).where(forum_statement.c.id == statement_id).values(**values))


def forget_votes(tx: Transaction, voter: int) -> None:
    """The voice, and what it said, out of the counts too."""
    for statement_id, vote in seen_by(tx, voter).items():
        _count(tx, statement_id, {Vote(vote): -1})
    tx.run(delete(forum_vote).where(forum_vote.c.voter_id == voter))
    tx.run(delete(forum_voter).where(_VOTER.id == voter))


def voices_of(tx: Transaction, who: str) -> list[tuple[int, int]]:
    """(voter, topic) under this name."""
    rows = tx.run(select(_VOTER.id, _VOTER.topic_id).where(_VOTER.pseudonym == who))
    return [(voter, topic) for voter, topic in map(tuple, rows)]


def voters_of(tx: Transaction, topic_id: int) -> list[Voter]:
    columns = select(_VOTER.id, _VOTER.first_hour, _VOTER.fresh, _VOTER.doubts)
    return [Voter(*tuple(row)) for row in tx.run(columns.where(_VOTER.topic_id == topic_id))]


def count_voters(tx: Transaction, topic_id: int) -> int:
    counted = select(func.count()).select_from(forum_voter).where(_VOTER.topic_id == topic_id)
    return int(tx.run(counted).scalar_one())


def count_doubtful(tx: Transaction, topic_id: int) -> int:
    counted = select(func.count()).select_from(forum_voter)
    return int(tx.run(counted.where(_VOTER.topic_id == topic_id, _VOTER.doubts != "")).scalar_one())


def took_part(tx: Transaction, topic_id: int, names: Collection[str]) -> set[str]:
    """Those of `names` who voted in the topic or wrote for it."""
    voted = select(_VOTER.pseudonym).where(_VOTER.topic_id == topic_id, _VOTER.pseudonym.in_(list(names)))
    author = forum_statement.c.pseudonym
    wrote = select(author).where(forum_statement.c.topic_id == topic_id, author.in_(list(names)))
    return {*tx.run(voted).scalars(), *tx.run(wrote).scalars()}


def votes_of(
    tx: Transaction, topic_id: int, after: int, most_voters: int
) -> tuple[int | None, list[tuple[int, int, int]]]:
    """(voter, statement, vote) of the next voters; the last of them, None where there are no more."""
    mine = select(_VOTER.id).where(_VOTER.topic_id == topic_id, _VOTER.id > after)
    some = list(tx.run(mine.order_by(_VOTER.id).limit(most_voters)).scalars())
    if not some:
        return None, []
    columns = select(forum_vote.c.voter_id, forum_vote.c.statement_id, forum_vote.c.vote)
    between = columns.where(forum_vote.c.voter_id.in_(some))
    return some[-1], [(voter, statement, vote) for voter, statement, vote in map(tuple, tx.run(between))]


def set_doubts(tx: Transaction, doubts: Mapping[int, str]) -> None:
    for voter, said in doubts.items():
        tx.run(update(forum_voter).where(_VOTER.id == voter).values(doubts=said))


def count_from_place(tx: Transaction, place: str, topic_id: int, day: date) -> int:
    """How many voices of a topic came from one place on the web today, with this one."""
    statement = upsert(tx, forum_place).values(place=place, topic_id=topic_id, day=day, n=1)
    counted = statement.on_conflict_do_update(
        index_elements=["place", "topic_id"], set_={"n": forum_place.c.n + 1}
    ).returning(forum_place.c.n)
    return int(tx.run(counted).scalar_one())
