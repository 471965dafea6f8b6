"""Courses that are learnt in the chat, how far everybody is, and the answers to their quizzes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import delete, insert, select, update

from feedbackbot.domain.training.course import Course
from feedbackbot.domain.training.course_file import parse_course
from feedbackbot.domain.training.quiz import QuizTry
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import course, course_file, course_progress, quiz_answer, training
from feedbackbot.storage.transaction import Transaction, upsert


@dataclass(frozen=True, slots=True)
class KeptCourse:
    """`version` grows when another file replaces the course."""

    training_id: int
    file: str
    version: int
    course: Course


@dataclass(frozen=True, slots=True)
class Progress:
    """`lessons` read; `tries`: the number of the present try, 0 before the first, of course version `version`."""

    started_at: datetime
    lessons: int
    daily: bool
    tries: int
    version: int
    best_percent: int | None
    passed_at: datetime | None


def keep_course(tx: Transaction, training_id: int, file: str, body: str) -> bool:
    """False where it is the same as before."""
    before = tx.run(select(course).where(course.c.training_id == training_id)).first()
    if before is not None and before.body == body:
        return False
    if before is None:
        row = {
            "training_id": training_id,
            "file": file[:120],
            "body": body,
            "version": 1,
            "changed_at": tx.now,
        }
        tx.run(insert(course), row)
    else:
        tx.run(
            update(course)
            .where(course.c.training_id == training_id)
            .values(file=file[:120], body=body, version=course.c.version + 1, changed_at=tx.now)
        )
    return True


def course_of(tx: Transaction, training_id: int) -> KeptCourse | None:
    row = tx.run(select(course).where(course.c.training_id == training_id)).first()
    if row is None:
        return None
    return KeptCourse(row.training_id, row.file, row.version, _parsed(row.body, row.file))


@lru_cache(maxsize=32)
def _parsed(body: str, file: str) -> Course:
    # the forms of the JP table were checked at import; a form taken out since does not break a course
    return parse_course(body.encode(), file, known_forms=_AnyForm())


class _AnyForm(frozenset[str]):
    def __contains__(self, form: object) -> bool:
        return True


def course_trainings(tx: Transaction) -> list[int]:
    """Ids of trainings with a course, oldest first."""
    alive = training.c.cancelled_at.is_(None) & training.c.closed_at.is_(None)
    return list(
        tx.run(
            select(course.c.training_id).join(training).where(alive).order_by(course.c.training_id)
        ).scalars()
    )


# Files that a course shows


def keep_course_file(tx: Transaction, training_id: int, name: str, channel: str, ref: str) -> None:
    tx.run(
        upsert(tx, course_file)
        .values(training_id=training_id, name=name[:120], channel=channel, ref=ref)
        .on_conflict_do_update(index_elements=["training_id", "name", "channel"], set_={"ref": ref})
    )


def course_files(tx: Transaction, training_id: int, channel: str) -> dict[str, str]:
    """The chat service's id by file name."""
    mine = (course_file.c.training_id == training_id) & (course_file.c.channel == channel)
    return {row.name: row.ref for row in tx.run(select(course_file).where(mine))}


# How far somebody is


def progress_of(tx: Transaction, training_id: int, employee_id: int) -> Progress | None:
    mine = (course_progress.c.training_id == training_id) & (course_progress.c.employee_id == employee_id)
    row = tx.run(select(course_progress).where(mine)).first()
    if row is None:
        return None
    return Progress(
        row.started_at, row.lessons, row.daily, row.tries, row.version, row.best_percent, row.passed_at
    )


def begin_progress(tx: Transaction, training_id: int, employee_id: int) -> None:
    row = {"training_id": training_id, "employee_id": employee_id, "started_at": tx.now, "daily": False}
    tx.run(
        upsert(tx, course_progress)
        .values(row)
        .on_conflict_do_nothing(index_elements=["training_id", "employee_id"])
    )


def change_progress(tx: Transaction, training_id: int, employee_id: int, **values: Any) -> None:
    mine = (course_progress.c.training_id == training_id) & (course_progress.c.employee_id == employee_id)
    tx.run(update(course_progress).where(mine).values(**values))


def daily_learners(tx: Transaction, today: date, most: int) -> Sequence[Any]:
    """`most` of those who want a lesson a day and have neither passed nor been reminded today, as rows of the columns below."""
    return tx.run(
        select(
            course_progress.c.training_id,
            course_progress.c.employee_id,
            employee.c.person_id,
            training.c.title,
            course_progress.c.lessons,
            course_progress.c.read_at,
        )
        .join(employee)
        .join(training, training.c.id == course_progress.c.training_id)
        .where(
            course_progress.c.daily,
            course_progress.c.passed_at.is_(None),
            employee.c.active,
            employee.c.person_id.is_not(None),
            training.c.cancelled_at.is_(None),
            (course_progress.c.reminded_on.is_(None)) | (course_progress.c.reminded_on < today),
        )
        .order_by(course_progress.c.training_id, course_progress.c.employee_id)
        .limit(most)
    ).all()


# The quiz


def answers_of(tx: Transaction, training_id: int, employee_id: int, try_number: int) -> QuizTry:
    rows = tx.run(
        select(quiz_answer.c.question, quiz_answer.c.option).where(
            quiz_answer.c.training_id == training_id,
            quiz_answer.c.employee_id == employee_id,
            quiz_answer.c.try_number == try_number,
        )
    )
    return QuizTry({row.question: row.option for row in rows})


def keep_answer(
    tx: Transaction, training_id: int, employee_id: int, try_number: int, question: int, option: int, *, right: bool
) -> bool:  # fmt: skip
    """False where the question is answered already in this try."""
    row = {
        "training_id": training_id, "employee_id": employee_id, "try_number": try_number,
        "question": question, "option": option, "right": right, "at": tx.now,
    }  # fmt: skip
    done = tx.run(
        upsert(tx, quiz_answer)
        .values(row)
        .on_conflict_do_nothing(index_elements=["training_id", "employee_id", "try_number", "question"])
    )
    return done.rowcount == 1


def forget_answers(tx: Transaction, training_id: int, employee_id: int, try_number: int) -> None:
    """A try whose questions were replaced under it begins anew."""
    tx.run(
        delete(quiz_answer).where(
            quiz_answer.c.training_id == training_id,
            quiz_answer.c.employee_id == employee_id,
            quiz_answer.c.try_number == try_number,
        )
    )
