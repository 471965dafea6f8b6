"""Who was at which session."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from feedbackbot.storage.training.tables import attendance, session_trainer, training_session
from feedbackbot.storage.transaction import Transaction, upsert

BY_CODE, BY_TRAINER = "code", "trainer"


def mark_present(
    tx: Transaction, session_id: int, employee_id: int, how: str, trainer_id: int | None = None
) -> bool:
    """False where it is noted already."""
    row = {
        "session_id": session_id,
        "employee_id": employee_id,
        "at": tx.now,
        "how": how,
        "trainer_id": trainer_id,
    }
    done = tx.run(
        upsert(tx, attendance)
        .values(row)
        .on_conflict_do_nothing(index_elements=["session_id", "employee_id"])
    )
    return done.rowcount == 1


def mark_absent(tx: Transaction, session_id: int, employee_id: int) -> bool:
    """False where nobody said otherwise."""
    mine = (attendance.c.session_id == session_id) & (attendance.c.employee_id == employee_id)
    return tx.run(delete(attendance).where(mine)).rowcount == 1


def present_at(tx: Transaction, session_id: int) -> set[int]:
    """Employee ids."""
    found = select(attendance.c.employee_id).where(attendance.c.session_id == session_id)
    return set(tx.run(found).scalars())


def attended_sessions(
    tx: Transaction, training_ids: Sequence[int], employee_ids: Sequence[int] | None = None
) -> dict[tuple[int, int], set[int]]:
    """Session ids by training and employee; of these employees alone (some hundreds at most), where they are given."""
    statement = (
        select(training_session.c.training_id, attendance.c.employee_id, attendance.c.session_id)
        .join(training_session)
        .where(training_session.c.training_id.in_(list(training_ids)))
    )
    if employee_ids is not None:
        statement = statement.where(attendance.c.employee_id.in_(list(employee_ids)))
    found: dict[tuple[int, int], set[int]] = {}
    for row in tx.run(statement):
        found.setdefault((row.training_id, row.employee_id), set()).add(row.session_id)
    return found


def hold_session(tx: Transaction, session_id: int, trainer_id: int) -> None:
    """From here on it is one of the trainer's own."""
    row = {"session_id": session_id, "trainer_id": trainer_id}
    statement = upsert(tx, session_trainer).values(row)
    tx.run(statement.on_conflict_do_nothing(index_elements=["session_id", "trainer_id"]))


def held_session(tx: Transaction, session_id: int, trainer_id: int) -> bool:
    mine = (session_trainer.c.session_id == session_id) & (session_trainer.c.trainer_id == trainer_id)
    return tx.run(select(session_trainer.c.session_id).where(mine)).first() is not None
