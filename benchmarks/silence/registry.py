"""A registry of 20,000 employees taken over beside the citizens, and a list of 100,000 numbers matched against it."""

import asyncio
import time
from dataclasses import replace
from datetime import date

from benchmarks.silence.beside import silence
from feedbackbot.clock import system_now
from feedbackbot.domain.staff.nip import EmployeeKind, Nip
from feedbackbot.domain.staff.read_staff import StaffRow, StaffSheet, read_staff_sheet
from feedbackbot.domain.staff.record import StaffRecord
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.staff.employees import people_by_nips
from feedbackbot.usecases.broadcast.read_number_list import checked
from feedbackbot.usecases.imports.take_over_in_steps import plan_beside, take_over_in_steps

PEOPLE, NUMBERS = 20_000, 100_000


async def measure(database: Database, settings: Settings) -> str:
    """One line a step."""
    runtime = Runtime(database, system_now, settings)
    sheet = _sheet()
    lines = []
    for name, work in (
        (f"{PEOPLE} taken over", lambda: take_over_in_steps(runtime, sheet, None)),
        ("compared again", lambda: plan_beside(runtime, sheet)),
        (f"{NUMBERS} numbers matched", lambda: _match(runtime)),
    ):
        began = time.monotonic()
        async with silence(database) as seen:
            await work()
        lines.append(f"{name} in {time.monotonic() - began:.1f} s, {seen}")
    return "\n".join(lines)


def _sheet() -> StaffSheet:
    empty = read_staff_sheet(b"NIP,Nama\n198001012005011001,Ani\n", today=date(2026, 11, 26))
    rows = tuple(
        StaffRow(n + 2, StaffRecord(Nip(_digits(n), EmployeeKind.PNS), f"Pegawai {n}", phone=f"+62811{n:08}"))
        for n in range(PEOPLE)
    )
    return replace(empty, rows=rows)


def _digits(number: int) -> str:
    return f"19{70 + number // 12_000 % 20:02}{1 + number // 1_000 % 12:02}012005011{number % 1_000:03}"


async def _match(runtime: Runtime) -> None:
    # in the product this is done in the render process
    entries = [_digits(n) for n in range(NUMBERS)]
    numbers = (await asyncio.to_thread(checked, entries, date(2026, 11, 26))).numbers
    for start in range(0, len(numbers), 500):
        await runtime.read(lambda tx, start=start: people_by_nips(tx, numbers[start : start + 500]))  # type: ignore[misc]
