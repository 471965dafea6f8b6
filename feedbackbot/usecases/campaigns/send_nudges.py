"""Send the messages of campaigns as they fall due. One bounded step; call again until it returns 0."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.campaigns.notices import Nudge
from feedbackbot.domain.campaigns.pace import earliest, next_wave
from feedbackbot.storage.campaigns.campaigns import Campaign, CampaignArm, campaign_by_id
from feedbackbot.storage.campaigns.goals import who_reached
from feedbackbot.storage.campaigns.nudges import (
    Due,
    add_nudge,
    drop_nudge,
    due_people,
    once_key,
    past_nudges,
    plan_next,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.figures import Circumstances, Figures, circumstances, figures_for

_AT_ONCE = 100


@dataclass
class _Known:
    """What is read once a step and campaign."""

    campaign: Campaign
    now: Circumstances
    reached: frozenset[int] = field(default_factory=frozenset)


def send_nudges(tx: Transaction, most: int = _AT_ONCE) -> dict[str, int]:
    """`looked_at` counts everybody whose turn it was, `queued` those to whom a message is on its way."""
    known: dict[int, _Known] = {}
    due = due_people(tx, most)
    queued = 0
    for one in due:
        if one.campaign_id not in known:
            known[one.campaign_id] = _read(tx, one.campaign_id)
        queued += _send(tx, known[one.campaign_id], one)
    return {"looked_at": len(due), "queued": queued}


def _read(tx: Transaction, campaign_id: int) -> _Known:
    found = campaign_by_id(tx, campaign_id)
    assert found is not None  # noqa: S101  its people refer to it
    return _Known(found, circumstances(tx, found.goal), frozenset(who_reached(tx, found.goal)))


def _send(tx: Transaction, known: _Known, one: Due) -> bool:
    campaign = known.campaign
    arm = _arm_to_send(campaign, one.arm)
    if one.employee_id in known.reached or one.person_id is None or arm is None or arm.principle is None:
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
    """The control group gets nothing, but for the best message once the campaign is over."""
    if campaign.best_arm is not None:
        return campaign.arm(campaign.best_arm)
    return campaign.arm(arm)


def _next(campaign: Campaign, one: Due) -> datetime | None:
    if campaign.best_arm is not None:
        return None
    return next_wave(
        campaign.starts_at, campaign.waves, campaign.wave_gap_days, one.waves_done + 1, campaign.ends_at
    )
