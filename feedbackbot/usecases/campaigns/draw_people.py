"""Who gets which message of a campaign: a job draws some people at a time.

A person's arm depends on the campaign and the person alone, or on the unit's arm, which is fixed at the start: so it does not matter
in which slice somebody is drawn. How far the draw has come stands in the campaign's row; after a crash the next run goes on there.
"""

from collections.abc import Mapping, Sequence

from feedbackbot.domain.campaigns.experiment.assignment import assign_people, assign_units, campaign_key
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy
from feedbackbot.settings import Settings
from feedbackbot.storage.campaigns.campaign_audience import Candidate, candidates
from feedbackbot.storage.campaigns.campaigns import (
    Campaign,
    CampaignState,
    Drawn,
    campaign_by_id,
    campaigns_being_drawn,
    change_campaign,
    drawn_until,
    keep_draw,
    lock_campaign,
    stored_units,
)
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import last_employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.design import fits
from feedbackbot.usecases.campaigns.figures import Circumstances, circumstances

_AT_ONCE = 200


async def draw_campaigns(runtime: Runtime) -> dict[str, int]:
    """Draw whoever is left; what messages may say is looked up beside the writer."""
    drawn = 0
    for campaign_id in await runtime.read(campaigns_being_drawn):
        now = await runtime.read(lambda tx, one=campaign_id: _circumstances(tx, one))  # type: ignore[misc]
        part: int | None = 0
        while part is not None:
            drawn += part
            part = await runtime.write(lambda tx, one=campaign_id, now=now: draw_some(tx, one, now))  # type: ignore[misc]
    return {"drawn": drawn}


def _circumstances(tx: Transaction, campaign_id: int) -> Circumstances | None:
    found = campaign_by_id(tx, campaign_id)
    return circumstances(tx, found.goal) if found else None


def draw_some(tx: Transaction, campaign_id: int, now: Circumstances | None) -> int | None:
    """The next employees by id; returns how many of them were drawn, None once nobody is left."""
    found, after = lock_campaign(tx, campaign_id), drawn_until(tx, campaign_id)
    if found is None or after is None:
        return None
    if now is None or found.state is not CampaignState.RUNNING or after >= last_employee(tx):
        change_campaign(tx, campaign_id, drawn_until=None)
        return None
    ids = range(after + 1, after + _AT_ONCE + 1)
    fit = [one for one in candidates(tx, found.goal, found.audience, ids) if fits(found, now, one.unit_id)]
    people = _drawn(tx, found, fit)
    keep_draw(tx, campaign_id, people, found.starts_at)
    change_campaign(tx, campaign_id, drawn_until=ids[-1])
    return len(people)


def _drawn(tx: Transaction, found: Campaign, some: Sequence[Candidate]) -> list[Drawn]:
    """With their arms; a unit that was not there at the start has none."""
    if found.assign_by is AssignBy.UNIT:
        units = stored_units(tx, found.id)
        arms = {unit: arm for unit, (_, arm) in units.items()}
        return [Drawn(one.employee_id, one.unit_id, arms[one.unit_id]) for one in some if one.unit_id in arms]
    by_person = arms_of_people(
        tx.settings, found.draw_name, [one.employee_id for one in some], found.plan.arms
    )
    return [Drawn(one.employee_id, one.unit_id, by_person[one.employee_id]) for one in some]


def arms_of_people(
    settings: Settings, name: str, employees: list[int], arms: tuple[Arm, ...]
) -> dict[int, str]:
    """The draw, and the draw repeated."""
    key = campaign_key(settings.require_key(), name)
    return {int(who): arm for who, arm in assign_people(key, [str(one) for one in employees], arms).items()}


def arms_of_units(
    settings: Settings, name: str, people_by_unit: Mapping[int, int], arms: tuple[Arm, ...]
) -> dict[int, str]:
    key = campaign_key(settings.require_key(), name)
    drawn = assign_units(key, {str(unit): size for unit, size in people_by_unit.items()}, arms)
    return {int(unit): arm for unit, arm in drawn.items()}
