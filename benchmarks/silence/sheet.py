"""A sheet of 15 MB and a list of 100,000 numbers, read in the render process as a job does it, and what a citizen waits meanwhile."""

import time
from datetime import date

from sqlalchemy import insert

from benchmarks.silence.beside import silence
from feedbackbot.clock import system_now
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.staff.read_staff import read_staff_sheet
from feedbackbot.reports.render_process import FOREIGN_FILE, RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.broadcast.broadcasts import new_draft
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast.read_number_list import numbers_in, read_list
from feedbackbot.usecases.imports.take_over_in_steps import plan_beside, take_over_in_steps

ROWS, NUMBERS = 100_000, 100_000
_TODAY = date(2026, 11, 26)
_FILL = "Dinas Kependudukan dan Pencatatan Sipil Kota Lhokseumawe, bidang pelayanan pendaftaran penduduk"


async def measure(database: Database, settings: Settings) -> str:
    """One line a step."""
    runtime, render = Runtime(database, system_now, settings), RenderProcess()
    lines = []
    try:
        data = _sheet()
        began = time.monotonic()
        async with silence(database) as seen:
            sheet = await render.bounded(FOREIGN_FILE, read_staff_sheet, data, today=_TODAY)
        lines.append(
            f"{len(data) / 1e6:.0f} MB, {len(sheet.rows)} rows read in {time.monotonic() - began:.1f} s, {seen}"
        )
        for name, work in (
            ("compared", plan_beside(runtime, sheet)),
            ("taken over", take_over_in_steps(runtime, sheet, None)),
        ):
            began = time.monotonic()
            async with silence(database) as seen:
                await work
            lines.append(f"{name} in {time.monotonic() - began:.1f} s, {seen}")
        draft = await runtime.write(_draft)
        file = "\n".join(_digits(n) for n in range(NUMBERS)).encode()
        began = time.monotonic()
        async with silence(database) as seen:
            numbers = await render.bounded(FOREIGN_FILE, numbers_in, file, today=_TODAY)
            await read_list(runtime, draft, "file", numbers)
        lines.append(f"{NUMBERS} numbers read and matched in {time.monotonic() - began:.1f} s, {seen}")
    finally:
        await render.close()
    return "\n".join(lines)


def _sheet() -> bytes:
    rows = [f"{_digits(n)},Pegawai {n},{_FILL} {n}" for n in range(ROWS)]
    return "\n".join(["NIP,Nama,Jabatan", *rows]).encode()


def _digits(number: int) -> str:
    return f"19{60 + number // 12_000 % 30:02}{1 + number // 1_000 % 12:02}012005011{number % 1_000:03}"


def _draft(tx: Transaction) -> int:
    tx.run(insert(person), [{"id": 1, "language": "id", "created_at": tx.now}])
    tx.run(insert(address), [{"person_id": 1, "channel": "memory", "address": "1", "created_at": tx.now}])
    add_grant(tx, 1, Role.SUPERADMIN, None)
    return new_draft(tx, 1, "all")
