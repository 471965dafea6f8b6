"""What a campaign came to: counts fixed at the horizon, and what is learnt of each principle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, insert, select

from feedbackbot.domain.campaigns.experiment.meta_analysis import Finding
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import GoalKind
from feedbackbot.storage.campaigns.campaigns import CONTROL
from feedbackbot.storage.campaigns.tables import campaign, campaign_count, campaign_finding, campaign_person
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of one arm, or of one unit of it (`unit` 0: persons were drawn)."""

    arm: str
    unit: int
    assigned: int
    counted: int
    reached: int
    acted: int


def live_counts(tx: Transaction, campaign_id: int, ends_at: datetime, *, by_unit: bool) -> list[Counted]:
    """Everyone assigned; countable is who is still in the registry; acts up to the horizon only."""
    here, there = campaign_person.c, employee.c
    unit = func.coalesce(here.unit_id, 0) if by_unit else func.min(0)
    grouped = (here.arm, here.unit_id) if by_unit else (here.arm,)
    acted = there.active & here.acted_at.is_not(None) & (here.acted_at <= ends_at)
    rows = tx.run(
        select(
            here.arm,
            unit.label("unit"),
            func.count().label("assigned"),
            _how_many(there.active).label("counted"),
            _how_many(here.reached).label("reached"),
            _how_many(acted).label("acted"),
        )
        .select_from(campaign_person.join(employee))
        .where(here.campaign_id == campaign_id)
        .group_by(*grouped)
    )
    return [
        Counted(row.arm, int(row.unit), row.assigned, int(row.counted), int(row.reached), int(row.acted))
        for row in rows
    ]


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def keep_counts(tx: Transaction, campaign_id: int, counts: Iterable[Counted]) -> None:
    rows = [
        {
            "campaign_id": campaign_id,
            "arm": one.arm,
            "unit": one.unit,
            "assigned": one.assigned,
            "counted": one.counted,
            "reached": one.reached,
            "acted": one.acted,
        }
        for one in counts
    ]
    if rows:
        tx.run(insert(campaign_count), rows)


def kept_counts(tx: Transaction, campaign_id: int) -> list[Counted]:
    rows = tx.run(select(campaign_count).where(campaign_count.c.campaign_id == campaign_id))
    return [Counted(row.arm, row.unit, row.assigned, row.counted, row.reached, row.acted) for row in rows]


def keep_finding(tx: Transaction, campaign_id: int, principle: Principle, finding: Finding) -> None:
    tx.run(
        insert(campaign_finding),
        {
            "campaign_id": campaign_id,
            "principle": principle.value,
            "difference": finding.difference,
            "standard_error": finding.standard_error,
            "at": tx.now,
        },
    )


def findings(tx: Transaction, principle: Principle) -> list[Finding]:
    """Of every finished campaign, proven or not; one each."""
    rows = tx.run(
        select(campaign_finding.c.difference, campaign_finding.c.standard_error)
        .where(campaign_finding.c.principle == principle.value)
        .order_by(campaign_finding.c.campaign_id)
    )
    return [Finding(row.difference, row.standard_error) for row in rows]


def control_counts(tx: Transaction, kind: GoalKind) -> tuple[int, int]:
    """Of the control groups of all finished campaigns with this kind of goal: how many acted, of how many."""
    row = tx.run(
        select(
            func.coalesce(func.sum(campaign_count.c.acted), 0).label("acted"),
            func.coalesce(func.sum(campaign_count.c.counted), 0).label("counted"),
        )
        .select_from(campaign_count.join(campaign))
        .where(campaign_count.c.arm == CONTROL, campaign.c.goal.like(f"{kind.value}:%"))
    ).one()
    return int(row.acted), int(row.counted)
