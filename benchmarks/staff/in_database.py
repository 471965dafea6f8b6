"""The registry and the reminders with their database: an import of a whole city, and what is due among everybody's trainings."""

import asyncio
import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, insert, select

from benchmarks.staff.generated_staff import write_siasn_workbook
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.settings import Settings
from feedbackbot.storage.database import SqliteDatabase
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.training.tables import enrolment, training, training_session
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.imports.import_staff import plan_import, take_over
from feedbackbot.usecases.training.reminding import due_reminders, send_reminders

T = TypeVar("T")
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def in_database(staff: int, trainings: int, folder: Path, line: Callable[[str, float, str], None]) -> None:
    """Wall time on SQLite with full durability: waiting for the disk counts."""
    asyncio.run(_measure(staff, trainings, folder, line))


async def _measure(staff: int, trainings: int, folder: Path, line: Callable[[str, float, str], None]) -> None:
    database = SqliteDatabase(folder / "staff.db")
    await database.write(metadata.create_all)
    settings = Settings(_env_file=None, secret_key="k" * 40)

    async def timed(work: Callable[[Transaction], T]) -> tuple[float, T]:
        started = time.perf_counter()
        result = await database.write(lambda c: work(Transaction(c, NOW, settings)))
        return time.perf_counter() - started, result

    book = folder / "whole.xlsx"
    write_siasn_workbook(book, staff)
    started = time.perf_counter()
    sheet = read_staff_sheet(book.read_bytes(), today=date(2026, 11, 24))
    reading = time.perf_counter() - started
    planning, plan = await timed(lambda tx: plan_import(tx, sheet))
    assert len(plan.new) == staff
    taking, _ = await timed(lambda tx: take_over(tx, sheet, None))
    whole = reading + planning + taking
    line(
        f"import of {staff:,}: read, dry run, taken over", whole, f"{staff / whole:,.0f} rows/s (goal: 10 s)"
    )
    again, same = await timed(lambda tx: take_over(tx, sheet, None))
    assert same.changes_nothing
    line("the same sheet once more", again, "nothing changed")
    await database.write(lambda c: _enrol_everybody(c, trainings))
    seconds, due = await timed(due_reminders)
    line(f"due among {staff:,} x {trainings}, read and planned", seconds, f"{len(due):,} due")
    part = list(due)[:100]
    seconds, sent = await timed(lambda tx: send_reminders(tx, part))
    line("a batch of 100 planned again and queued", seconds, f"{sent} queued")
    await database.close()


def _enrol_everybody(connection: Connection, trainings: int) -> None:
    """Everybody has a chat and is in every training; a fifth of these has a rung that is due."""
    draw = random.Random(2026)
    ids = list(connection.execute(select(employee.c.id)).scalars())
    connection.execute(insert(person), [{"id": one, "language": "id", "created_at": NOW} for one in ids])
    connection.execute(
        insert(address),
        [{"person_id": one, "channel": "memory", "address": str(one), "created_at": NOW} for one in ids],
    )
    connection.execute(employee.update().values(person_id=employee.c.id))
    for number in range(1, trainings + 1):
        starts = NOW + (timedelta(hours=20) if number % 5 == 0 else timedelta(days=draw.randint(9, 40)))
        connection.execute(
            insert(training),
            {
                "id": number, "title": f"Pelatihan {number}", "kind": "teknis", "skill": "soft", "mode": "classroom",
                "form": "B3", "jp": 4, "needs_consent": False, "created_at": NOW, "changed_at": NOW,
            },
        )  # fmt: skip
        connection.execute(
            insert(training_session),
            {"training_id": number, "starts_at": starts, "ends_at": starts + DAY / 8, "cancelled": False},
        )
        rows = [
            {
                "training_id": number, "employee_id": one, "state": draw.choice(("seated", "invited", "declined")),
                "invited_at": NOW - timedelta(hours=draw.randint(1, 48)), "changed_at": NOW, "seated_at": NOW - 15 * DAY,
            }
            for one in ids
        ]  # fmt: skip
        connection.execute(insert(enrolment), rows)
