"""Votes become a result: meant to run in the render process, `await render.render(compute, cast)`.

Importing this module costs nothing; numpy is imported at the first result.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.domain.forum.abuse import all_doubts
from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.result import ForumResult


@dataclass(frozen=True, slots=True)
class Computed:
    """`doubts` of each doubtful voter, those known before too."""

    result: ForumResult
    doubts: Mapping[int, str]


def compute(cast: CastVotes) -> Computed:
    """Who is doubtful, and everything that is said of the topic."""
    from feedbackbot.reports.forum.meaning import forum_result

    doubts = all_doubts(cast)
    return Computed(forum_result(cast, frozenset(doubts)), doubts)
