"""The one button under a nudge: what it leads to, and that it was tapped."""

from feedbackbot.domain.campaigns.goal import Goal
from feedbackbot.storage.campaigns.campaigns import campaign_by_id
from feedbackbot.storage.campaigns.nudges import answer_nudge
from feedbackbot.storage.staff.employees import employee_of
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction


def open_nudge(tx: Transaction, person_id: int, nudge_id: int) -> tuple[Goal, Training | None] | None:
    """The campaign's goal with its training; None where the message is not this person's."""
    me = employee_of(tx, person_id)
    campaign_id = answer_nudge(tx, nudge_id, me.id) if me is not None else None
    found = campaign_by_id(tx, campaign_id) if campaign_id is not None else None
    if found is None:
        return None
    goal = found.goal
    return goal, training_by_id(tx, goal.training_id) if goal.training_id is not None else None
