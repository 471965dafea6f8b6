"""A file that an admin sent: kept in the turn, read and compared afterwards, carried out once the admin says so."""

from collections.abc import Callable, Sequence
from hashlib import sha256

from feedbackbot.delivery.notify import Translate, notify
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.staff.compare import Plan
from feedbackbot.domain.staff.read_staff import StaffSheet
from feedbackbot.domain.training.course_problem import CourseFileError
from feedbackbot.domain.training.read_trainings import TrainingsSheet
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue, Markup
from feedbackbot.storage.imports.received_imports import (
    ImportKind,
    ImportState,
    ReceivedImport,
    change_import,
    import_by_id,
    keep_received,
    next_import,
)
from feedbackbot.storage.people.contacts import language_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.import_report import (
    detail_line,
    many_gone,
    plan_counts,
    plan_details,
    plan_message,
    problem_details,
    second_question,
)
from feedbackbot.usecases.imports.suspend_roles import leavers
from feedbackbot.usecases.imports.what_was_read import reading_lines, reading_of
from feedbackbot.usecases.staff.authority import require_admin
from feedbackbot.usecases.training.edit_training import import_trainings
from feedbackbot.usecases.training.import_course import bring_course, keep_file

__all__ = ["ImportKind", "ImportState", "ReceivedImport", "import_by_id", "next_import", "second_question"]

LARGEST = 20_000_000
"""Bytes: more than a chat service hands out."""
_SHOWN = 8
Writing = Callable[[Translate, str], Message]
"""Gets the reader's language too: files are made in it later."""


# In the turn


def receive(
    tx: Transaction, admin_id: int, kind: ImportKind, channel: str, ref: str, name: str, size: int
) -> int:
    """Note the file; a job fetches and reads it. Raises FeedbackbotError for one that is too large."""
    require_admin(tx, admin_id)
    if size > LARGEST:
        raise FeedbackbotError("import-file-too-large")
    return keep_received(tx, kind, admin_id, channel, ref, name or kind.value, size)


def receive_course_file(
    tx: Transaction, admin_id: int, training_id: int, name: str, channel: str, ref: str
) -> Sequence[str]:
    """A picture or document that a course shows; what is still missing."""
    return keep_file(tx, admin_id, training_id, name, channel, ref)


def decide(tx: Transaction, admin_id: int, import_id: int, act: str) -> ReceivedImport:
    """ "ya", or "pasti" where many would go: carry it out; "sebagian": but let nobody go who is missing; "batal": forget it.

    Raises FeedbackbotError where it was decided already, or for a "ya" that has to be asked about once more.
    """
    require_admin(tx, admin_id)
    before = import_by_id(tx, import_id)
    if act == "ya" and before is not None and many_gone(before):
        raise FeedbackbotError("import-many-gone")
    after = ImportState.CANCELLED if act == "batal" else ImportState.CONFIRMED
    whole = {} if after is ImportState.CANCELLED else {"whole_registry": act != "sebagian"}
    if not change_import(tx, import_id, ImportState.PLANNED, after, **whole):
        raise FeedbackbotError("import-decided")
    found = import_by_id(tx, import_id)
    assert found is not None  # noqa: S101  just changed
    return found


def must_ask_twice(tx: Transaction, admin_id: int, import_id: int) -> ReceivedImport | None:
    """The import whose "yes" would let go so many that it is asked about once more; None where one answer is enough."""
    require_admin(tx, admin_id)
    found = import_by_id(tx, import_id)
    return found if found is not None and found.state is ImportState.PLANNED and many_gone(found) else None


# In the job


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


def dry_run(
    tx: Transaction, catalogue: Catalogue, found: ReceivedImport, sheet: StaffSheet, plan: Plan, digest: str
) -> bool:
    """Store what the sheet would do, and show it to the admin. False where another process did."""
    kept = change_import(
        tx,
        found.id,
        ImportState.RECEIVED,
        ImportState.PLANNED,
        plan={**plan_counts(plan), "reading": reading_of(sheet, sheet.sheet_name)},
        problems=plan_details(plan, leavers(tx, [gone.nip.digits for gone in plan.gone])),
        digest=digest,
    )
    planned = import_by_id(tx, found.id)
    if kept and planned is not None:
        _tell(tx, catalogue, planned, lambda t, language: plan_message(t, language, planned))
    return kept


