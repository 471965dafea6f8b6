"""Who is invited, seated, waiting or out, and which reminders went to whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, literal, select, true, update

from feedbackbot.domain.training.enrolment import HAS_PLACE, State
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import enrolment, reminder_sent, training
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One person and one training; `person_id` is None for whoever has no chat."""

    id: int
    training_id: int
    employee_id: int
    person_id: int | None
    state: State
    invited_at: datetime | None
    answered_at: datetime | None
    changed_at: datetime
    seated_at: datetime | None
    queued: int
    offered_until: datetime | None
    reason: str | None
    remind_at: datetime | None
    consented: bool | None
    completed_at: datetime | None


_COLUMNS = select(
    enrolment.c.id,
    enrolment.c.training_id,
    enrolment.c.employee_id,
    employee.c.person_id,
    enrolment.c.state,
    enrolment.c.invited_at,
    enrolment.c.answered_at,
    enrolment.c.changed_at,
    enrolment.c.seated_at,
    enrolment.c.queued,
    enrolment.c.offered_until,
    enrolment.c.reason,
    enrolment.c.remind_at,
    enrolment.c.consented,
    enrolment.c.completed_at,
).select_from(enrolment.join(employee))


def enrolment_of(tx: Transaction, training_id: int, employee_id: int) -> Enrolment | None:
    mine = (enrolment.c.training_id == training_id) & (enrolment.c.employee_id == employee_id)
    found = enrolments_where(tx, mine)
    return found[0] if found else None


def enrolment_by_id(tx: Transaction, enrolment_id: int) -> Enrolment | None:
    found = enrolments_where(tx, enrolment.c.id == enrolment_id)
    return found[0] if found else None


def enrolments_of_employee(tx: Transaction, employee_id: int) -> list[Enrolment]:
    return enrolments_where(tx, enrolment.c.employee_id == employee_id)


def enrolments_in(tx: Transaction, training_id: int, states: Iterable[State]) -> list[Enrolment]:
    wanted = enrolment.c.state.in_([state.value for state in states])
    return enrolments_where(tx, enrolment.c.training_id == training_id, wanted)


def enrolments_after(
    tx: Transaction, training_id: int, states: Iterable[State], after: int, most: int
) -> list[Enrolment]:
    """The next ones by id."""
    wanted = enrolment.c.state.in_([state.value for state in states])
    mine = (enrolment.c.training_id == training_id, wanted, enrolment.c.id > after)
    return [_read(row) for row in tx.run(_COLUMNS.where(*mine).order_by(enrolment.c.id).limit(most))]


def with_chat_in(tx: Transaction, training_id: int, states: Iterable[State]) -> int:
    """How many of these states have a chat."""
    wanted = enrolment.c.state.in_([state.value for state in states])
    found = select(func.count()).select_from(enrolment.join(employee))
    mine = (enrolment.c.training_id == training_id, wanted, employee.c.person_id.is_not(None))
    return int(tx.run(found.where(*mine)).scalar_one())


def enrolments_where(
    tx: Transaction,
    *conditions: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = (enrolment.c.id,),
    most: int | None = None,
) -> list[Enrolment]:
    return [_read(row) for row in tx.run(_COLUMNS.where(*conditions).order_by(*order).limit(most))]


def add_enrolment(tx: Transaction, training_id: int, employee_id: int, state: State, **values: Any) -> int:
    """Its id; that of the present one where there is one (which is left as it is)."""
    row = {
        "training_id": training_id,
        "employee_id": employee_id,
        "state": state.value,
        "changed_at": tx.now,
        **values,
    }
    tx.run(
        upsert(tx, enrolment)
        .values(row)
        .on_conflict_do_nothing(index_elements=["training_id", "employee_id"])
    )
    found = enrolment_of(tx, training_id, employee_id)
    assert found is not None  # noqa: S101  just made
    return found.id


def change_enrolment(tx: Transaction, enrolment_id: int, state: State | None = None, **values: Any) -> None:
    if state is not None:
        values["state"] = state.value
    tx.run(update(enrolment).where(enrolment.c.id == enrolment_id).values(changed_at=tx.now, **values))


