"""What an admin may still do with a campaign: stop it, or send its best message to the control group."""

from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.errors import FeedbackbotError, StateChanged
from feedbackbot.storage.campaigns.acts import how_many_left, left_in, plan_for
from feedbackbot.storage.campaigns.campaigns import (
    CONTROL,
    CampaignState,
    best_to_plan,
    change_campaign,
    lock_campaign,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import last_employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.authority import the_campaign
from feedbackbot.usecases.campaigns.read_campaign import reading_of

_PLANNED_AT_ONCE = 200


def cancel_campaign(tx: Transaction, admin_id: int, campaign_id: int) -> None:
    """No more messages, and no verdict for ever: ending where one likes the look of it finds effects in nothing. What waits is not
    said any more, and taken back by `follow_campaigns`."""
    found = the_campaign(tx, admin_id, campaign_id, lock=True)
    if found.state is not CampaignState.RUNNING:
        raise StateChanged("campaign-not-running")
    change_campaign(tx, campaign_id, state=CampaignState.CANCELLED.value, finished_at=tx.now)
    record(tx, admin_id, "campaign-cancelled", f"campaign:{campaign_id}")


def send_best(tx: Transaction, admin_id: int, campaign_id: int) -> int:
    """Give the control group what has proven to help; once. Returns to how many of them who have not acted since; a job plans it for
    each."""
    found = the_campaign(tx, admin_id, campaign_id, lock=True)
    reading = reading_of(tx, found) if found.state is CampaignState.FINISHED else None
    if not isinstance(reading, CampaignOutcome) or reading.best is None:
        raise FeedbackbotError("campaign-no-best")
    if found.best_arm is not None:
        raise StateChanged("campaign-best-sent")
    arm = reading.best.result.count.arm
    people = tx.beside(how_many_left, found, CONTROL)
    change_campaign(tx, campaign_id, best_arm=arm, best_sent_at=tx.now, best_until=0)
    record(
        tx, admin_id, "campaign-best-sent", f"campaign:{campaign_id}", after={"arm": arm, "people": people}
    )
    return people


async def plan_best(runtime: Runtime) -> dict[str, int]:
    """The best message falls due for the control group, some people at a time."""
    planned = 0
    for number in await runtime.read(best_to_plan):
        part: int | None = 0
        while part is not None:
            planned += part
            part = await runtime.write(lambda tx, one=number: plan_some(tx, one))  # type: ignore[misc]
    return {"planned": planned}


def plan_some(tx: Transaction, campaign_id: int) -> int | None:
    """Of the next employees by id; returns for how many, None once nobody is left."""
    found, after = lock_campaign(tx, campaign_id), best_to_plan(tx).get(campaign_id)
    if found is None or after is None:
        return None
    if after >= last_employee(tx):
        change_campaign(tx, campaign_id, best_until=None)
        return None
    ids = range(after + 1, after + _PLANNED_AT_ONCE + 1)
    some = left_in(tx, found, CONTROL, ids)
    plan_for(tx, campaign_id, some, tx.now)
    change_campaign(tx, campaign_id, best_until=ids[-1])
    return len(some)
