"""Votes become a result: meant to run in the render process, `await render.render(compute, cast)`.

Importing this module costs nothing; numpy is imported at the first result.
"""

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.result import ForumResult


def compute(cast: CastVotes) -> ForumResult:
    """Everything that is said of a topic."""
    from feedbackbot.reports.forum.meaning import forum_result

    return forum_result(cast)
