"""Start a campaign: draw, store the draw, and announce when there will be a verdict."""

from collections.abc import Mapping

from feedbackbot.domain.campaigns.experiment.assignment import assign_people, assign_units, campaign_key
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan
from feedbackbot.errors import FeedbackbotError
from feedbackbot.settings import Settings
from feedbackbot.storage.campaigns.campaign_audience import Candidate
from feedbackbot.storage.campaigns.campaigns import (
    Campaign,
    CampaignState,
    Drawn,
    add_campaign,
    campaign_by_id,
    keep_draw,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.authority import require_campaigner
from feedbackbot.usecases.campaigns.design import HORIZONS, Design, Preparation, prepare

_LONGEST_GAP = 7


def launch(tx: Transaction, admin_id: int, design: Design, *, confirmed: bool) -> Campaign:
    """`confirmed`: the admin knows that only a large difference could be seen. Raises FeedbackbotError."""
    require_campaigner(tx, admin_id)
    prepared = prepare(tx, design)
    if prepared.visibility.needs_confirmation and not confirmed:
        raise FeedbackbotError("campaign-needs-confirmation")
    campaign_id = add_campaign(tx, _values(design, prepared, admin_id), design.arms)
    started = campaign_by_id(tx, campaign_id)
    assert started is not None  # noqa: S101  just made
    people, units = _draw(tx.settings, started.draw_name, prepared.plan, prepared)
    keep_draw(tx, campaign_id, people, units, tx.now)
    record(
        tx,
        admin_id,
        "campaign-started",
        f"campaign:{campaign_id}",
        after={
            "goal": design.goal.code,
            "audience": design.audience,
            "people": len(people),
            "principles": [one.principle.value for one in design.messages],
            "small_power_confirmed": prepared.visibility.needs_confirmation,
        },
    )
    return started


def _values(design: Design, prepared: Preparation, admin_id: int) -> dict[str, object]:
    plan, waves = prepared.plan, HORIZONS[design.days]
    return {
        "title": prepared.title,
        "goal": design.goal.code,
        "audience": design.audience,
        "state": CampaignState.RUNNING.value,
        "assign_by": design.assign_by.value,
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "waves": waves,
        "wave_gap_days": min(_LONGEST_GAP, design.days // waves),
        "alpha": plan.alpha,
        "intraclass_correlation": plan.intraclass_correlation,
        "base_rate": design.base_rate,
        "smallest_visible": prepared.visibility.smallest,
        "author_id": admin_id,
    }


def _draw(
    settings: Settings, name: str, plan: Plan, prepared: Preparation
) -> tuple[list[Drawn], dict[int, tuple[int, str]]]:
    """Everybody with an arm, and the units with the sizes they were drawn with."""
    if plan.assign_by is AssignBy.UNIT:
        arms = arms_of_units(settings, name, prepared.people_by_unit, plan.arms)
        units = {unit: (size, arms[unit]) for unit, size in prepared.people_by_unit.items()}
        return [_drawn(one, arms[one.unit_id or 0]) for one in prepared.people], units
    by_person = arms_of_people(settings, name, [one.employee_id for one in prepared.people], plan.arms)
    return [_drawn(one, by_person[one.employee_id]) for one in prepared.people], {}


def _drawn(one: Candidate, arm: str) -> Drawn:
    return Drawn(one.employee_id, one.unit_id, arm)


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
