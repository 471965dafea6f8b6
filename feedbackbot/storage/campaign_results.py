"""What a campaign came to: counts fixed at the horizon, and what is learnt of each principle."""

from collections.abc import Iterable

from sqlalchemy import func, insert, select

from feedbackbot.domain.campaigns.goal import GoalKind
from feedbackbot.domain.experiment.meta_analysis import Finding
from feedbackbot.domain.experiment.principles import Principle
from feedbackbot.storage.campaigns import CONTROL, Counted
from feedbackbot.storage.tables.campaigns import campaign, campaign_count, campaign_finding
from feedbackbot.storage.transaction import Transaction


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
