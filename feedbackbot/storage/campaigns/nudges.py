"""Messages of campaigns: which are due, what became of them, and who ignores them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, String, cast, insert, literal, or_, select, update

from feedbackbot.domain.campaigns.pace import PastNudge
from feedbackbot.storage.campaigns.tables import campaign_nudge, campaign_person
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction

QUEUED, DELIVERED, DROPPED = "queued", "delivered", "dropped"
_LOOKED_BACK = timedelta(days=30)
_REMEMBERED = 10
_UNANSWERED = (
    campaign_nudge.c.fate == DELIVERED,
    campaign_nudge.c.ignored_at.is_(None),
    campaign_nudge.c.answered_at.is_(None),
)


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose next message may go; `person_id` is None for whoever has no chat any more."""

    campaign_id: int
    employee_id: int
    person_id: int | None
    unit_id: int | None
    arm: str
    waves_done: int


def due_keys(tx: Transaction, most: int) -> list[tuple[int, int]]:
    """(campaign, employee), longest waiting first."""
    due = select(campaign_person.c.campaign_id, campaign_person.c.employee_id)
    found = due.where(campaign_person.c.next_at <= tx.now)
    rows = tx.run(found.order_by(campaign_person.c.next_at, campaign_person.c.employee_id).limit(most))
    return [(row.campaign_id, row.employee_id) for row in rows]


def due_people(tx: Transaction, keys: Sequence[tuple[int, int]]) -> list[Due]:
    """Those of them who are still due. On PostgreSQL the rows are locked: two processes never send the same."""
    rows = tx.run(
        select(
            campaign_person.c.campaign_id,
            campaign_person.c.employee_id,
            employee.c.person_id,
            employee.c.unit_id,
            employee.c.active,
            campaign_person.c.arm,
            campaign_person.c.waves_done,
        )
        .select_from(campaign_person.join(employee))
        .where(
            campaign_person.c.next_at <= tx.now,
            campaign_person.c.campaign_id.in_({campaign for campaign, _ in keys}),
            campaign_person.c.employee_id.in_({who for _, who in keys}),
        )
        .order_by(campaign_person.c.next_at, campaign_person.c.employee_id)
        .with_for_update(of=campaign_person, skip_locked=True)
    )
    asked = set(keys)
    return [_due(row) for row in rows if (row.campaign_id, row.employee_id) in asked]


def _due(row: Row[Any]) -> Due:
    person_id = row.person_id if row.active else None
    return Due(row.campaign_id, row.employee_id, person_id, row.unit_id, row.arm, row.waves_done)


def plan_next(
    tx: Transaction, campaign_id: int, employee_id: int, next_at: datetime | None, waves_done: int
) -> None:
    tx.run(
        update(campaign_person)
        .where(_mine(campaign_id, employee_id))
        .values(next_at=next_at, waves_done=waves_done)
    )


def add_nudge(tx: Transaction, campaign_id: int, employee_id: int, arm: str, wave: int) -> int:
    """Its id."""
    row = {
        "campaign_id": campaign_id,
        "employee_id": employee_id,
        "arm": arm,
        "wave": wave,
        "at": tx.now,
        "fate": QUEUED,
    }
    return int(tx.run(insert(campaign_nudge).values(row).returning(campaign_nudge.c.id)).scalar_one())


def drop_nudge(tx: Transaction, nudge_id: int) -> None:
    tx.run(update(campaign_nudge).where(campaign_nudge.c.id == nudge_id).values(fate=DROPPED))


def past_nudges(tx: Transaction, employee_id: int) -> list[PastNudge]:
    """Newest first, of all campaigns; what never arrived bothered nobody."""
    rows = tx.run(
        select(campaign_nudge.c.at, campaign_nudge.c.ignored_at)
        .where(campaign_nudge.c.employee_id == employee_id, campaign_nudge.c.fate != DROPPED)
        .order_by(campaign_nudge.c.at.desc(), campaign_nudge.c.id.desc())
        .limit(_REMEMBERED)
    )
    return [PastNudge(row.at, row.ignored_at is not None) for row in rows]


