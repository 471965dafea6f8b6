"""What an admin may still do with a campaign: stop it, or send its best message to the control group."""

from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.storage.campaigns.campaigns import (
    CONTROL,
    CampaignState,
    change_campaign,
    stop_messages,
)
from feedbackbot.storage.campaigns.goals import who_reached
from feedbackbot.storage.campaigns.nudges import not_acted, plan_for
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.pipeline.outbox_subjects import drop_waiting
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.authority import the_campaign
from feedbackbot.usecases.campaigns.read_campaign import reading_of
from feedbackbot.usecases.campaigns.send_nudges import subject_of


def cancel_campaign(tx: Transaction, admin_id: int, campaign_id: int) -> None:
    """No more messages, and no verdict for ever: ending where one likes the look of it finds effects in nothing."""
    found = the_campaign(tx, admin_id, campaign_id, lock=True)
    if found.state is not CampaignState.RUNNING:
        raise StateChanged("campaign-not-running")
    change_campaign(tx, campaign_id, state=CampaignState.CANCELLED.value, finished_at=tx.now)
    stop_messages(tx, campaign_id)
    drop_waiting(tx, subject_of(campaign_id), "cancelled")
    record(tx, admin_id, "campaign-cancelled", f"campaign:{campaign_id}")


def send_best(tx: Transaction, admin_id: int, campaign_id: int) -> int:
    """Give the control group what has proven to help; once. Returns to how many of them who have not acted since."""
    found = the_campaign(tx, admin_id, campaign_id, lock=True)
    reading = reading_of(tx, found)
    if not isinstance(reading, CampaignOutcome) or reading.best is None:
        raise FeedbackbotError("campaign-no-best")
    if found.best_arm is not None:
        raise StateChanged("campaign-best-sent")
    arm = reading.best.result.count.arm
    change_campaign(tx, campaign_id, best_arm=arm, best_sent_at=tx.now)
    waiting = not_acted(tx, campaign_id, CONTROL) - set(who_reached(tx, found.goal))
    people = plan_for(tx, campaign_id, waiting, tx.now)
    record(
        tx, admin_id, "campaign-best-sent", f"campaign:{campaign_id}", after={"arm": arm, "people": people}
    )
    return people