def carried_out(tx: Transaction, catalogue: Catalogue, found: ReceivedImport, plan: Plan) -> bool:
    """The sheet is taken over: say so, once."""
    if not change_import(tx, found.id, ImportState.CONFIRMED, ImportState.DONE):
        return False
    counts = {"new": len(plan.new), "changed": len(plan.changed), "gone": len(plan.gone)}
    _tell(tx, catalogue, found, lambda t, language: Message(t("import-done", **counts), (_home(t),)))
    return True


def take_trainings(
    tx: Transaction, catalogue: Catalogue, found: ReceivedImport, sheet: TrainingsSheet
) -> bool:
    """Trainings without a problem go into the catalogue; the others are named."""
    problems = problem_details(sheet.problems)
    if not change_import(tx, found.id, found.state, ImportState.DONE, problems=problems):
        return False
    counts = import_trainings(tx, found.author_id, sheet.trainings)
    reading = reading_of(sheet, "")

    def write(t: Translate, language: str) -> Message:
        lines = [t("import-trainings-done", **counts), *reading_lines(t, reading, "training-field")]
        if problems:
            lines += ["", t("import-wrong-head"), *(detail_line(t, one) for one in problems[:_SHOWN])]
        return Message("\n".join(lines), (Choice("buka", t("training-list"), door="pelatihan"), _home(t)))

    _tell(tx, catalogue, found, write)
    return True


def take_course(tx: Transaction, catalogue: Catalogue, found: ReceivedImport, data: bytes) -> bool:
    """The course goes into the catalogue, or every problem is named with its line."""
    try:
        brought = bring_course(tx, found.author_id, data, found.name, found.channel)
    except CourseFileError as wrong:
        return refuse_course(tx, catalogue, found, wrong)
    if not change_import(
        tx, found.id, ImportState.RECEIVED, ImportState.DONE, training_id=brought.training_id
    ):
        return False

    def write(t: Translate, language: str) -> Message:
        course = brought.course
        lines = [
            t("course-brought", title=course.title, lessons=len(course.lessons), questions=len(course.quiz))
        ]
        if not brought.changed:
            lines.append(t("course-same"))
        if brought.missing:
            lines += ["", t("course-missing", names=", ".join(brought.missing))]
        return Message(
            "\n".join(lines), (Choice(str(brought.training_id), t("training-details"), door="pelatihan"),)
        )

    _tell(tx, catalogue, found, write)
    return True


def refuse_course(
    tx: Transaction, catalogue: Catalogue, found: ReceivedImport, wrong: CourseFileError
) -> bool:
    if not change_import(tx, found.id, found.state, ImportState.REFUSED):
        return False

    def write(t: Translate, language: str) -> Message:
        lines = [t(wrong.key, **wrong.args_)]
        lines += [
            t("course-line", file=one.file, line=str(one.line), problem=Markup(t(one.key, **one.args)))
            for one in wrong.problems[:20]
        ]
        return Message("\n".join(lines), (_home(t),))

    _tell(tx, catalogue, found, write)
    return True


def refuse(
    tx: Transaction, catalogue: Catalogue, found: ReceivedImport, key: str, **args: str | int | float
) -> bool:
    """The file as a whole cannot be used; nothing of it is taken."""
    if not change_import(tx, found.id, found.state, ImportState.REFUSED):
        return False

    def write(t: Translate, language: str) -> Message:
        reason = Markup(t(key, **args))
        return Message(t("import-refused", name=found.name, reason=reason), (_home(t),))

    _tell(tx, catalogue, found, write)
    return True


def _home(t: Translate) -> Choice:
    return Choice("menu", t("to-menu"), door="menu")


def _tell(tx: Transaction, catalogue: Catalogue, found: ReceivedImport, write: Writing) -> None:
    """It is the admin's own affair: no quiet hours, no cap."""
    if found.author_id is None:
        return
    language = language_of(tx, found.author_id)
    notify(
        tx,
        catalogue,
        found.author_id,
        Kind.CASE_UPDATE,
        lambda t: write(t, language),
        topic=f"import:{found.id}",
    )
