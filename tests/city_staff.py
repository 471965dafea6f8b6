"""Employees with chats, trainings, and what they do: written straight into the tables, as the other parts would have."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, insert, select, update

from feedbackbot.storage.people.tables import address, person, role_grant
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import (
    attendance,
    course_progress,
    enrolment,
    jp_entry,
    training,
    training_session,
)
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL


def hire(
    tx: Transaction,
    number: int,
    *,
    units: Sequence[int | None] = (None,),
    kind: str = "pns",
    channel: str = CHANNEL,
    linked: bool = True,
) -> list[int]:
    """So many employees, spread over the units in turn, each with a chat at the address "staff-<id>". Returns their ids."""
    first = int(tx.run(select(func.coalesce(func.max(employee.c.id), 0))).scalar_one()) + 1
    ids = range(first, first + number)
    people = [_person(tx) if linked else None for _ in ids]
    rows = [
        {
            "id": one,
            "nip": f"{one:018}",
            "kind": kind,
            "name": f"Pegawai {one}",
            "unit_id": units[place % len(units)],
            "active": True,
            "person_id": people[place],
            "created_at": tx.now,
            "changed_at": tx.now,
        }
        for place, one in enumerate(ids)
    ]
    tx.run(insert(employee), rows)
    if tx.on_postgresql:  # ids were given by hand
        tx.run(select(func.setval("employee_id_seq", first + number)))
    for one, who in zip(ids, people, strict=True):
        if who is not None:
            _give_chat(tx, who, channel, f"staff-{one}")
    return list(ids)


def _person(tx: Transaction) -> int:
    made = tx.run(insert(person).values(language="id", created_at=tx.now).returning(person.c.id))
    return int(made.scalar_one())


def _give_chat(tx: Transaction, person_id: int, channel: str, where: str) -> None:
    row = {"person_id": person_id, "channel": channel, "address": where, "created_at": tx.now}
    made = tx.run(insert(address).values(row).returning(address.c.id)).scalar_one()
    tx.run(insert(chat_state).values(address_id=made))
    tx.run(insert(role_grant), {"person_id": person_id, "role": "employee", "note": "", "granted_at": tx.now})


def person_of(tx: Transaction, employee_id: int) -> int:
    return int(tx.run(select(employee.c.person_id).where(employee.c.id == employee_id)).scalar_one())


def offer_training(
    tx: Transaction,
    title: str = "Pelayanan Prima",
    *,
    starts_at: datetime | None = None,
    seats: int | None = None,
    register_until: datetime | None = None,
    form: str = "B5",
) -> tuple[int, int]:
    """A training with one session. Returns its id and the session's."""
    row = {
        "title": title, "kind": "teknis", "skill": "technical", "mode": "classroom", "form": form, "jp": 6,
        "seats": seats, "register_until": register_until, "needs_consent": False, "created_at": tx.now,
        "changed_at": tx.now,
    }  # fmt: skip
    training_id = int(tx.run(insert(training).values(row).returning(training.c.id)).scalar_one())
    starts = starts_at or tx.now + timedelta(days=40)
    session = {
        "training_id": training_id, "starts_at": starts, "ends_at": starts + timedelta(hours=3), "cancelled": False,
    }  # fmt: skip
    session_id = tx.run(
        insert(training_session).values(session).returning(training_session.c.id)
    ).scalar_one()
    return training_id, int(session_id)


def invite(tx: Transaction, training_id: int, employees: Iterable[int]) -> None:
    rows = [
        {
            "training_id": training_id,
            "employee_id": one,
            "state": "invited",
            "invited_at": tx.now,
            "changed_at": tx.now,
        }
        for one in employees
    ]
    tx.run(insert(enrolment), rows)


def answer(tx: Transaction, training_id: int, employee_id: int, state: str = "seated") -> None:
    mine = (enrolment.c.training_id == training_id) & (enrolment.c.employee_id == employee_id)
    tx.run(update(enrolment).where(mine).values(state=state, answered_at=tx.now, changed_at=tx.now))


def attend(tx: Transaction, session_id: int, employee_id: int) -> None:
    row = {"session_id": session_id, "employee_id": employee_id, "at": tx.now, "how": "code"}
    tx.run(insert(attendance), row)


def miss(tx: Transaction, session_id: int, employee_id: int) -> None:
    """The trainer corrects: was not there after all."""
    mine = (attendance.c.session_id == session_id) & (attendance.c.employee_id == employee_id)
    tx.run(attendance.delete().where(mine))


def pass_course(tx: Transaction, training_id: int, employee_id: int) -> None:
    row = {
        "training_id": training_id,
        "employee_id": employee_id,
        "started_at": tx.now,
        "daily": False,
        "passed_at": tx.now,
    }
    tx.run(insert(course_progress), row)


def credit(tx: Transaction, employee_id: int, jp: int, day: date) -> None:
    row = {
        "employee_id": employee_id, "jp": jp, "day": day, "cause": f"test:{employee_id}:{day}:{jp}", "at": tx.now,
    }  # fmt: skip
    tx.run(insert(jp_entry), row)
