"""What `import-answers`, `answer-imports` and `take-back-answers` do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import typer

from feedbackbot.clock import city_zone, system_now
from feedbackbot.command_line.in_database import in_database
from feedbackbot.command_line.reading_apart import read_apart
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.problem import RowProblem, WrongValue
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import Order
from feedbackbot.errors import FeedbackbotError, SettingsError
from feedbackbot.i18n import load_catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.imports.findings import reading_lines
from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.imports.what_was_read import reading_of
from feedbackbot.usecases.survey.import_answers import (
    AnswerImport,
    AnswerOffer,
    AnswerPlan,
    all_imports,
    plan_answers,
    take_answers,
    take_back_answers,
)
from feedbackbot.usecases.survey.sheet_unit import unit_of_sheet

T = TypeVar("T")
_SHOWN = 20
_CATALOGUE = load_catalogue()


def day_typed(typed: str) -> date:
    """The day of --day in any of the spellings that a sheet may have. Raises ValueError with the reason."""
    try:
        return read_date(typed)
    except WrongValue as wrong:
        raise ValueError(_t(wrong.key, **wrong.args_)) from wrong


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the operator says of a sheet; `day` stands for rows that tell none, `unit_code` is "" for the unit that the sheet names."""

    file: Path
    unit_code: str
    day: date | None
    name: str
    order: Order
    replaces: int | None = None
    separate: bool = False


async def take_in(settings: Settings, wanted: Wanted, *, yes: bool, only_show: bool) -> None:
    """Dry run, question, import. Wrong rows are listed and left out. Raises SettingsError for what cannot be used at all."""
    today = system_now().astimezone(city_zone()).date()
    if wanted.day is not None and wanted.day > today:
        raise SettingsError(_t("sheet-day-not-come", day=wanted.day.isoformat()))
    sheet = await _read(settings, wanted, today)
    for line in _sheet_lines(sheet):
        typer.echo(line)

    unit = await _with_database(settings, lambda tx: unit_of_sheet(tx, sheet, wanted.unit_code))

    def offer(tx: Transaction) -> AnswerOffer:
        return AnswerOffer(
            unit.id,
            wanted.name or wanted.file.stem,
            sheet,
            wanted.day,
            wanted.replaces,
            wanted.separate,
        )

    plan = await _with_database(settings, lambda tx: plan_answers(tx, offer(tx)))
    typer.echo(_plan_line(plan, wanted, unit.code))
    if only_show or plan.changes_nothing or not (yes or typer.confirm(_t("answers-ask"))):
        return
    with _refusing_in_a_line():
        async with checked_runtime(settings) as runtime:
            done = await take_answers(runtime, await runtime.read(offer), plan)
    typer.echo(_t("answers-done", new=done.new, changed=done.changed, gone=done.gone, same=done.same))


async def list_imports(settings: Settings, unit_code: str) -> list[str]:
    """One line an import, newest first."""

    def work(tx: Transaction) -> list[AnswerImport]:
        return all_imports(tx, _unit(tx, unit_code) if unit_code else None)

    return [_import_line(one) for one in await _with_database(settings, work)] or [_t("answers-no-imports")]


async def take_back(settings: Settings, import_id: int, *, yes: bool) -> None:
    """Ask, then take the import back whole."""
    found = [one for one in await _with_database(settings, all_imports) if one.id == import_id]
    if not found or found[0].taken_back_at:
        raise SettingsError(_t("answers-no-import", id=str(import_id)))
    typer.echo(_import_line(found[0]))
    if not (yes or typer.confirm(_t("answers-ask-back"))):
        return
    with _refusing_in_a_line():
        async with checked_runtime(settings) as runtime:
            await take_back_answers(runtime, import_id)
    typer.echo(_t("answers-taken-back", rows=found[0].rows))


def _t(key: str, /, **values: Value) -> str:
    return plain(_CATALOGUE.text("id", key, **values))


async def _with_database(settings: Settings, work: Callable[[Transaction], T]) -> T:
    """One unit of work, committed."""
    with _refusing_in_a_line():
        return await in_database(settings, work)


@contextmanager
def _refusing_in_a_line() -> Iterator[None]:
    try:
        yield
    except FeedbackbotError as wrong:
        raise SettingsError(_t(wrong.key, **wrong.args_)) from None


def _unit(tx: Transaction, code: str) -> int:
    unit = unit_by_code(tx, code)
    if unit is None:
        raise SettingsError(f"no unit has the code {code!r}")
    return unit.id


async def _read(settings: Settings, wanted: Wanted, today: date) -> AnswerSheet:
    try:
        data = wanted.file.read_bytes()
    except OSError as problem:
        raise SettingsError(f"{wanted.file}: {problem.strerror}") from None
    own = settings.sheet_headers
    return await read_apart(read_answer_sheet, data, wanted.order, today=today, own_headers=own)


def _sheet_lines(sheet: AnswerSheet) -> list[str]:
    lines = reading_lines(_t, reading_of(sheet, sheet.sheet_name), "answer-field")
    lines += [_problem_line(problem) for problem in sheet.problems[:_SHOWN]]
    if len(sheet.problems) > _SHOWN:
        lines.append(_t("answers-more-problems", more=len(sheet.problems) - _SHOWN))
    return lines + [
        _t("answers-summary-row", row=_row(row.number, row.sheet), kind=_t(f"answers-summary-{row.kind}"))
        for row in sheet.summaries
    ]


def _problem_line(problem: RowProblem) -> str:
    words = _t(problem.key, **problem.args)
    return _t(
        "answers-problem", row=_row(problem.row_number, problem.sheet), column=problem.column, reason=words
    )


def _row(number: int, sheet: str) -> str:
    """As the spreadsheet counts it, with its sheet where the file has several."""
    return f"{number} ({sheet})" if sheet else str(number)


def _plan_line(plan: AnswerPlan, wanted: Wanted, unit_code: str) -> str:
    values: dict[str, Value] = {
        "name": wanted.name or wanted.file.stem,
        "unit": unit_code,
        "first": plan.first.isoformat(),
        "last": plan.last.isoformat(),
        "new": plan.new,
        "changed": plan.changed,
        "gone": plan.gone,
        "same": plan.same,
    }
    if plan.earlier is None:
        return _t("answers-plan-new", **values)
    key = "answers-plan-nothing" if plan.changes_nothing else "answers-plan-replaces"
    return _t(key, **values, id=str(plan.earlier.id), earlier=plan.earlier.name)


def _import_line(one: AnswerImport) -> str:
    back = one.taken_back_at
    state = _t("answers-state-back", day=back.astimezone(city_zone()).date().isoformat()) if back else ""
    return _t(
        "answers-import-line",
        id=str(one.id),
        name=one.name,
        unit=one.unit_name,
        first=one.first.isoformat(),
        last=one.last.isoformat(),
        rows=one.rows,
        state=state,
    ).rstrip()
