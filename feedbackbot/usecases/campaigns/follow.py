"""Follow campaigns: who has acted gets no more, what was ignored is noted, and at the horizon the counts are fixed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.campaigns.experiment.meta_analysis import Finding
from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.notices import CampaignOver
from feedbackbot.domain.campaigns.pace import IGNORED_AFTER
from feedbackbot.storage.campaigns.acts import acts_unseen, keep_acts, people_of
from feedbackbot.storage.campaigns.campaign_results import Counted, keep_counts, keep_finding, live_counts
from feedbackbot.storage.campaigns.campaigns import (
    Campaign,
    CampaignState,
    campaign_by_id,
    change_campaign,
    lock_campaign,
    over_of_late,
    running_campaigns,
)
from feedbackbot.storage.campaigns.nudges import fates_to_learn, ignored_nudges, learn_fates, mark_ignored
from feedbackbot.storage.pipeline.outbox_subjects import drop_waiting
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.read_campaign import count_moved, read_counts
from feedbackbot.usecases.campaigns.send_nudges import subject_of

_READ_AT_ONCE, _FATES_AT_ONCE, _ACTS_AT_ONCE, _MARKED_AT_ONCE, _DROPPED_AT_ONCE = 500, 50, 20, 200, 200
_LOOKED_BACK = timedelta(days=30)


async def follow_campaigns(runtime: Runtime) -> dict[str, int]:
    """All running campaigns, and what still waits of those that are over: looked up beside the writer, written some at a time."""
    counts = {"fates": 0, "acted": 0, "ignored": 0, "finished": 0, "dropped": 0}
    # what arrived is known before anything is counted
    while fates := await runtime.read(lambda tx: fates_to_learn(tx, _READ_AT_ONCE)):
        counts["fates"] += sum(await runtime.write_in_slices(fates, _FATES_AT_ONCE, learn_fates))
    for one in await runtime.read(running_campaigns):
        counts["acted"] += await see_acts(runtime, one)
    ignored = await runtime.read(lambda tx: ignored_nudges(tx, IGNORED_AFTER))
    counts["ignored"] = sum(await runtime.write_in_slices(ignored, _MARKED_AT_ONCE, mark_ignored))
    for number in await runtime.read(_at_horizon):
        counts["finished"] += await finish(runtime, number)
    counts["dropped"] = await _drop_what_waits(runtime)
    return counts


async def see_acts(runtime: Runtime, one: Campaign) -> int:
    """Note who has reached the goal, in every arm alike, and take back what still waits for them. Returns how many are new."""
    found = await runtime.read(lambda tx: acts_unseen(tx, one))
    moments = list(found.items())
    return sum(
        await runtime.write_in_slices(moments, _ACTS_AT_ONCE, lambda tx, some: _note_acts(tx, one, some))
    )


def _note_acts(tx: Transaction, one: Campaign, some: Sequence[tuple[int, datetime]]) -> int:
    new = keep_acts(tx, one.id, {who: _counted_at(at, one, tx.now) for who, at in some})
    for person_id in people_of(tx, new):
        drop_waiting(tx, subject_of(one.id), "acted", person_id)
    return len(new)


def _counted_at(at: datetime, one: Campaign, now: datetime) -> datetime:
    """Nobody drawn had reached the goal at the start: an earlier moment (the first "later" of what became a yes) is not the act's."""
    return at if at >= one.starts_at else now


def _at_horizon(tx: Transaction) -> list[int]:
    """Whose horizon is over and whose every act until then was seen: a run that began before the horizon may have missed the last."""
    over = [one for one in running_campaigns(tx) if tx.now >= one.ends_at]
    return [one.id for one in over if not any(at <= one.ends_at for at in acts_unseen(tx, one).values())]


async def finish(runtime: Runtime, campaign_id: int) -> bool:
    """At the horizon: fix the counts, learn from them, tell the author. False where another process has done it."""
    one = await runtime.read(lambda tx: campaign_by_id(tx, campaign_id))
    if one is None or one.state is not CampaignState.RUNNING:
        return False
    by_unit = one.assign_by is AssignBy.UNIT
    counts = await runtime.read(lambda tx: live_counts(tx, campaign_id, one.ends_at, by_unit=by_unit))
    moved = await count_moved(runtime, one)
    return await runtime.write(lambda tx: _fix(tx, campaign_id, counts, moved))


def _fix(tx: Transaction, campaign_id: int, counts: list[Counted], moved: int) -> bool:
    one = lock_campaign(tx, campaign_id)
    if one is None or one.state is not CampaignState.RUNNING:
        return False
    keep_counts(tx, one.id, counts)
    change_campaign(tx, one.id, state=CampaignState.FINISHED.value, finished_at=tx.now, moved=moved)
    reading = read_counts(one, counts, moved)
    if isinstance(reading, CampaignOutcome):
        _learn(tx, one, reading)
    if one.author_id is not None:
        tell(tx, one.author_id, CampaignOver(one.id))
    return True


async def _drop_what_waits(runtime: Runtime) -> int:
    """Messages of campaigns that are over: they would not be said any more, but until then they would count as the last one sent."""
    dropped = 0
    for number in await runtime.read(lambda tx: over_of_late(tx, tx.now - _LOOKED_BACK)):
        dropped += await runtime.write_until_done(
            lambda tx, one=number: drop_waiting(tx, subject_of(one), "campaign over", most=_DROPPED_AT_ONCE)  # type: ignore[misc]
        )
    return dropped


def _learn(tx: Transaction, one: Campaign, outcome: CampaignOutcome) -> None:
    """One finding a principle: messages that share a control group are not independent."""
    learnt = set()
    for message in outcome.messages:
        principle = one.arm(message.result.count.arm).principle
        if principle is not None and principle not in learnt and message.standard_error > 0:
            learnt.add(principle)
            keep_finding(tx, one.id, principle, Finding(message.difference, message.standard_error))
