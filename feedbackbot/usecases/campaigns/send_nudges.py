"""Send the messages of campaigns as they fall due: who and what is looked up beside the writer, some at a time are sent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.campaigns.notices import Nudge
from feedbackbot.domain.campaigns.pace import earliest, next_wave
from feedbackbot.storage.campaigns.campaigns import (
    CONTROL,
    Campaign,
    CampaignArm,
    CampaignState,
    campaign_by_id,
)
from feedbackbot.storage.campaigns.goals import who_reached
from feedbackbot.storage.campaigns.nudges import (
    Due,
    add_nudge,
    drop_nudge,
    due_keys,
    due_people,
    once_key,
    past_nudges,
    plan_next,
)
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.figures import Circumstances, Figures, circumstances, figures_for

_READ_AT_ONCE, _SENT_AT_ONCE = 500, 10


@dataclass(frozen=True, slots=True)
class _Known:
    """What is the same for all messages of a campaign."""

    campaign: Campaign
    now: Circumstances


async def send_nudges(runtime: Runtime) -> dict[str, int]:
    """All that are due, some at a time. `looked_at` counts everybody whose turn it was, `queued` those to whom a message is on its
    way."""
    counts = {"looked_at": 0, "queued": 0}
    while due := await runtime.read(lambda tx: due_keys(tx, _READ_AT_ONCE)):
        known = await runtime.read(lambda tx, due=due: _read(tx, {one for one, _ in due}))  # type: ignore[misc]
        done = await runtime.write_in_slices(
            due,
            _SENT_AT_ONCE,
            lambda tx, some, known=known: send_some(tx, known, some),  # type: ignore[misc]
        )
        for looked_at, queued in done:
            counts["looked_at"] += looked_at
            counts["queued"] += queued
    return counts


def _read(tx: Transaction, campaigns: Collection[int]) -> dict[int, _Known]:
    found = [one for number in campaigns if (one := campaign_by_id(tx, number))]
    return {one.id: _Known(one, circumstances(tx, one.goal)) for one in found}


def send_some(
    tx: Transaction, known: Mapping[int, _Known], keys: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """Those of them who are still due. Returns how many they were, and how many messages are on their way."""
    due = due_people(tx, keys)
    there = {number: one for number in known if (one := campaign_by_id(tx, number))}
    reached: set[tuple[int, int]] = set()
    for number, one in there.items():
        mine = [who.employee_id for who in due if who.campaign_id == number]
        reached |= {(number, who) for who in who_reached(tx, one.goal, mine)}
    queued = 0
    for who in due:
        now = _Known(there[who.campaign_id], known[who.campaign_id].now)
        queued += _send(tx, now, who, (who.campaign_id, who.employee_id) in reached)
    return len(due), queued


def _send(tx: Transaction, known: _Known, one: Due, reached: bool) -> bool:
    campaign = known.campaign
    arm = _arm_to_send(campaign, one.arm)
    if reached or one.person_id is None or arm is None or arm.principle is None:
        plan_next(tx, campaign.id, one.employee_id, None, one.waves_done)
        return False
    usual = timedelta(days=tx.settings.nudge_days_between)
    not_before = earliest(past_nudges(tx, one.employee_id), usual)
    if not_before is not None and not_before > tx.now:
        later = not_before if campaign.best_arm or not_before < campaign.ends_at else None
        plan_next(tx, campaign.id, one.employee_id, later, one.waves_done)
        return False
    plan_next(tx, campaign.id, one.employee_id, _next(campaign, one), one.waves_done + 1)
    figures = figures_for(tx, arm.principle, known.now, one.employee_id, one.unit_id)
    return figures is not None and _queue(tx, known, one, arm, figures)


def _queue(tx: Transaction, known: _Known, one: Due, arm: CampaignArm, figures: Figures) -> bool:
    assert one.person_id is not None  # noqa: S101  asked by the caller
    campaign = known.campaign
    nudge_id = add_nudge(tx, campaign.id, one.employee_id, arm.arm, one.waves_done + 1)

    notice = Nudge(
        nudge_id,
        campaign.id,
        arm.arm,
        figures.did,
        figures.peers,
        figures.unit,
        figures.ikm,
        figures.ratings,
        figures.jp,
        figures.points,
    )
    told = tell(
        tx,
        one.person_id,
        notice,
        subject=subject_of(campaign.id),
        once_key=once_key(nudge_id),
        expires=None if campaign.best_arm else campaign.ends_at,
    )
    if told.will_go:
        return True
    drop_nudge(tx, nudge_id)
    return False


def subject_of(campaign_id: int) -> str:
    """Groups a campaign's messages in the outbox."""
    return f"campaign:{campaign_id}"


def _arm_to_send(campaign: Campaign, arm: str) -> CampaignArm | None:
    """While it runs, everybody's own. Once it is over nothing, but for the best message to the control group."""
    if campaign.state is CampaignState.RUNNING:
        return campaign.arm(arm)
    if campaign.best_arm is not None and arm == CONTROL:
        return campaign.arm(campaign.best_arm)
    return None


def _next(campaign: Campaign, one: Due) -> datetime | None:
    if campaign.best_arm is not None:
        return None
    return next_wave(
        campaign.starts_at, campaign.waves, campaign.wave_gap_days, one.waves_done + 1, campaign.ends_at
    )