def invite_all(tx: Transaction, training_id: int, employees: ColumnElement[bool]) -> int:
    """Invite every active employee of the condition who has no standing yet, in one statement. Returns how many."""
    found = select(
        literal(training_id), employee.c.id, literal(State.INVITED.value), literal(tx.now, enrolment.c.invited_at.type),
        literal(tx.now, enrolment.c.changed_at.type),
    ).where(employee.c.active, employees)  # fmt: skip
    names = ["training_id", "employee_id", "state", "invited_at", "changed_at"]
    statement = upsert(tx, enrolment).from_select(names, found)
    made = tx.run(statement.on_conflict_do_nothing(index_elements=["training_id", "employee_id"]))
    return int(made.rowcount)


def asking_consent(tx: Transaction, unit_ids: Iterable[int]) -> list[Enrolment]:
    """Of employees of these units who said yes and wait for their head."""
    of_unit = employee.c.unit_id.in_(sorted(unit_ids)) & employee.c.active
    return enrolments_where(tx, enrolment.c.state == State.ASKED.value, of_unit)


def counts_by_state(tx: Transaction, training_id: int) -> dict[State, int]:
    rows = tx.run(
        select(enrolment.c.state, func.count().label("people"))
        .where(enrolment.c.training_id == training_id)
        .group_by(enrolment.c.state)
    )
    return {State(row.state): row.people for row in rows}


def reasons_of(tx: Transaction, training_id: int) -> dict[str, int]:
    """Why people could not come, most frequent first."""
    people = func.count().label("people")
    rows = tx.run(
        select(enrolment.c.reason, people)
        .where(enrolment.c.training_id == training_id, enrolment.c.reason.is_not(None))
        .group_by(enrolment.c.reason)
        .order_by(people.desc())
    )
    return {row.reason: row.people for row in rows}


def places_held_by(tx: Transaction, employee_ids: Sequence[int]) -> list[Enrolment]:
    """Seats, offers and places in a queue of these employees (at most 500)."""
    return enrolments_where(
        tx,
        enrolment.c.employee_id.in_(list(employee_ids)),
        enrolment.c.state.in_([state.value for state in HAS_PLACE]),
    )


def standing_of_unit(tx: Transaction, training_id: int, unit_id: int) -> tuple[int, int, int]:
    """How many of the unit's staff were invited to the training, have a seat, and completed it."""
    row = tx.run(
        select(
            func.count(enrolment.c.id),
            func.count().filter(enrolment.c.state == State.SEATED.value),
            func.count().filter(enrolment.c.completed_at.is_not(None)),
        )
        .select_from(enrolment.join(employee))
        .where(enrolment.c.training_id == training_id, employee.c.unit_id == unit_id)
    ).one()
    invited, seated, completed = tuple(row)
    return int(invited), int(seated), int(completed)


def let_lapse(tx: Transaction, training_id: int, most: int) -> int:
    """Offers of a training that was cancelled are worth nothing any more, so many at a time. Returns how many."""
    offered = (enrolment.c.training_id == training_id) & (enrolment.c.state == State.OFFERED.value)
    some = select(enrolment.c.id).where(offered).limit(most)
    lapsed = (
        update(enrolment).where(enrolment.c.id.in_(some)).values(state=State.LAPSED.value, offered_until=None)
    )
    return tx.run(lapsed.values(changed_at=tx.now)).rowcount


# What was sent

INVITATION = "invitation"
"""The key under which the invitation itself is noted."""


def uninvited(tx: Transaction, most: int, only: Sequence[int] | None = None) -> list[Enrolment]:
    """Invited people with a chat to whom the invitation did not go yet, of trainings that go on; `only` looks at these enrolments."""
    told = select(reminder_sent.c.enrolment_id).where(
        reminder_sent.c.enrolment_id == enrolment.c.id, reminder_sent.c.key == INVITATION
    )
    rows = tx.run(
        _COLUMNS.join(training, training.c.id == enrolment.c.training_id)
        .where(
            enrolment.c.state == State.INVITED.value,
            employee.c.person_id.is_not(None),
            employee.c.active,
            training.c.cancelled_at.is_(None),
            training.c.closed_at.is_(None),
            ~told.exists(),
            true() if only is None else enrolment.c.id.in_(list(only)),
        )
        .order_by(enrolment.c.id)
        .limit(most)
    )
    return [_read(row) for row in rows]


def _read(row: Row[Any]) -> Enrolment:
    values = dict(row._mapping)
    values["state"] = State(values["state"])
    return Enrolment(**values)
