"""`python -m benchmarks.staff`: reading a staff sheet and planning reminders for a whole city government.

Beside the reader stands pandas on the same file (the usual way to read a sheet, without a look at its content),
beside the planner the ladder written without thought of cost: the calendar asked for every person and rung.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pandas
from openpyxl import load_workbook

from benchmarks.staff.generated_staff import write_office_workbook, write_siasn_csv, write_siasn_workbook
from benchmarks.staff.in_database import in_database
from feedbackbot.domain.calendar.working_days import WorkingCalendar
from feedbackbot.domain.contact_policy.decision import ContactPolicy
from feedbackbot.domain.contact_policy.kinds import Kind
from feedbackbot.domain.sheets.package_check import Limits
from feedbackbot.domain.staff.compare import compare
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.domain.training.reminders import (
    AllowedAt,
    DueReminder,
    Enrolment,
    Ladder,
    SessionDates,
    Standing,
    TrainingDates,
    plan_reminders,
)

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Jakarta
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
# A SIASN export of 100,000 people is larger than a chat service hands over; here it is read all the same.
WIDE = Limits(file_bytes=64_000_000)

Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds of CPU, which other programs on the machine do not lengthen."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def line(what: str, seconds: float, more: str) -> None:
    print(f"{what:<58}{seconds:8.2f} s CPU   {more}", flush=True)


def wall(what: str, seconds: float, more: str) -> None:
    print(f"{what:<58}{seconds:8.2f} s wall  {more}", flush=True)


def reading(count: int, folder: Path) -> None:
    """A SIASN export of 52 columns as workbook and as text, and the sheet of eight columns that an office keeps."""
    book, text, office = folder / "siasn.xlsx", folder / "siasn.csv", folder / "kantor.xlsx"
    write_siasn_workbook(book, count)
    write_siasn_csv(text, count)
    write_office_workbook(office, count)
    for path, columns in ((office, 8), (text, 52), (book, 52)):
        data = path.read_bytes()
        seconds, sheet = timed(partial(read_staff_sheet, data, today=TODAY, limits=WIDE))
        what = f"{path.suffix}, {columns} columns: {count:,} employees read and checked"
        line(what, seconds, f"{count / seconds:,.0f} rows/s, {peak():,.0f} MB at most")
        assert len(sheet.rows) == count
        assert not sheet.problems
    seconds, _ = timed(lambda: openpyxl_rows(book))
    line(".xlsx: the way before, openpyxl's rows, nothing checked", seconds, f"{count / seconds:,.0f} rows/s")
    seconds, _ = timed(lambda: pandas.read_excel(book, dtype=str))
    line(".xlsx: pandas.read_excel, nothing checked", seconds, f"{count / seconds:,.0f} rows/s")
    seconds, _ = timed(lambda: pandas.read_csv(text, sep=";", dtype=str))
    line(".csv: pandas.read_csv, nothing checked", seconds, f"{count / seconds:,.0f} rows/s")
    known = [row.record for row in sheet.rows]
    seconds, plan = timed(lambda: compare(known, sheet))
    line(f"dry run against {count:,} known employees", seconds, f"{plan.unchanged:,} unchanged")
    assert plan.changes_nothing


def peak() -> float:
    """Most memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def openpyxl_rows(book: Path) -> int:
    """Every row of the first sheet as the product read it before calamine."""
    rows = load_workbook(book, read_only=True, keep_links=False).worksheets[0]
    return sum(1 for _ in rows.iter_rows(values_only=True))


def invented_trainings(staff: int, trainings: int, seed: int = 2026) -> list[TrainingDates]:
    """Everybody is enrolled everywhere; dates are spread so that every rung is due somewhere."""
    draw = random.Random(seed)
    standings = (Standing.INVITED, Standing.SEATED, Standing.OUT, Standing.LATER)
    found = []
    for number in range(trainings):
        start = NOW + timedelta(hours=draw.randint(-72, 24 * 14))
        sessions = [
            SessionDates(10 * number + day, start + day * DAY, start + day * DAY + DAY / 4)
            for day in range(2)
        ]
        people = [
            Enrolment(
                person,
                draw.choice(standings),
                invited_at=NOW - timedelta(minutes=draw.randint(0, 60 * 24 * 20)),
                seated_at=NOW - timedelta(days=15),
                remind_at=NOW - timedelta(minutes=draw.randint(-5_000, 5_000)),
            )
            for person in range(staff)
        ]
        found.append(TrainingDates(number, sessions, people))
    return found


def careless_plan(trainings: list[TrainingDates], allowed_at: AllowedAt) -> list[DueReminder]:
    """The same ladder asked person by person, as one would first write it."""
    alone = (
        TrainingDates(training.id, training.sessions, (person,), training.answer_by, training.cancelled)
        for training in trainings
        for person in training.enrolments
    )
    return [reminder for one in alone for reminder in plan_reminders([one], NOW, allowed_at)]


def planning(staff: int, trainings: int) -> None:
    invented = invented_trainings(staff, trainings)
    policy = ContactPolicy(calendar=WorkingCalendar())

    def allowed_at(moment: datetime) -> datetime:
        return policy.next_allowed(Kind.REMINDER, moment)

    pairs = f"{staff:,} staff x {trainings} trainings"
    seconds, due = timed(lambda: list(plan_reminders(invented, NOW, allowed_at, Ladder())))
    line(f"planner: {pairs}", seconds, f"{len(due):,} due (goal: 2 s)")
    careless_seconds, same = timed(lambda: careless_plan(invented, allowed_at))
    line("the same, person by person", careless_seconds, f"{careless_seconds / seconds:.1f} times as long")
    assert due == same


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.staff", description=__doc__)
    parser.add_argument("--staff", type=int, default=6_000)
    parser.add_argument("--rows", type=int, default=100_000, help="of the large sheet; 0 leaves it out")
    parser.add_argument("--trainings", type=int, default=50)
    chosen = parser.parse_args()
    planning(chosen.staff, chosen.trainings)
    if chosen.rows:
        with tempfile.TemporaryDirectory() as folder:
            reading(chosen.rows, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        reading(chosen.staff, Path(folder))
        in_database(chosen.staff, chosen.trainings, Path(folder), wall)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
