"""Start a campaign: draw the units, and announce when there will be a verdict; a job draws the people."""

from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.campaigns.campaigns import (
    Campaign,
    CampaignState,
    add_campaign,
    campaign_by_id,
    change_campaign,
    keep_units,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.authority import require_campaigner
from feedbackbot.usecases.campaigns.design import HORIZONS, Design, Preparation, prepare
from feedbackbot.usecases.campaigns.draw_people import arms_of_units

_LONGEST_GAP = 7


def launch(tx: Transaction, admin_id: int, design: Design, *, confirmed: bool) -> Campaign:
    """`confirmed`: the admin knows that only a large difference could be seen. Raises FeedbackbotError."""
    require_campaigner(tx, admin_id)
    prepared = tx.beside(prepare, design)
    if prepared.visibility.needs_confirmation and not confirmed:
        raise FeedbackbotError("campaign-needs-confirmation")
    campaign_id = add_campaign(tx, _values(design, prepared, admin_id), design.arms)
    started = campaign_by_id(tx, campaign_id)
    assert started is not None  # noqa: S101  just made
    if design.assign_by is AssignBy.UNIT:
        sizes = prepared.people_by_unit
        arms = arms_of_units(tx.settings, started.draw_name, sizes, prepared.plan.arms)
        keep_units(tx, campaign_id, {unit: (size, arms[unit]) for unit, size in sizes.items()})
    change_campaign(tx, campaign_id, drawn_until=0)
    record(
        tx,
        admin_id,
        "campaign-started",
        f"campaign:{campaign_id}",
        after={
            "goal": design.goal.code,
            "audience": design.audience,
            "people": prepared.people,
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
