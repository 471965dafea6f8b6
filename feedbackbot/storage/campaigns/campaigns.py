"""Campaigns: their design, who was drawn into what, and how far each person is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update

from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal, parse_goal
from feedbackbot.storage.campaigns.tables import (
    campaign,
    campaign_arm,
    campaign_person,
    campaign_unit,
)
from feedbackbot.storage.transaction import Transaction

CONTROL = "control"


class CampaignState(StrEnum):
    RUNNING = "running"
    FINISHED = "finished"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CampaignArm:
    """`principle` is None for the control group; `words` None: the catalogue's draft."""

    arm: str
    weight: int
    principle: Principle | None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign as it was fixed at its start; `arms[0]` is the control group."""

    id: int
    title: str
    goal: Goal
    audience: str
    state: CampaignState
    assign_by: AssignBy
    starts_at: datetime
    ends_at: datetime
    waves: int
    wave_gap_days: int
    alpha: float
    intraclass_correlation: float
    base_rate: float
    smallest_visible: float | None
    author_id: int | None
    finished_at: datetime | None
    moved: int
    best_arm: str | None
    best_sent_at: datetime | None
    arms: tuple[CampaignArm, ...]

    @property
    def draw_name(self) -> str:
        """What the campaign's own key is derived from."""
        return f"campaign:{self.id}"

    @property
    def plan(self) -> Plan:
        return Plan(
            self.draw_name,
            tuple(Arm(one.arm, one.weight) for one in self.arms),
            self.assign_by,
            self.starts_at,
            self.ends_at,
            self.alpha,
            self.intraclass_correlation,
        )

    @property
    def principles(self) -> list[Principle]:
        return [one.principle for one in self.arms if one.principle is not None]

    def arm(self, key: str) -> CampaignArm:
        return next(one for one in self.arms if one.arm == key)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One employee in a campaign."""

    employee_id: int
    unit_id: int | None
    arm: str


def add_campaign(tx: Transaction, values: Mapping[str, Any], arms: Sequence[CampaignArm]) -> int:
    """Its id. `values` are the columns of the table."""
    made = tx.run(insert(campaign).values(created_at=tx.now, **values).returning(campaign.c.id))
    campaign_id = int(made.scalar_one())
    rows = [
        {
            "campaign_id": campaign_id,
            "arm": one.arm,
            "place": place,
            "weight": one.weight,
            "principle": one.principle.value if one.principle else None,
            "words": one.words,
        }
        for place, one in enumerate(arms)
    ]
    tx.run(insert(campaign_arm), rows)
    return campaign_id


def keep_units(tx: Transaction, campaign_id: int, units: Mapping[int, tuple[int, str]]) -> None:
    """Size and arm by unit, where units are drawn."""
    rows = [
        {"campaign_id": campaign_id, "unit_id": unit, "people": size, "arm": arm}
        for unit, (size, arm) in units.items()
    ]
    if rows:
        tx.run(insert(campaign_unit), rows)


def campaigns_being_drawn(tx: Transaction) -> list[int]:
    """Those of which some people have not been looked at yet."""
    return list(tx.run(select(campaign.c.id).where(campaign.c.drawn_until.is_not(None))).scalars())


def drawn_until(tx: Transaction, campaign_id: int) -> int | None:
    """Up to which employee the draw has come; None where it is done."""
    found: int | None = tx.run(select(campaign.c.drawn_until).where(campaign.c.id == campaign_id)).scalar()
    return found


def keep_draw(tx: Transaction, campaign_id: int, people: Iterable[Drawn], first_at: datetime) -> None:
    """Store who was drawn into which arm."""
    rows = [
        {
            "campaign_id": campaign_id,
            "employee_id": one.employee_id,
            "unit_id": one.unit_id,
            "arm": one.arm,
            "next_at": None if one.arm == CONTROL else first_at,
            "reached": False,
        }
        for one in people
    ]
    if rows:
        tx.run(insert(campaign_person), rows)


def campaign_by_id(tx: Transaction, campaign_id: int) -> Campaign | None:
    found = campaigns_where(tx, campaign.c.id == campaign_id)
    return found[0] if found else None


def campaigns_where(tx: Transaction, *conditions: ColumnElement[bool], most: int = 50) -> list[Campaign]:
    """Newest first."""
    rows = tx.run(select(campaign).where(*conditions).order_by(campaign.c.id.desc()).limit(most)).all()
    arms: dict[int, list[CampaignArm]] = {}
    ids = [row.id for row in rows]
    for row in tx.run(
        select(campaign_arm).where(campaign_arm.c.campaign_id.in_(ids)).order_by(campaign_arm.c.place)
    ):
        principle = Principle(row.principle) if row.principle else None
        arms.setdefault(row.campaign_id, []).append(CampaignArm(row.arm, row.weight, principle, row.words))
    return [_campaign(row, arms[row.id]) for row in rows]


def running_campaigns(tx: Transaction) -> list[Campaign]:
    return campaigns_where(tx, campaign.c.state == CampaignState.RUNNING.value, most=1000)


def lock_campaign(tx: Transaction, campaign_id: int) -> Campaign | None:
    """Whoever ends or steers a campaign takes turns."""
    if tx.on_postgresql:
        tx.run(select(campaign.c.id).where(campaign.c.id == campaign_id).with_for_update())
    return campaign_by_id(tx, campaign_id)


def change_campaign(tx: Transaction, campaign_id: int, **values: Any) -> None:
    tx.run(update(campaign).where(campaign.c.id == campaign_id).values(**values))


def best_to_plan(tx: Transaction) -> dict[int, int]:
    """Campaigns whose best message is being planned for the control group, with the employee up to whom it is."""
    waiting = select(campaign.c.id, campaign.c.best_until).where(campaign.c.best_until.is_not(None))
    return {row.id: row.best_until for row in tx.run(waiting)}


def over_of_late(tx: Transaction, since: datetime) -> list[int]:
    """Ended since then, or cancelled; but not those whose best message goes out after the end."""
    over = (campaign.c.state != CampaignState.RUNNING.value, campaign.c.best_arm.is_(None))
    return list(tx.run(select(campaign.c.id).where(*over, campaign.c.finished_at >= since)).scalars())


def stored_people(tx: Transaction, campaign_id: int, ids: range) -> list[Drawn]:
    """Those of a range of employees."""
    rows = tx.run(
        select(campaign_person.c.employee_id, campaign_person.c.unit_id, campaign_person.c.arm).where(
            campaign_person.c.campaign_id == campaign_id,
            campaign_person.c.employee_id.between(ids.start, ids.stop - 1),
        )
    )
    return [Drawn(row.employee_id, row.unit_id, row.arm) for row in rows]


def stored_units(tx: Transaction, campaign_id: int) -> dict[int, tuple[int, str]]:
    """Size and arm by unit, as drawn."""
    rows = tx.run(select(campaign_unit).where(campaign_unit.c.campaign_id == campaign_id))
    return {row.unit_id: (row.people, row.arm) for row in rows}


def _campaign(row: Any, arms: list[CampaignArm]) -> Campaign:
    return Campaign(
        row.id,
        row.title,
        parse_goal(row.goal),
        row.audience,
        CampaignState(row.state),
        AssignBy(row.assign_by),
        row.starts_at,
        row.ends_at,
        row.waves,
        row.wave_gap_days,
        row.alpha,
        row.intraclass_correlation,
        row.base_rate,
        row.smallest_visible,
        row.author_id,
        row.finished_at,
        row.moved,
        row.best_arm,
        row.best_sent_at,
        tuple(arms),
    )
