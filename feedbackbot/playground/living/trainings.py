"""From the weak element to the training: cases of improvement, trainings held and to come, courses, credits and certificates."""

from datetime import datetime, time, timedelta
from typing import Final

from feedbackbot.clock import city_zone
from feedbackbot.data import course_files
from feedbackbot.domain.training.catalogue import Mode, SessionDraft, Skill, TrainingDraft, TrainingKind
from feedbackbot.domain.training.enrolment import State
from feedbackbot.playground.living.past import Past
from feedbackbot.playground.living.staff import Staff
from feedbackbot.storage.improvement.improvements import change_improvement, improvements
from feedbackbot.storage.training.attendance import BY_CODE, mark_present
from feedbackbot.storage.training.enrolments import add_enrolment
from feedbackbot.storage.training.trainings import add_training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.improvement.open_cases import open_improvements
from feedbackbot.usecases.training.completion import close_trainings
from feedbackbot.usecases.training.import_course import bring_course

WEAK: Final = ("waktu", "perilaku", "pengaduan", "sarana")
_TITLES: Final = {
    "waktu": "Pelayanan Cepat Tanpa Antrean",
    "perilaku": "Pelayanan Prima dan Ramah",
    "pengaduan": "Menangani Pengaduan Warga",
    "sarana": "Menata Ruang Layanan",
}
_HELD_AGO: Final = 118
_EACH: Final = 8


def weak_units(units: list[int]) -> dict[int, str]:
    """The first eight offices, two for each element."""
    return {unit: WEAK[place % len(WEAK)] for place, unit in enumerate(units[:8])}


async def make_trainings(past: Past, staff: Staff) -> int:
    """Returns how many. The ratings are there already."""
    past.goes_to(days=_HELD_AGO + 20)
    await open_improvements(past.runtime)
    held = [await past.does(lambda tx, one=one: _plan(tx, one, 20)) for one in WEAK]  # type: ignore[misc]
    past.goes_to(days=_HELD_AGO)
    weak = weak_units(staff.units)
    for training, element in zip(held, WEAK, strict=True):
        units = [unit for unit, of in weak.items() if of == element]
        await past.does(lambda tx, t=training, u=units: _attend(tx, staff, t, u))  # type: ignore[misc]
    past.goes_to(days=_HELD_AGO - 3)
    await close_trainings(past.runtime)
    past.goes_to()
    coming = [await past.does(lambda tx, one=one: _plan(tx, one, 12)) for one in WEAK]  # type: ignore[misc]
    await past.does(_bring_courses)
    await open_improvements(past.runtime)
    return len(held) + len(coming)


def _plan(tx: Transaction, element: str, days: int) -> int:
    day = (tx.now + timedelta(days=days)).astimezone(city_zone()).date()
    sessions = []
    for number in range(2):
        on = day + timedelta(days=number)
        starts = datetime.combine(on, time(9), city_zone())
        sessions.append(SessionDraft(starts, starts + timedelta(hours=3), "Aula BKPSDM"))
    draft = TrainingDraft(
        f"{_TITLES[element]} {day:%m/%Y}",
        TrainingKind.TECHNICAL,
        Skill.SOFT,
        Mode.CLASSROOM,
        "B5",
        6,
        institution="BKPSDM",
        element=element,
        seats=30,
        sessions=tuple(sessions),
    )
    return add_training(tx, draft, None)


def _attend(tx: Transaction, staff: Staff, training_id: int, units: list[int]) -> None:
    """Some of each office came; its case of improvement is tied to the training."""
    about = training_by_id(tx, training_id)
    assert about is not None  # noqa: S101  just made
    for unit in units:
        for employee in staff.of_unit[unit][:_EACH]:
            add_enrolment(tx, training_id, employee, State.SEATED, invited_at=tx.now)
            for session in about.sessions:
                mark_present(tx, session.id, employee, BY_CODE)
    for case in improvements(tx):
        if case.unit_id in units and case.element == about.element:
            change_improvement(tx, case.id, measure=about.title, training_id=training_id)


def _bring_courses(tx: Transaction) -> None:
    for name, body in course_files():
        bring_course(tx, None, body, name, "telegram")
