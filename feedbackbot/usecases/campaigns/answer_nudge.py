"""The one button under a nudge: what it leads to, and that it was tapped."""

from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal
from feedbackbot.domain.campaigns.notices import Nudge
from feedbackbot.storage.campaigns.campaigns import Campaign, CampaignState, campaign_by_id
from feedbackbot.storage.campaigns.nudges import answer_nudge
from feedbackbot.storage.staff.employees import employee_of
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.figures import Figures


def open_nudge(tx: Transaction, person_id: int, nudge_id: int) -> tuple[Goal, Training | None] | None:
    """The campaign's goal with its training; None where the message is not this person's."""
    me = employee_of(tx, person_id)
    campaign_id = answer_nudge(tx, nudge_id, me.id) if me is not None else None
    found = campaign_by_id(tx, campaign_id) if campaign_id is not None else None
    if found is None:
        return None
    goal = found.goal
    return goal, training_by_id(tx, goal.training_id) if goal.training_id is not None else None


def _is_over(found: Campaign) -> bool:
    """Nothing of it is said any more, unless its best message is for the control group."""
    return found.state is not CampaignState.RUNNING and found.best_arm is None


def nudge_as_sent(tx: Transaction, notice: Nudge) -> tuple[Principle, str | None, Figures] | None:
    """Principle, own words and figures of a queued message; None where its campaign is gone or over, or that message of it is gone."""
    found = campaign_by_id(tx, notice.campaign)
    arm = next((one for one in found.arms if one.arm == notice.arm), None) if found else None
    if found is None or arm is None or arm.principle is None or _is_over(found):
        return None
    goal = found.goal
    training = training_by_id(tx, goal.training_id) if goal.training_id is not None else None
    figures = Figures(
        goal,
        training.title if training else "",
        training.answer_by if training else None,
        did=notice.did,
        peers=notice.peers,
        unit=notice.unit,
        ikm=notice.ikm,
        ratings=notice.ratings,
        jp=notice.jp,
        points=notice.points,
    )
    return Principle(arm.principle), arm.words, figures
