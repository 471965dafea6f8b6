"""What an admin may see of a campaign: progress before the horizon, after it a verdict or the reason why there is none."""

from dataclasses import dataclass

from feedbackbot.domain.campaigns.experiment.assignment import moved
from feedbackbot.domain.campaigns.experiment.outcome import ArmCount, UnitCount, arm_totals
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.experiment.reading import (
    Progress,
    Reading,
    Refusal,
    RefusedBecause,
    read_people,
    read_units,
)
from feedbackbot.storage.campaigns.campaign_results import Counted, kept_counts, live_counts
from feedbackbot.storage.campaigns.campaigns import (
    Campaign,
    CampaignState,
    campaign_by_id,
    campaigns_where,
    stored_people,
    stored_units,
)
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import last_employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.authority import require_campaigner, the_campaign
from feedbackbot.usecases.campaigns.draw_people import arms_of_people, arms_of_units

__all__ = ["Campaign", "CampaignState", "campaign_by_id"]
_LOOKED_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class CampaignView:
    campaign: Campaign
    reading: Reading


def all_campaigns(tx: Transaction, person_id: int) -> list[Campaign]:
    """Newest first."""
    require_campaigner(tx, person_id)
    return campaigns_where(tx)


def view_campaign(tx: Transaction, person_id: int, campaign_id: int) -> CampaignView:
    found = the_campaign(tx, person_id, campaign_id)
    return CampaignView(found, reading_of(tx, found))


def reading_of(tx: Transaction, one: Campaign) -> Reading:
    """From the counts fixed at the horizon; a campaign that goes on or was cancelled shows its present counts and no verdict."""
    by_unit = one.assign_by is AssignBy.UNIT
    if one.state is CampaignState.FINISHED:
        return read_counts(one, kept_counts(tx, one.id), one.moved)
    counts = live_counts(tx, one.id, one.ends_at, by_unit=by_unit)
    return Progress(tuple(arm_totals(one.plan, [_arm(count) for count in counts])), one.ends_at)


def read_counts(one: Campaign, counts: list[Counted], moved_ones: int) -> Reading:
    """The engine's reading at the horizon; whoever sits in another arm than drawn makes it worthless."""
    if moved_ones:
        totals = tuple(arm_totals(one.plan, [_arm(count) for count in counts]))
        return Refusal(RefusedBecause.ASSIGNED_RATIO, totals)
    if one.assign_by is AssignBy.UNIT:
        units = [UnitCount(str(count.unit), _arm(count)) for count in counts]
        return read_units(one.plan, units, one.ends_at)
    return read_people(one.plan, [_arm(count) for count in counts], one.ends_at)


async def count_moved(runtime: Runtime, one: Campaign) -> int:
    """Persons or units whose stored arm is not what the key gives; in a unit's draw also persons not in their unit's arm."""
    wrong = await runtime.read(lambda tx: _moved_units(tx, one)) if one.assign_by is AssignBy.UNIT else 0
    for start in range(0, await runtime.read(last_employee), _LOOKED_AT_ONCE):
        ids = range(start + 1, start + _LOOKED_AT_ONCE + 1)
        wrong += await runtime.read(lambda tx, ids=ids: _moved_people(tx, one, ids))  # type: ignore[misc]
    return wrong


def _moved_units(tx: Transaction, one: Campaign) -> int:
    units = stored_units(tx, one.id)
    drawn = arms_of_units(
        tx.settings, one.draw_name, {unit: size for unit, (size, _) in units.items()}, one.plan.arms
    )
    stored = {str(unit): arm for unit, (_, arm) in units.items()}
    return len(moved(stored, {str(unit): arm for unit, arm in drawn.items()}))


def _moved_people(tx: Transaction, one: Campaign, ids: range) -> int:
    people = stored_people(tx, one.id, ids)
    if one.assign_by is AssignBy.UNIT:
        units = stored_units(tx, one.id)
        return sum(who.arm != units.get(who.unit_id or 0, (0, ""))[1] for who in people)
    drawn = arms_of_people(tx.settings, one.draw_name, [who.employee_id for who in people], one.plan.arms)
    stored = {str(who.employee_id): who.arm for who in people}
    return len(moved(stored, {str(who): arm for who, arm in drawn.items()}))


def _arm(count: Counted) -> ArmCount:
    return ArmCount(count.arm, count.assigned, count.counted, count.reached, count.acted)
