"""Follow campaigns: who has acted gets no more, what was ignored is noted, and at the horizon the counts are fixed."""

from datetime import datetime

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.campaigns.experiment.meta_analysis import Finding
from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.notices import CampaignOver
from feedbackbot.domain.campaigns.pace import IGNORED_AFTER
from feedbackbot.storage.campaigns.campaign_results import keep_counts, keep_finding, live_counts
from feedbackbot.storage.campaigns.campaigns import (
    Campaign,
    CampaignState,
    change_campaign,
    lock_campaign,
    running_campaigns,
    stop_messages,
)
from feedbackbot.storage.campaigns.goals import who_reached
from feedbackbot.storage.campaigns.nudges import (
    learn_fates,
    mark_acted,
    mark_ignored,
    not_acted,
    people_of,
)
from feedbackbot.storage.pipeline.outbox_subjects import drop_waiting
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.read_campaign import count_moved, read_counts
from feedbackbot.usecases.campaigns.send_nudges import subject_of

_AT_ONCE = 500


def follow_campaigns(tx: Transaction) -> dict[str, int]:
    """One step over all running campaigns; call again until all counts are 0."""
    fates = learn_fates(tx, _AT_ONCE)
    acted = finished = 0
    for one in running_campaigns(tx):
        acted += see_acts(tx, one)
    ignored = mark_ignored(tx, IGNORED_AFTER)
    if fates < _AT_ONCE:  # what arrived is known before anything is counted
        for one in running_campaigns(tx):
            finished += tx.now >= one.ends_at and finish(tx, one.id)
    return {"fates": fates, "acted": acted, "ignored": ignored, "finished": finished}


def see_acts(tx: Transaction, one: Campaign) -> int:
    """Note who has reached the goal, in every arm alike, and take back what still waits for them. Returns how many are new."""
    waiting = not_acted(tx, one.id)
    moments = {
        who: _counted_at(at, one, tx.now) for who, at in who_reached(tx, one.goal).items() if who in waiting
    }
    mark_acted(tx, one.id, moments)
    for person_id in people_of(tx, moments):
        drop_waiting(tx, subject_of(one.id), "acted", person_id)
    return len(moments)


def _counted_at(at: datetime, one: Campaign, now: datetime) -> datetime:
    """Nobody drawn had reached the goal at the start: an earlier moment (the first "later" of what became a yes) is not the act's."""
    return at if at >= one.starts_at else now


def finish(tx: Transaction, campaign_id: int) -> bool:
    """At the horizon: fix the counts, learn from them, tell the author. False where another process has done it."""
    one = lock_campaign(tx, campaign_id)
    if one is None or one.state is not CampaignState.RUNNING:
        return False
    counts = live_counts(tx, one.id, one.ends_at, by_unit=one.assign_by is AssignBy.UNIT)
    moved = count_moved(tx, tx.settings, one)
    keep_counts(tx, one.id, counts)
    change_campaign(tx, one.id, state=CampaignState.FINISHED.value, finished_at=tx.now, moved=moved)
    stop_messages(tx, one.id)
    drop_waiting(tx, subject_of(one.id), "campaign-over")
    reading = read_counts(one, counts, moved)
    if isinstance(reading, CampaignOutcome):
        _learn(tx, one, reading)
    if one.author_id is not None:
        tell(tx, one.author_id, CampaignOver(one.id))
    return True


def _learn(tx: Transaction, one: Campaign, outcome: CampaignOutcome) -> None:
    """One finding a principle: messages that share a control group are not independent."""
    learnt = set()
    for message in outcome.messages:
        principle = one.arm(message.result.count.arm).principle
        if principle is not None and principle not in learnt and message.standard_error > 0:
            learnt.add(principle)
            keep_finding(tx, one.id, principle, Finding(message.difference, message.standard_error))
