"""Courses come in: a Markdown file of an admin's, then the pictures and documents that it shows."""

from dataclasses import dataclass

from feedbackbot.domain.training.catalogue import Mode, Skill, TrainingDraft, TrainingKind
from feedbackbot.domain.training.course import Course
from feedbackbot.domain.training.course_file import parse_course
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.training.courses import (
    KeptCourse,
    course_files,
    course_of,
    course_trainings,
    keep_course,
    keep_course_file,
)
from feedbackbot.storage.training.trainings import (
    Training,
    add_training,
    change_training,
    training_by_id,
    training_by_title,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin
from feedbackbot.usecases.training.jp_table import forms_in_force


@dataclass(frozen=True, slots=True)
class Brought:
    """`missing`: files that the course shows and that must still be sent. `changed` is False where the same file came again."""

    training_id: int
    course: Course
    changed: bool
    missing: tuple[str, ...]


def bring_course(tx: Transaction, admin_id: int | None, data: bytes, file: str, channel: str) -> Brought:
    """Make or replace the course of this title. Raises `CourseFileError` with all that is wrong in the file."""
    if admin_id is not None:
        require_admin(tx, admin_id)
    course = parse_course(data, file, forms_in_force(tx))
    found = training_by_title(tx, course.title)
    if found is not None and found.mode is not Mode.SELF_PACED:
        raise FeedbackbotError("course-title-taken")
    training_id = found.id if found else add_training(tx, _as_draft(course), admin_id)
    changed = keep_course(tx, training_id, file, data.decode("utf-8-sig"))
    if changed:
        change_training(tx, training_id, jp=course.jp, form=course.form, element=course.element)
        record(tx, admin_id, "course-imported", f"training:{training_id}")
    known = course_files(tx, training_id, channel)
    missing = tuple(name for name in course.needed_files if name not in known)
    return Brought(training_id, course, changed, missing)


def _as_draft(course: Course) -> TrainingDraft:
    return TrainingDraft(
        course.title,
        TrainingKind.SOCIAL if course.element == "perilaku" else TrainingKind.TECHNICAL,
        Skill.SOFT if course.element == "perilaku" else Skill.TECHNICAL,
        Mode.SELF_PACED,
        course.form,
        course.jp,
        element=course.element,
    )


def keep_file(
    tx: Transaction, admin_id: int, training_id: int, name: str, channel: str, ref: str
) -> tuple[str, ...]:
    """A picture or document of a course. Returns what is still missing. Raises FeedbackbotError for a file that it does not show."""
    require_admin(tx, admin_id)
    kept = kept_course(tx, training_id)
    if name not in kept.course.needed_files:
        raise FeedbackbotError("course-file-not-shown", name=name[:60])
    keep_course_file(tx, training_id, name, channel, ref)
    known = course_files(tx, training_id, channel)
    return tuple(one for one in kept.course.needed_files if one not in known)


def kept_course(tx: Transaction, training_id: int) -> KeptCourse:
    """Raises FeedbackbotError for a training that is no course."""
    kept = course_of(tx, training_id)
    if kept is None:
        raise FeedbackbotError("training-unknown")
    return kept


def courses_to_manage(tx: Transaction) -> list[Training]:
    """All courses that go on."""
    found = (training_by_id(tx, training_id) for training_id in course_trainings(tx))
    return [one for one in found if one is not None]


def course_files_for(tx: Transaction, training_id: int, channel: str) -> dict[str, str]:
    """What was sent of a course's pictures and documents: the chat service's id by file name."""
    return course_files(tx, training_id, channel)