def once_key(nudge_id: int) -> str:
    """Under which its message lies in the outbox."""
    return f"nudge:{nudge_id}"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a message; `at` is None where it did not arrive."""

    nudge_id: int
    campaign_id: int
    employee_id: int
    at: datetime | None


def fates_to_learn(tx: Transaction, most: int) -> list[Fate]:
    """Of messages that the outbox has settled. It looks at all that are queued: read it beside the writer."""
    key = literal("nudge:") + cast(campaign_nudge.c.id, String)
    rows = tx.run(
        select(
            campaign_nudge.c.id,
            campaign_nudge.c.campaign_id,
            campaign_nudge.c.employee_id,
            outbox.c.state,
            outbox.c.settled_at,
        )
        .select_from(campaign_nudge.outerjoin(outbox, outbox.c.once_key == key))
        .where(
            campaign_nudge.c.fate == QUEUED,
            or_(outbox.c.id.is_(None), outbox.c.state.not_in([State.WAITING, State.UNDER_WAY])),
        )
        .limit(most)
    )
    arrived = (State.SENT, State.UNKNOWN)
    return [
        Fate(
            row.id,
            row.campaign_id,
            row.employee_id,
            (row.settled_at or tx.now) if row.state in arrived else None,
        )
        for row in rows
    ]


def learn_fates(tx: Transaction, some: Sequence[Fate]) -> int:
    """Returns how many were not known."""
    new = 0
    for one in some:
        queued = (campaign_nudge.c.id == one.nudge_id) & (campaign_nudge.c.fate == QUEUED)
        values = {"fate": DROPPED if one.at is None else DELIVERED, "delivered_at": one.at}
        new += tx.run(update(campaign_nudge).where(queued).values(values)).rowcount
        if one.at is not None:
            mine = _mine(one.campaign_id, one.employee_id)
            tx.run(update(campaign_person).where(mine).values(reached=True))
    return new


def ignored_nudges(tx: Transaction, after: timedelta) -> list[int]:
    """Messages that arrived so long ago, without a tap and without the act, and are not noted yet: read it beside the writer."""
    acted = select(campaign_person.c.acted_at).where(
        campaign_person.c.campaign_id == campaign_nudge.c.campaign_id,
        campaign_person.c.employee_id == campaign_nudge.c.employee_id,
        campaign_person.c.acted_at.is_not(None),
    )
    ignored = select(campaign_nudge.c.id).where(
        *_UNANSWERED,
        campaign_nudge.c.delivered_at <= tx.now - after,
        campaign_nudge.c.delivered_at > tx.now - _LOOKED_BACK,
        ~acted.exists(),
    )
    return list(tx.run(ignored).scalars())


def mark_ignored(tx: Transaction, some: Sequence[int]) -> int:
    """Those that were not answered meanwhile. Returns how many."""
    mine = campaign_nudge.c.id.in_(list(some))
    return tx.run(update(campaign_nudge).where(mine, *_UNANSWERED).values(ignored_at=tx.now)).rowcount


def answer_nudge(tx: Transaction, nudge_id: int, employee_id: int) -> int | None:
    """The button under it was tapped; returns the campaign's id, None where it is not this person's message."""
    mine = (campaign_nudge.c.id == nudge_id) & (campaign_nudge.c.employee_id == employee_id)
    found = tx.run(select(campaign_nudge.c.campaign_id).where(mine)).scalar()
    if found is None:
        return None
    tx.run(
        update(campaign_nudge)
        .where(mine, campaign_nudge.c.answered_at.is_(None))
        .values(answered_at=tx.now, ignored_at=None)
    )
    return int(found)


def _mine(campaign_id: int, employee_id: int) -> ColumnElement[bool]:
    return (campaign_person.c.campaign_id == campaign_id) & (campaign_person.c.employee_id == employee_id)
