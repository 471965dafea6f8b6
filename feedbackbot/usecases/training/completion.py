"""What a training counted for somebody: credits in the ledger, a certificate, and the question how it was.

Settling again changes nothing where nothing changed; a correction of the attendance adds a row that takes back or gives.
"""

from collections.abc import Sequence
from datetime import date

from feedbackbot.clock import city_zone
from feedbackbot.delivery.tell import tell
from feedbackbot.domain.training.attendance_code import AttendanceWindow
from feedbackbot.domain.training.certificate import CertificateNumber, verification_code
from feedbackbot.domain.training.enrolment import State
from feedbackbot.domain.training.notices import TrainingCompleted
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import Employee, employee_by_id
from feedbackbot.storage.training.alive import ended_before
from feedbackbot.storage.training.attendance import attended_sessions
from feedbackbot.storage.training.credits import (
    add_certificate,
    add_jp,
    certificate_of,
    jp_of_training,
    next_serial,
    set_withdrawn,
)
from feedbackbot.storage.training.enrolments import Enrolment, change_enrolment, enrolments_in
from feedbackbot.storage.training.trainings import Training, change_training, lock_training
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.subjects import subject_of

_SETTLED_AT_ONCE = 5


def trainings_to_close(tx: Transaction) -> list[int]:
    """Whose sessions are all over, the time for late codes included."""
    return ended_before(tx, tx.now - AttendanceWindow().closes_after)


def is_over(tx: Transaction, about: Training) -> bool:
    """Whether it may be settled: who corrects the attendance now settles the one it concerns, before the job or after it."""
    return about.ends_at is not None and about.ends_at + AttendanceWindow().closes_after <= tx.now


async def close_trainings(runtime: Runtime) -> dict[str, int]:
    """Settle everybody with a seat in the trainings that are over, some at a time. A training is closed when all are settled: after a
    crash the next run settles them again, which gives nobody anything twice."""
    counts = {"closed": 0, "completed": 0, "missed": 0}
    for training_id in await runtime.read(trainings_to_close):
        seated = await runtime.read(lambda tx, one=training_id: enrolments_in(tx, one, (State.SEATED,)))  # type: ignore[misc]
        settled = await runtime.write_in_slices(
            seated,
            _SETTLED_AT_ONCE,
            lambda tx, some, one=training_id: settle_some(tx, one, some),  # type: ignore[misc]
        )
        if await runtime.write(lambda tx, one=training_id: _close(tx, one)):  # type: ignore[misc]
            counts["closed"] += 1
            counts["completed"] += sum(settled)
            counts["missed"] += len(seated) - sum(settled)
    return counts


def settle_some(tx: Transaction, training_id: int, some: Sequence[Enrolment]) -> int:
    """Of these, to how many the training counts."""
    found = _to_close(tx, training_id)
    if found is None:
        return 0
    attended = attended_sessions(tx, [training_id], [one.employee_id for one in some])
    return sum(settle(tx, found, one, attended.get((training_id, one.employee_id), set())) for one in some)


def _to_close(tx: Transaction, training_id: int) -> Training | None:
    found = lock_training(tx, training_id)
    return None if found is None or found.closed_at or found.cancelled_at else found


def _close(tx: Transaction, training_id: int) -> bool:
    """False where another process was first."""
    if _to_close(tx, training_id) is None:
        return False
    change_training(tx, training_id, closed_at=tx.now)
    return True


def settle(tx: Transaction, about: Training, one: Enrolment, attended: set[int] | None = None) -> bool:
    """Bring ledger and certificate in line with the attendance. Returns whether the training counts."""
    if attended is None:
        attended = attended_sessions(tx, [about.id]).get((about.id, one.employee_id), set())
    wanted = {session.id for session in about.sessions}
    enough = 100 * len(attended & wanted) >= tx.settings.training_least_attendance * len(wanted)
    counts = bool(wanted) and bool(attended & wanted) and enough
    finished_on = (about.ends_at or tx.now).astimezone(city_zone()).date()
    if counts:
        complete(tx, about, one, finished_on)
    else:
        _take_back(tx, about, one, finished_on)
    return counts


def complete(tx: Transaction, about: Training, one: Enrolment, finished_on: date) -> bool:
    """Give credits and certificate, unless they are given. Returns whether something was given now."""
    employee = employee_by_id(tx, one.employee_id)
    credited, entries = jp_of_training(tx, one.employee_id, about.id)
    if employee is None or (entries and credited >= about.jp):
        return False
    cause = f"training:{about.id}:{one.employee_id}:{entries}"
    if not add_jp(tx, employee.id, about.jp - credited, finished_on, cause, training_id=about.id):
        return False
    change_enrolment(tx, one.id, completed_at=tx.now)
    _certify(tx, about, employee, finished_on)
    if employee.person_id is not None:
        tell(
            tx,
            employee.person_id,
            TrainingCompleted(about.id, one.id),
            subject=subject_of(about.id),
            once_key=f"completed:{one.id}:{entries}",
        )
    return True


def _certify(tx: Transaction, about: Training, employee: Employee, finished_on: date) -> None:
    before = certificate_of(tx, employee.id, about.id)
    if before is not None:
        set_withdrawn(tx, before.id, withdrawn=False)
        return
    number = CertificateNumber(finished_on.year, next_serial(tx, finished_on.year))
    add_certificate(
        tx,
        employee_id=employee.id,
        training_id=about.id,
        year=number.year,
        serial=number.serial,
        code=verification_code(number, employee.nip, tx.settings.require_key()),
        name=employee.full_name,
        title=about.title,
        jp=about.jp,
        unit=employee.unit[:200],
        finished_on=finished_on,
        **_signer(tx),
    )


def _signer(tx: Transaction) -> dict[str, str]:
    """Whoever signs today stands on the certificate for good."""
    settings = tx.settings
    return {
        "signer_name": settings.certificate_signer_name,
        "signer_title": settings.certificate_signer_title,
        "signer_nip": settings.certificate_signer_nip,
    }


def _take_back(tx: Transaction, about: Training, one: Enrolment, day: date) -> None:
    """After a correction: a row against it, and the certificate proves nothing any more."""
    credited, entries = jp_of_training(tx, one.employee_id, about.id)
    if credited > 0:
        cause = f"training:{about.id}:{one.employee_id}:{entries}"
        add_jp(tx, one.employee_id, -credited, day, cause, training_id=about.id, note="attendance corrected")
        change_enrolment(tx, one.id, completed_at=None)
    certificate = certificate_of(tx, one.employee_id, about.id)
    if certificate is not None and certificate.withdrawn_at is None:
        set_withdrawn(tx, certificate.id, withdrawn=True)
