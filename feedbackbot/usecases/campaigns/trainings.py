"""Which trainings a campaign may be about."""

from feedbackbot.domain.campaigns.goal import GoalKind
from feedbackbot.storage.training.alive import alive_trainings
from feedbackbot.storage.training.courses import course_trainings
from feedbackbot.storage.training.trainings import Training
from feedbackbot.storage.transaction import Transaction


def trainings_for(tx: Transaction, kind: GoalKind) -> list[Training]:
    """Newest first: those that go on and, for a goal about a course, have one; for invitations, those still open."""
    alive = alive_trainings(tx)
    if kind in (GoalKind.STARTED_COURSE, GoalKind.FINISHED_COURSE):
        with_course = set(course_trainings(tx))
        alive = [one for one in alive if one.id in with_course]
    elif kind is GoalKind.ACCEPTED:
        alive = [one for one in alive if one.is_open(tx.now)]
    else:
        alive = [one for one in alive if one.ends_at is not None and one.ends_at > tx.now]
    return alive[::-1]
