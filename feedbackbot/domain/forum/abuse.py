"""What is doubtful about voters of a topic: many at once, many who vote exactly alike, many from one place.

As in the survey nothing is refused on suspicion and nothing is dropped: the result is told with and without the doubtful voices.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.domain.survey.bursts import BurstRule, burst_hours

_LEAST_VOTES: Final = 8  # two agree on five statements by chance
_LEAST_ALIKE: Final = 5
_SLIPS: Final = 0.1  # somebody who is 98 % sure of eight statements slips more often
_LARGEST_SHARE: Final = 0.2  # of all voters; a larger choir is a common opinion


class Doubt(StrEnum):
    """As it stands beside a voice, several separated by commas."""

    BURST = "burst"
    ALIKE = "alike"
    NEW = "new"  # the account was made in the hour in which it first voted, and so were many others
    ONE_PLACE = "one-place"  # many voices of one network address on one day


_Said = tuple[tuple[int, int], ...]
Ballots = Mapping[int, Mapping[int, int]]
"""What each voter said: voter → statement → vote."""


def all_doubts(cast: CastVotes) -> dict[int, str]:
    """Of each doubtful voter, as it is kept: looked at anew each time, for more votes tell more; but where somebody came from stays."""
    ballots: dict[int, dict[int, int]] = defaultdict(dict)
    for voter, statement, vote in zip(cast.voter, cast.statement, cast.vote, strict=True):
        ballots[voter][statement] = vote
    found = {
        Doubt.BURST: in_bursts(cast.first_hours, cast.now, cast.bursts),
        Doubt.ALIKE: voting_alike(ballots),
        Doubt.NEW: new_in_numbers(cast.first_hours, cast.fresh, cast.bursts.least),
    }
    marks = {voter: {Doubt.ONE_PLACE.value} for voter, said in cast.doubts.items() if Doubt.ONE_PLACE in said}
    for doubt, voters in found.items():
        for voter in voters:
            marks.setdefault(voter, set()).add(doubt.value)
    return {voter: ",".join(sorted(said)) for voter, said in marks.items()}


def in_bursts(first_hours: Mapping[int, datetime], now: datetime, rule: BurstRule) -> set[int]:
    """Voters who first came in an hour with far more new voters than is normal for this topic."""
    counts: dict[datetime, int] = defaultdict(int)
    for hour in first_hours.values():
        counts[hour] += 1
    bursts = burst_hours(counts, now, rule)
    return {voter for voter, hour in first_hours.items() if hour in bursts}


def new_in_numbers(first_hours: Mapping[int, datetime], fresh: Collection[int], least: int) -> set[int]:
    """Voters whose account was as young as their voice, where more than `least` such came in one hour."""
    by_hour: dict[datetime, set[int]] = defaultdict(set)
    for voter in fresh:
        by_hour[first_hours[voter]].add(voter)
    return {voter for voters in by_hour.values() if len(voters) > least for voter in voters}


def voting_alike(ballots: Ballots) -> set[int]:
    """Voters whose answers to the same statements are equal to those of several others, sign for sign, while hardly anybody differs from
    them in one: people of one mind slip here and there, copies do not.

    Where nearly all say the same that is no wonder, so only answers off the common one count; nor is it where very many do.
    """
    choirs: dict[_Said, set[int]] = defaultdict(set)
    for voter, votes in ballots.items():
        if len(votes) >= _LEAST_VOTES:
            choirs[tuple(sorted(votes.items()))].add(voter)
    common = _common_answers(ballots)
    most = max(_LEAST_ALIKE, _LARGEST_SHARE * len(ballots))
    doubtful: set[int] = set()
    for said, choir in choirs.items():
        apart = sum(vote != common[statement] for statement, vote in said)
        is_choir = _LEAST_ALIKE <= len(choir) <= most and 2 * apart >= _LEAST_VOTES
        if is_choir and _nearly_alike(said, choirs) <= _SLIPS * len(choir):
            doubtful |= choir
    return doubtful


def _nearly_alike(said: _Said, choirs: Mapping[_Said, set[int]]) -> int:
    """How many differ from it in one answer."""
    others = (
        (*said[:place], (statement, other), *said[place + 1 :])
        for place, (statement, vote) in enumerate(said)
        for other in {*Vote} - {vote}
    )
    return sum(len(choirs.get(one, ())) for one in others)


def _common_answers(ballots: Ballots) -> dict[int, int]:
    counts: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for votes in ballots.values():
        for statement, vote in votes.items():
            counts[statement][vote] += 1
    return {
        statement: max(sorted(by_vote), key=lambda vote, by_vote=by_vote: by_vote[vote])  # type: ignore[misc]
        for statement, by_vote in counts.items()
    }
