"""Messages of campaigns: which are due, what became of them, and who ignores them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, cast, insert, literal, or_, select, update

from feedbackbot.domain.campaigns.pace import PastNudge
from feedbackbot.storage.campaigns.tables import campaign_nudge, campaign_person
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction

QUEUED, DELIVERED, DROPPED = "queued", "delivered", "dropped"
_LOOKED_BACK = timedelta(days=30)
_REMEMBERED = 10


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose next message may go; `person_id` is None for whoever has no chat any more."""

    campaign_id: int
    employee_id: int
    person_id: int | None
    unit_id: int | None
    arm: str
    waves_done: int


def due_people(tx: Transaction, most: int) -> list[Due]:
    """Longest waiting first. On PostgreSQL the rows are locked: two processes never send the same."""
    statement = (
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
        .where(campaign_person.c.next_at <= tx.now)
        .order_by(campaign_person.c.next_at, campaign_person.c.employee_id)
        .limit(most)
        .with_for_update(of=campaign_person, skip_locked=True)
    )
    return [
        Due(
            row.campaign_id,
            row.employee_id,
            row.person_id if row.active else None,
            row.unit_id,
            row.arm,
            row.waves_done,
        )
        for row in tx.run(statement)
    ]


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


def learn_fates(tx: Transaction, most: int) -> int:
    """Take over from the outbox what became of queued messages. Returns how many."""
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
    ).all()
    for row in rows:
        arrived = row.state in (State.SENT, State.UNKNOWN)
        values = {"fate": DELIVERED if arrived else DROPPED}
        tx.run(
            update(campaign_nudge)
            .where(campaign_nudge.c.id == row.id)
            .values(delivered_at=(row.settled_at or tx.now) if arrived else None, **values)
        )
        if arrived:
            tx.run(
                update(campaign_person).where(_mine(row.campaign_id, row.employee_id)).values(reached=True)
            )
    return len(rows)


def mark_ignored(tx: Transaction, after: timedelta) -> int:
    """Messages that arrived so long ago, without a tap and without the act. Returns how many are new."""
    acted = select(campaign_person.c.acted_at).where(
        campaign_person.c.campaign_id == campaign_nudge.c.campaign_id,
        campaign_person.c.employee_id == campaign_nudge.c.employee_id,
        campaign_person.c.acted_at.is_not(None),
    )
    marked = tx.run(
        update(campaign_nudge)
        .where(
            campaign_nudge.c.fate == DELIVERED,
            campaign_nudge.c.ignored_at.is_(None),
            campaign_nudge.c.answered_at.is_(None),
            campaign_nudge.c.delivered_at <= tx.now - after,
            campaign_nudge.c.delivered_at > tx.now - _LOOKED_BACK,
            ~acted.exists(),
        )
        .values(ignored_at=tx.now)
    )
    return marked.rowcount


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


def not_acted(tx: Transaction, campaign_id: int, arm: str | None = None) -> set[int]:
    """Employees of whom the act was not seen yet."""
    statement = select(campaign_person.c.employee_id).where(
        campaign_person.c.campaign_id == campaign_id, campaign_person.c.acted_at.is_(None)
    )
    if arm is not None:
        statement = statement.where(campaign_person.c.arm == arm)
    return set(tx.run(statement).scalars())


def mark_acted(tx: Transaction, campaign_id: int, moments: Mapping[int, datetime]) -> None:
    """They get no more of this campaign."""
    for employee_id, at in moments.items():
        tx.run(
            update(campaign_person)
            .where(_mine(campaign_id, employee_id), campaign_person.c.acted_at.is_(None))
            .values(acted_at=at, next_at=None)
        )


def people_of(tx: Transaction, employees: Iterable[int]) -> list[int]:
    """Their chats' person ids."""
    ids = list(employees)
    found: list[int] = []
    for start in range(0, len(ids), 500):
        part = employee.c.id.in_(ids[start : start + 500])
        found += tx.run(select(employee.c.person_id).where(part, employee.c.person_id.is_not(None))).scalars()
    return found


def plan_for(tx: Transaction, campaign_id: int, employees: Iterable[int], at: datetime) -> int:
    """Their next message is due then. Returns how many they are."""
    ids = list(employees)
    for start in range(0, len(ids), 500):
        part = campaign_person.c.employee_id.in_(ids[start : start + 500])
        tx.run(
            update(campaign_person)
            .where(campaign_person.c.campaign_id == campaign_id, part)
            .values(next_at=at, waves_done=0)
        )
    return len(ids)


def _mine(campaign_id: int, employee_id: int) -> ColumnElement[bool]:
    return (campaign_person.c.campaign_id == campaign_id) & (campaign_person.c.employee_id == employee_id)
