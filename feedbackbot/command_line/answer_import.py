"""What `import-answers` does."""

from datetime import date
from pathlib import Path

import typer
from sqlalchemy import Connection

from feedbackbot.clock import system_now
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.problem import RowProblem, SheetError
from feedbackbot.domain.survey.answer_sheet import AnswerSheet, read_answer_sheet
from feedbackbot.domain.survey.elements import Order
from feedbackbot.errors import SettingsError
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.schema import is_current
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_code
from feedbackbot.usecases.survey.import_answers import Imported, import_answers

_SHOWN = 20


async def take_in(settings: Settings, file: Path, unit_code: str, day: date, order: Order) -> None:
    """Wrong rows are listed and left out; the others count. Raises SettingsError for what cannot be used at all."""
    data, sheet = _read(file, order)

    def work(connection: Connection) -> Imported:
        tx = Transaction(connection, system_now(), settings)
        unit = unit_by_code(tx, unit_code)
        if unit is None:
            raise SettingsError(f"no unit has the code {unit_code!r}")
        return import_answers(tx, unit.id, day, sheet.rows, data)

    if day > system_now().date():
        raise SettingsError(f"{day} has not come yet")
    if not await is_current(settings.database_url):
        raise SettingsError("the database is not up to date: run `python bot.py migrate` first")
    database = open_database(settings.database_url, synchronous=settings.sqlite_synchronous)
    try:
        done = await database.write(work)
    finally:
        await database.close()
    for problem in sheet.problems[:_SHOWN]:
        typer.echo(_line(problem))
    typer.echo(f"{done.new} ratings counted, {done.known} known before, {len(sheet.problems)} problems")


def _read(file: Path, order: Order) -> tuple[bytes, AnswerSheet]:
    try:
        data = file.read_bytes()
        return data, read_answer_sheet(data, order)
    except OSError as problem:
        raise SettingsError(f"{file}: {problem.strerror}") from None
    except SheetError as problem:
        words = plain(load_catalogue().text("id", problem.key, **problem.args_))
        raise SettingsError(f"{file}: {words}") from None


def _line(problem: RowProblem) -> str:
    words = plain(load_catalogue().text("id", problem.key, **problem.args))
    return f"baris {problem.row_number}, {problem.column}: {words}"
