"""A course is taken in the chat: lesson by lesson, and passed by its quiz."""

from dataclasses import dataclass
from enum import StrEnum

from feedbackbot.clock import city_zone
from feedbackbot.domain.training.course import Course, Question
from feedbackbot.domain.training.enrolment import State
from feedbackbot.domain.training.quiz import AnswerVerdict, QuizScore, answer_question, next_question, score
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.training.courses import (
    KeptCourse,
    Progress,
    answers_of,
    begin_progress,
    change_progress,
    course_trainings,
    forget_answers,
    keep_answer,
    progress_of,
)
from feedbackbot.storage.training.enrolments import add_enrolment, change_enrolment, enrolment_by_id
from feedbackbot.storage.training.trainings import (
    Training,
    training_by_id,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_employee
from feedbackbot.usecases.training.completion import complete
from feedbackbot.usecases.training.import_course import kept_course


@dataclass(frozen=True, slots=True)
class Learning:
    """Where somebody stands in a course. `question` is the next one of the quiz, None before it or when all are answered."""

    training: Training
    kept: KeptCourse
    progress: Progress
    question: int | None
    right_so_far: int

    @property
    def course(self) -> Course:
        return self.kept.course

    @property
    def lessons_done(self) -> bool:
        return self.progress.lessons >= len(self.course.lessons)

    @property
    def tries_left(self) -> int:
        """Tries that may still be begun."""
        return max(self.course.tries - self.progress.tries, 0)


def courses_for(tx: Transaction, person_id: int) -> list[tuple[Training, Progress | None]]:
    """All courses that go on, begun ones first."""
    employee = require_employee(tx, person_id)
    found = []
    for training_id in course_trainings(tx):
        training = training_by_id(tx, training_id)
        if training is not None:
            found.append((training, progress_of(tx, training_id, employee.id)))
    return sorted(
        found, key=lambda each: (each[1] is None, each[1] is not None and each[1].passed_at is not None)
    )


def begin_course(tx: Transaction, person_id: int, training_id: int) -> Learning:
    """Begin, or go on where it was left."""
    employee = require_employee(tx, person_id)
    training = training_by_id(tx, training_id)
    if training is None or training.cancelled_at is not None:
        raise FeedbackbotError("training-unknown")
    kept_course(tx, training_id)
    if progress_of(tx, training_id, employee.id) is None:
        begin_progress(tx, training_id, employee.id)
    enrolment_id = add_enrolment(
        tx, training_id, employee.id, State.SEATED, seated_at=tx.now, answered_at=tx.now
    )
    before = enrolment_by_id(tx, enrolment_id)
    if before is not None and before.state is not State.SEATED:
        change_enrolment(tx, enrolment_id, State.SEATED, seated_at=tx.now, answered_at=tx.now)
    return learning_of(tx, person_id, training_id)


def learning_of(tx: Transaction, person_id: int, training_id: int) -> Learning:
    """Reads only. Raises FeedbackbotError where the course was not begun."""
    employee = require_employee(tx, person_id)
    training, kept = training_by_id(tx, training_id), kept_course(tx, training_id)
    progress = progress_of(tx, training_id, employee.id)
    if training is None or progress is None:
        raise FeedbackbotError("training-unknown")
    if progress.tries == 0 or progress.version != kept.version:
        return Learning(training, kept, progress, None, 0)
    answers = answers_of(tx, training_id, employee.id, progress.tries)
    right = score(kept.course.quiz, answers, kept.course.pass_mark).right
    return Learning(training, kept, progress, next_question(kept.course.quiz, answers), right)


def lesson_read(tx: Transaction, person_id: int, training_id: int, lesson: int) -> Learning:
    """`lesson` from 0. Reading one again changes nothing; none can be skipped."""
    now = learning_of(tx, person_id, training_id)
    if lesson == now.progress.lessons and lesson < len(now.course.lessons):
        employee = require_employee(tx, person_id)
        change_progress(tx, training_id, employee.id, lessons=lesson + 1, read_at=tx.now)
    return learning_of(tx, person_id, training_id)


def set_daily(tx: Transaction, person_id: int, training_id: int, *, daily: bool) -> None:
    """One lesson a day, by reminder."""
    employee = require_employee(tx, person_id)
    change_progress(tx, training_id, employee.id, daily=daily)


def begin_try(tx: Transaction, person_id: int, training_id: int) -> Learning:
    """Begin the quiz, or go on with the try under way. Raises FeedbackbotError before the last lesson or without tries left."""
    employee = require_employee(tx, person_id)
    now = learning_of(tx, person_id, training_id)
    if not now.lessons_done:
        raise FeedbackbotError("learn-lessons-first")
    if now.question is not None:
        return now
    if now.progress.tries and now.progress.version != now.kept.version:
        # the questions were replaced in the middle: the try begins anew and is not lost
        forget_answers(tx, training_id, employee.id, now.progress.tries)
        change_progress(tx, training_id, employee.id, version=now.kept.version)
    elif now.tries_left == 0 and now.progress.passed_at is None:
        raise FeedbackbotError("learn-no-tries-left")
    else:
        change_progress(tx, training_id, employee.id, tries=now.progress.tries + 1, version=now.kept.version)
    return learning_of(tx, person_id, training_id)


class Finish(StrEnum):
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Answered:
    """`finish` and `score` are set by the last answer of a try."""

    verdict: AnswerVerdict
    question: Question
    score: QuizScore | None = None
    finish: Finish | None = None
    tries_left: int = 0


def answer_quiz(tx: Transaction, person_id: int, training_id: int, question: int, option: int) -> Answered:
    """One answer; a second one to the same question changes nothing. The last one settles the try."""
    employee = require_employee(tx, person_id)
    now = learning_of(tx, person_id, training_id)
    quiz, tries = now.course.quiz, now.progress.tries
    if now.progress.version != now.kept.version or not 0 <= question < len(quiz):
        raise FeedbackbotError("learn-course-changed")
    so_far = answers_of(tx, training_id, employee.id, tries)
    after, verdict = answer_question(quiz, so_far, question, option)
    asked = quiz[question]
    if verdict not in (AnswerVerdict.RIGHT, AnswerVerdict.WRONG):
        return Answered(verdict, asked)
    right = verdict is AnswerVerdict.RIGHT
    if not keep_answer(tx, training_id, employee.id, tries, question, option, right=right):
        return Answered(AnswerVerdict.ALREADY_ANSWERED, asked)
    if next_question(quiz, after) is not None:
        return Answered(verdict, asked)
    result = score(quiz, after, now.course.pass_mark)
    best = max(now.progress.best_percent or 0, result.percent)
    change_progress(tx, training_id, employee.id, best_percent=best)
    if not result.passed:
        return Answered(verdict, asked, result, Finish.FAILED, now.tries_left)
    if now.progress.passed_at is None:
        change_progress(tx, training_id, employee.id, passed_at=tx.now, daily=False)
        enrolment_id = add_enrolment(tx, training_id, employee.id, State.SEATED)
        one = enrolment_by_id(tx, enrolment_id)
        if one is not None:
            complete(tx, now.training, one, tx.now.astimezone(city_zone()).date())
    return Answered(verdict, asked, result, Finish.PASSED)
