"""Results of topics whose votes have changed: read beside the writer, computed in the render process, stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.survey.bursts import BurstRule
from feedbackbot.reports.forum.compute import Computed, compute
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.forum.results import keep_result, made_of, state_of_votes
from feedbackbot.storage.forum.statements import shown_statements
from feedbackbot.storage.forum.topics import topics_begun
from feedbackbot.storage.forum.votes import Voter, set_doubts, voters_of, votes_of
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction

_VOTERS_AT_ONCE: Final = 100
_DOUBTS_AT_ONCE: Final = 100
_CHANGES_FOR: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a result is made of, and of which state of the votes."""

    of_votes: str
    statements: tuple[int, ...]
    voters: tuple[Voter, ...]


async def compute_results(runtime: Runtime, render: RenderProcess) -> dict[str, int]:
    """One topic after the other; returns how many."""
    changed = await runtime.read(_changed)
    for topic_id in changed:
        await compute_result(runtime, render, topic_id)
    return {"computed": len(changed)}


async def compute_result(runtime: Runtime, render: RenderProcess, topic_id: int) -> None:
    """Read, computed and kept; votes that come meanwhile are in the next one."""
    read = await runtime.read(lambda tx: _read(tx, topic_id))
    cast = await _cast(runtime, topic_id, read)
    done: Computed = await render.render(compute, cast)
    now = {voter.id: done.doubts.get(voter.id, "") for voter in read.voters}
    fresh = [(voter.id, now[voter.id]) for voter in read.voters if now[voter.id] != voter.doubts]
    await runtime.write_in_slices(fresh, _DOUBTS_AT_ONCE, lambda tx, some: set_doubts(tx, dict(some)))
    await runtime.write(lambda tx: keep_result(tx, topic_id, _as_now(read, now), done.result))


def _as_now(read: _Read, doubts: Mapping[int, str]) -> str:
    """The state the result is made of, with the doubts that it has brought itself."""
    return f"{read.of_votes.rpartition(':')[0]}:{sum(map(bool, doubts.values()))}"


def _changed(tx: Transaction) -> list[int]:
    recent = [topic for topic in topics_begun(tx, most=200) if topic.course.closes_at > tx.now - _CHANGES_FOR]
    return [topic.id for topic in recent if made_of(tx, topic.id) != state_of_votes(tx, topic.id)]


def _read(tx: Transaction, topic_id: int) -> _Read:
    statements = tuple(one.id for one in shown_statements(tx, topic_id))
    return _Read(state_of_votes(tx, topic_id), statements, tuple(voters_of(tx, topic_id)))


async def _cast(runtime: Runtime, topic_id: int, read: _Read) -> CastVotes:
    """Some voters at a time: fifty thousand rows at once would hold up the event loop."""
    shown, after = set(read.statements), 0
    voters: list[int] = []
    statements: list[int] = []
    votes: list[int] = []
    while True:
        last, rows = await runtime.read(
            lambda tx, after=after: votes_of(tx, topic_id, after, _VOTERS_AT_ONCE)  # type: ignore[misc]
        )
        if last is None:
            break
        for voter, statement, vote in rows:
            if statement in shown:
                voters.append(voter)
                statements.append(statement)
                votes.append(vote)
        after = last
    settings = runtime.settings
    rule = BurstRule(least=settings.survey_burst_least, times=settings.survey_burst_times)
    return CastVotes(
        read.statements,
        voters,
        statements,
        votes,
        first_hours=_hours(read),
        fresh=frozenset(voter.id for voter in read.voters if voter.fresh),
        doubts={voter.id: voter.doubts for voter in read.voters if voter.doubts},
        now=runtime.now(),
        bursts=rule,
    )


def _hours(read: _Read) -> Mapping[int, datetime]:
    return {voter.id: voter.first_hour for voter in read.voters}
