"""Who gets which message of a campaign: the first people are drawn with the tap that starts it, the others by a job.

A person's arm depends on the campaign and the person alone, or on the unit's arm, which is fixed at the start: so it does not matter
in which slice somebody is drawn. How far the draw has come stands in the campaign's row; after a crash the next run goes on there.
"""

from collections.abc import Mapping, Sequence

from feedbackbot.domain.campaigns.experiment.assignment import assign_people, assign_units, campaign_key
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy
from feedbackbot.settings import Settings
from feedbackbot.storage.campaigns.campaign_audience import Candidate
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
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.design import fitting

_AT_ONCE = 500


def begin_draw(tx: Transaction, campaign_id: int, people: Sequence[Candidate]) -> None:
    """`people`: all of them, in order of their ids."""
    change_campaign(tx, campaign_id, drawn_until=0)
    draw_some(tx, campaign_id, people[:_AT_ONCE])
    if len(people) <= _AT_ONCE:
        change_campaign(tx, campaign_id, drawn_until=None)


async def draw_campaigns(runtime: Runtime) -> dict[str, int]:
    """Draw whoever is left, found beside the writer."""
    drawn = 0
    for campaign_id in await runtime.read(campaigns_being_drawn):
        people = await runtime.read(lambda tx, one=campaign_id: _left(tx, one))  # type: ignore[misc]
        drawn += sum(
            await runtime.write_in_slices(
                people,
                _AT_ONCE,
                lambda tx, some, one=campaign_id: draw_some(tx, one, some),  # type: ignore[arg-type,misc]
            )
        )
        await runtime.write(lambda tx, one=campaign_id: change_campaign(tx, one, drawn_until=None))  # type: ignore[misc]
    return {"drawn": drawn}


def _left(tx: Transaction, campaign_id: int) -> list[Candidate]:
    found, after = campaign_by_id(tx, campaign_id), drawn_until(tx, campaign_id)
    if found is None or after is None or found.state is not CampaignState.RUNNING:
        return []
    principles = [one.principle for one in found.arms if one.principle is not None]
    fit, _ = fitting(tx, found.goal, found.audience, principles, found.assign_by)
    return [one for one in fit if one.employee_id > after]


def draw_some(tx: Transaction, campaign_id: int, some: Sequence[Candidate]) -> int:
    """Those of them whom no other process has drawn; returns how many."""
    found, after = lock_campaign(tx, campaign_id), drawn_until(tx, campaign_id)
    if found is None or after is None or found.state is not CampaignState.RUNNING:
        return 0
    new = [one for one in some if one.employee_id > after]
    people = _drawn(tx, found, new)
    keep_draw(tx, campaign_id, people, found.starts_at)
    if new:
        change_campaign(tx, campaign_id, drawn_until=new[-1].employee_id)
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
