"""Badges held, who is on the board, and rewards that were claimed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import delete, func, select, update

from feedbackbot.domain.incentives.badges import Badge
from feedbackbot.domain.incentives.rewards import Reward
from feedbackbot.storage.incentives.tables import badge, board_member, reward_claim
from feedbackbot.storage.transaction import Transaction, upsert


class ClaimState(StrEnum):
    CLAIMED = "claimed"
    GRANTED = "granted"
    REFUSED = "refused"
    USED = "used"


@dataclass(frozen=True, slots=True)
class Claim:
    """One reward of one season; `letter` is (year, serial)."""

    id: int
    employee_id: int
    reward: Reward
    season: str
    state: ClaimState
    points: int
    claimed_at: datetime
    decided_at: datetime | None
    letter: tuple[int, int] | None
    name: str
    training_id: int | None


# Badges


def badges_of(tx: Transaction, employee_id: int) -> dict[Badge, datetime]:
    rows = tx.run(select(badge).where(badge.c.employee_id == employee_id).order_by(badge.c.at))
    return {Badge(row.badge): row.at for row in rows}


def give_badges(tx: Transaction, employee_id: int, earned: Iterable[Badge]) -> list[Badge]:
    """Those that were new."""
    given = []
    for one in earned:
        row = {"employee_id": employee_id, "badge": one.value, "at": tx.now}
        statement = upsert(tx, badge).values(row)
        if tx.run(statement.on_conflict_do_nothing(index_elements=["employee_id", "badge"])).rowcount:
            given.append(one)
    return given


# The board


def is_on_board(tx: Transaction, employee_id: int) -> bool:
    return (
        tx.run(select(board_member.c.at).where(board_member.c.employee_id == employee_id)).first() is not None
    )


def set_on_board(tx: Transaction, employee_id: int, *, on: bool) -> None:
    if on:
        row = {"employee_id": employee_id, "at": tx.now}
        tx.run(upsert(tx, board_member).values(row).on_conflict_do_nothing(index_elements=["employee_id"]))
    else:
        tx.run(delete(board_member).where(board_member.c.employee_id == employee_id))


def board_members(tx: Transaction) -> set[int]:
    return set(tx.run(select(board_member.c.employee_id)).scalars())


# Rewards


def claims_of(tx: Transaction, employee_id: int) -> list[Claim]:
    """Newest first."""
    rows = tx.run(
        select(reward_claim)
        .where(reward_claim.c.employee_id == employee_id)
        .order_by(reward_claim.c.id.desc())
    )
    return [_claim(row) for row in rows]


def open_claims(tx: Transaction, most: int = 30) -> list[Claim]:
    """What waits for an admin's decision, oldest first."""
    rows = tx.run(
        select(reward_claim)
        .where(reward_claim.c.state == ClaimState.CLAIMED.value)
        .order_by(reward_claim.c.id)
        .limit(most)
    )
    return [_claim(row) for row in rows]


def claim_by_id(tx: Transaction, claim_id: int) -> Claim | None:
    row = tx.run(select(reward_claim).where(reward_claim.c.id == claim_id)).first()
    return _claim(row) if row else None


def add_claim(tx: Transaction, employee_id: int, reward: Reward, season: str, points: int) -> int | None:
    """None where it was claimed before: each reward once a season."""
    row = {
        "employee_id": employee_id,
        "reward": reward.value,
        "season": season,
        "state": ClaimState.CLAIMED.value,
        "points": points,
        "claimed_at": tx.now,
    }
    statement = (
        upsert(tx, reward_claim)
        .values(row)
        .on_conflict_do_nothing(index_elements=["employee_id", "reward", "season"])
    )
    return tx.run(statement.returning(reward_claim.c.id)).scalar_one_or_none()


def change_claim(tx: Transaction, claim_id: int, was: ClaimState, state: ClaimState, **values: Any) -> bool:
    """False where it is no longer in the state it was seen in: somebody else was faster."""
    changed = tx.run(
        update(reward_claim)
        .where(reward_claim.c.id == claim_id, reward_claim.c.state == was.value)
        .values(state=state.value, **values)
    )
    return changed.rowcount == 1


def next_letter(tx: Transaction, year: int) -> int:
    """Counted within the year. Two who take the same number at once collide at the table's unique key."""
    if tx.on_postgresql:
        tx.run(select(func.pg_advisory_xact_lock(730_412, year)))
    last = select(func.max(reward_claim.c.letter_serial)).where(reward_claim.c.letter_year == year)
    return int(tx.run(last).scalar() or 0) + 1


def _claim(row: Any) -> Claim:
    return Claim(
        row.id,
        row.employee_id,
        Reward(row.reward),
        row.season,
        ClaimState(row.state),
        row.points,
        row.claimed_at,
        row.decided_at,
        (row.letter_year, row.letter_serial) if row.letter_serial else None,
        row.name,
        row.training_id,
    )
