"""What the commands of the programme do."""

from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import typer

from feedbackbot.clock import city_zone, system_now
from feedbackbot.command_line.in_database import in_database
from feedbackbot.command_line.reading_apart import read_apart
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.staff.compare import Plan
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.domain.training.course_problem import CourseFileError
from feedbackbot.domain.training.read_trainings import read_trainings_sheet
from feedbackbot.errors import FeedbackbotError, SettingsError
from feedbackbot.i18n import Markup, load_catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.imports.findings import detail_line, reading_lines
from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.imports.import_report import plan_counts, plan_details, problem_details
from feedbackbot.usecases.imports.import_staff import name_unit, unplaced_units
from feedbackbot.usecases.imports.suspend_roles import Leaver, leavers
from feedbackbot.usecases.imports.take_over_in_steps import plan_beside, take_over_in_steps
from feedbackbot.usecases.imports.what_was_read import reading_of
from feedbackbot.usecases.training.credits import Proof, verify
from feedbackbot.usecases.training.edit_training import take_trainings_over
from feedbackbot.usecases.training.import_course import bring_course
from feedbackbot.usecases.training.jp_table import forms_in_force

T = TypeVar("T")
_SHOWN = 20
_CATALOGUE = load_catalogue()


def _t(key: str, /, **values: Value) -> str:
    return plain(_CATALOGUE.text("id", key, **values))


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as problem:
        raise SettingsError(f"{file} cannot be read: {problem.strerror}") from None


async def import_staff_file(settings: Settings, file: Path, *, yes: bool, whole: bool) -> None:
    """Dry run, question, import. Raises SettingsError with one line for a file that is no sheet."""
    today = system_now().astimezone(city_zone()).date()
    sheet = await read_apart(
        read_staff_sheet, _bytes_of(file), today=today, own_headers=settings.sheet_headers
    )
    # in parts and steps: the bot goes on writing beside it
    async with checked_runtime(settings) as runtime:
        plan = await plan_beside(runtime, sheet, whole=whole)
        gone = [one.nip.digits for one in plan.gone]
        leaving = await runtime.read(lambda tx: leavers(tx, gone))
    for line in _plan_lines(file.name, plan, leaving, reading_of(sheet, sheet.sheet_name)):
        typer.echo(line)
    if plan.changes_nothing or not (yes or typer.confirm("Carry it out?")):
        return
    if "import-many-gone" in plan.cautions and not yes:
        typer.echo(_t("import-many-gone-question", gone=len(plan.gone), active=plan.active))
        if typer.prompt("Type the number of employees to make inactive") != str(len(plan.gone)):
            return
    async with checked_runtime(settings) as runtime:
        done = await take_over_in_steps(runtime, sheet, None, whole=whole)
    typer.echo(_t("import-done", new=len(done.new), changed=len(done.changed), gone=len(done.gone)))


def _plan_lines(name: str, plan: Plan, leaving: list[Leaver], reading: dict[str, Any]) -> list[str]:
    counts = {key: value for key, value in plan_counts(plan).items() if isinstance(value, int)}
    lines = [_t("import-plan", name=name, **counts)]
    lines += reading_lines(_t, reading)
    lines += [_t("import-caution", caution=Markup(_t(key))) for key in plan.cautions]
    details = plan_details(plan, leaving)
    lines += [plain(detail_line(_t, one)) for one in details if one["what"] == "roles"]
    wrong = [one for one in details if one["what"] in ("wrong", "ignored", "twice")]
    lines += [plain(detail_line(_t, one)) for one in wrong[:_SHOWN]]
    return [*lines, f"… {len(wrong) - _SHOWN} more"] if len(wrong) > _SHOWN else lines


async def list_or_name(settings: Settings, name: str, code: str) -> list[str]:
    """Without a name: what is unknown, most people first."""

    def work(tx: Transaction) -> list[str]:
        if not name:
            return [f"{people:>6}  {called}" for called, people in unplaced_units(tx).items()]
        unit = unit_by_code(tx, code)
        if unit is None:
            raise SettingsError(f"no unit has the code {code!r}")
        return [f"{name} = {unit.name}: {name_unit(tx, name, unit.id)} employees"]

    return await in_database(settings, work)


async def import_trainings_file(settings: Settings, file: Path) -> list[str]:
    data = _bytes_of(file)
    forms = await in_database(settings, forms_in_force)
    sheet = await read_apart(
        read_trainings_sheet, data, now=system_now(), forms=forms, own_headers=settings.sheet_headers
    )

    try:
        async with checked_runtime(settings) as runtime:
            counts = await take_trainings_over(runtime, None, sheet.trainings)
    except FeedbackbotError as wrong:
        raise SettingsError(_t(wrong.key, **wrong.args_)) from None
    lines = [_t("import-trainings-done", **counts)]
    lines += reading_lines(_t, reading_of(sheet, ""), "training-field")
    return [*lines, *(plain(detail_line(_t, one)) for one in problem_details(sheet.problems))]


async def import_course_file(settings: Settings, file: Path) -> tuple[list[str], bool]:
    """Lines to print, and whether the course was taken."""
    data = _bytes_of(file)
    bring = partial(bring_course, admin_id=None, data=data, file=file.name, channel="telegram")
    try:
        brought = await in_database(settings, lambda tx: bring(tx))
    except CourseFileError as wrong:
        return [f"{one.file}:{one.line}: {_t(one.key, **one.args)}" for one in wrong.problems], False
    except FeedbackbotError as wrong:
        return [_t(wrong.key, **wrong.args_)], False
    course = brought.course
    lines = [
        _t("course-brought", title=course.title, lessons=len(course.lessons), questions=len(course.quiz))
    ]
    if not brought.changed:
        lines.append(_t("course-same"))
    if brought.missing:
        lines.append(_t("course-missing", names=", ".join(brought.missing)))
    return lines, True


async def verify_code(settings: Settings, code: str) -> tuple[list[str], bool]:
    """Lines to print, and whether the code proves a certificate that is in force."""
    found = await in_database(settings, lambda tx: verify(tx, code))
    lines = [_t(f"verify-{found.proof.value}")]
    if found.certificate is not None:
        one = found.certificate
        lines += [found.number, one.name, one.title, f"{one.jp} JP", one.finished_on.isoformat()]
    return lines, found.proof is Proof.GENUINE
