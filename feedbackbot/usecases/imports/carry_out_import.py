"""A file that an admin sent: kept in the turn, read and compared afterwards, carried out once the admin says so."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.imports.notices import ImportTold
from feedbackbot.domain.staff.compare import Plan
from feedbackbot.domain.staff.read_staff import StaffSheet
from feedbackbot.domain.training.course_problem import CourseFileError
from feedbackbot.domain.training.read_trainings import TrainingsSheet
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.imports.received_imports import (
    BESIDE,
    ImportKind,
    ImportState,
    ReceivedImport,
    SentFile,
    change_import,
    import_by_id,
    keep_received,
    make_void,
    next_import,
    still_stands,
)
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.import_report import (
    many_gone,
    plan_counts,
    plan_details,
    problem_details,
)
from feedbackbot.usecases.imports.suspend_roles import leavers
from feedbackbot.usecases.imports.take_over_in_steps import plan_beside
from feedbackbot.usecases.imports.what_was_read import reading_of
from feedbackbot.usecases.staff.authority import require_admin
from feedbackbot.usecases.training.edit_training import take_trainings_over
from feedbackbot.usecases.training.import_course import bring_course, keep_file

__all__ = [
    "ImportKind",
    "ImportState",
    "ReceivedImport",
    "SentFile",
    "import_by_id",
    "many_gone",
    "next_import",
]

LARGEST = 20_000_000
"""Bytes: more than a chat service hands out."""
_MOST_PROBLEMS = 20


# In the turn


def receive(
    tx: Transaction, admin_id: int, kind: ImportKind, channel: str, files: Sequence[SentFile]
) -> Sequence[str]:
    """Note what was sent at once; a job fetches and reads it. Lists of staff are read together, for whoever is missing in all of
    them is gone; anything else goes file by file. What was sent before and is not decided about is void: its names. Raises
    FeedbackbotError for a file that is too large."""
    require_admin(tx, admin_id)
    if any(file.size > LARGEST for file in files):
        raise FeedbackbotError("import-file-too-large")
    former = make_void(tx, kind, admin_id)
    named = [replace(file, name=file.name or kind.value) for file in files]
    if kind is ImportKind.STAFF:
        keep_received(tx, kind, admin_id, channel, named[0], named[1:])
        return former
    for file in named:
        keep_received(tx, kind, admin_id, channel, file)
    return former


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


def show_again(tx: Transaction, admin_id: int, import_id: int) -> None:
    """The dry run, with its buttons, once more. Raises FeedbackbotError where it was decided, or is somebody else's."""
    require_admin(tx, admin_id)
    found = import_by_id(tx, import_id)
    if found is None or found.author_id != admin_id or found.state is not ImportState.PLANNED:
        raise FeedbackbotError("import-decided")
    tell(tx, admin_id, ImportTold(found.id, found.state.value))


def must_ask_twice(tx: Transaction, admin_id: int, import_id: int) -> ReceivedImport | None:
    """The import whose "yes" would let go so many that it is asked about once more; None where one answer is enough."""
    require_admin(tx, admin_id)
    found = import_by_id(tx, import_id)
    return found if found is not None and found.state is ImportState.PLANNED and many_gone(found) else None


# In the job


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


async def dry_run(runtime: Runtime, found: ReceivedImport, sheet: StaffSheet, digest: str) -> bool:
    """Store what the sheet would do, and show it to the admin. False where another process did."""
    plan = await plan_beside(runtime, sheet)
    gone = [one.nip.digits for one in plan.gone]
    leaving = await runtime.read(lambda tx: leavers(tx, gone))
    problems = await asyncio.to_thread(plan_details, plan, leaving)
    kept = {**plan_counts(plan), "reading": reading_of(sheet, sheet.sheet_name)}
    if len(found.files) > 1:
        kept[BESIDE] = found.plan[BESIDE]
    return await runtime.write(
        lambda tx: moved_on(tx, found, ImportState.PLANNED, plan=kept, problems=problems, digest=digest)
    )


def carried_out(tx: Transaction, found: ReceivedImport, plan: Plan) -> bool:
    """The sheet is taken over: say so, once."""
    done = {"new": len(plan.new), "changed": len(plan.changed), "gone": len(plan.gone)}
    return moved_on(tx, found, ImportState.DONE, plan={**found.plan, "done": done})


async def take_trainings(runtime: Runtime, found: ReceivedImport, sheet: TrainingsSheet) -> bool:
    """Trainings without a problem go into the catalogue; the others are named. False where another process did."""
    done = await take_trainings_over(
        runtime, found.author_id, sheet.trainings, lambda tx: still_stands(tx, found.id, found.state)
    )
    kept = {"done": done, "reading": reading_of(sheet, "")}
    problems = problem_details(sheet.problems)
    return await runtime.write(lambda tx: moved_on(tx, found, ImportState.DONE, plan=kept, problems=problems))


def take_course(tx: Transaction, found: ReceivedImport, data: bytes) -> bool:
    """The course goes into the catalogue, or every problem is named with its line."""
    try:
        brought = bring_course(tx, found.author_id, data, found.name, found.channel)
    except CourseFileError as wrong:
        return refuse_course(tx, found, wrong)
    course = brought.course
    kept = {
        "done": {"title": course.title, "lessons": len(course.lessons), "questions": len(course.quiz)},
        "changed": brought.changed,
        "missing": list(brought.missing),
    }
    return moved_on(tx, found, ImportState.DONE, training_id=brought.training_id, plan=kept)


def refuse_course(tx: Transaction, found: ReceivedImport, wrong: CourseFileError) -> bool:
    problems = [
        {"what": "course", "file": one.file, "line": one.line, "key": one.key, "args": dict(one.args)}
        for one in wrong.problems[:_MOST_PROBLEMS]
    ]
    refused = {"refused": wrong.key, "args": wrong.args_}
    return moved_on(tx, found, ImportState.REFUSED, plan=refused, problems=problems)


def refuse(tx: Transaction, found: ReceivedImport, key: str, **args: str | int | float) -> bool:
    """The file as a whole cannot be used; nothing of it is taken."""
    return moved_on(tx, found, ImportState.REFUSED, plan={**found.plan, "refused": key, "args": args})


def moved_on(tx: Transaction, found: ReceivedImport, state: ImportState, **values: Any) -> bool:
    """The import stands at `state` now, and its admin is told. False where another process was faster."""
    if not change_import(tx, found.id, found.state, state, **values):
        return False
    if found.author_id is not None:
        tell(tx, found.author_id, ImportTold(found.id, state.value), subject=f"import:{found.id}")
    return True
