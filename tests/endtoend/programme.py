"""A city's training programme: its staff, an admin, a training and a clock that the test moves."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from benchmarks.staff.generated_staff import siasn_rows, write_siasn_workbook
from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock, system_now
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.phone import Phone
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.registry import name_unit
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import (
    enrolment,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.grant_roles import make_admin_code

STAFF, CHATS, SEATS = 6_000, 300, 30
MONDAY = datetime(2027, 2, 1, 3, 0, tzinfo=UTC)  # ten in the morning in the city
PATIENCE = 120.0


class Programme:
    """The bot in this process, the people, and a clock that the test moves."""

    def __init__(self, city: Playground, assistant: Assistant, clock: ShiftedClock) -> None:
        self.city = city
        self.assistant = assistant
        self.clock = clock
        self.people: list[Person] = []
        self.numbers: list[int] = []

    async def tx(self, work: Any) -> Any:
        now, settings = self.clock, self.assistant.runtime.settings
        return await self.assistant.runtime.database.write(lambda c: work(Transaction(c, now(), settings)))

    async def count(self, table: Any, *conditions: Any) -> int:
        def look(connection: Connection) -> int:
            return int(
                connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()
            )

        return await self.assistant.runtime.database.read(look)

    async def states(self) -> dict[str, int]:
        def look(connection: Connection) -> dict[str, int]:
            rows = connection.execute(select(enrolment.c.state, func.count()).group_by(enrolment.c.state))
            return {row[0]: row[1] for row in rows}

        return await self.assistant.runtime.database.read(look)

    async def goes_to(self, moment: datetime) -> None:
        self.clock.offset = moment - system_now()

    async def runs(self, job: str) -> dict[str, int]:
        """One run of a job, now."""
        timetable = self.assistant.timetable
        return await timetable.run(timetable.job(job))

    async def delivers(self) -> None:
        """Until nothing due lies in the outbox."""
        async with asyncio.timeout(PATIENCE):
            while await self.count(outbox, outbox.c.state.in_([0, 1]), outbox.c.due_at <= self.clock()):
                self.assistant.lines[0].worker.wake()
                await asyncio.sleep(0.1)

    async def all_of(self, acts: Iterable[Any]) -> None:
        """At the same time."""
        async with asyncio.TaskGroup() as group:
            for act in acts:
                group.create_task(act)


async def appoint(programme: Programme) -> Person:
    admin = await programme.city.person("Zulfikar")
    code = await programme.tx(make_admin_code)
    await admin.starts()
    await admin.hears()
    await admin.types(f"/admin {code}")
    await admin.hears()
    return admin


async def import_everybody(programme: Programme, admin: Person, folder: Path) -> None:
    file = folder / "siasn.xlsx"
    write_siasn_workbook(file, STAFF)
    await admin.types("/impor")
    await admin.taps("Data pegawai (Excel, CSV)")
    await admin.hears()
    await admin.uploads(file, kind="document")
    await admin.taps("Terapkan semuanya", patience=PATIENCE)
    await admin.waits_for("sudah diperbarui")
    assert await programme.count(employee, employee.c.active) == STAFF


async def link_some(programme: Programme) -> None:
    """300 people of as many SIASN units as it takes; these units are one office of the city."""
    rows = list(siasn_rows(STAFF))
    units: list[str] = []
    for row in rows:
        if sum(each["UNOR ID"] in units for each in rows) >= CHATS:
            break
        if row["UNOR ID"] not in units:
            units.append(str(row["UNOR ID"]))
    for unit in units:
        await programme.tx(lambda tx, unit=unit: name_unit(tx, unit, 1))
    programme.numbers = [place for place, row in enumerate(rows, 1) if row["UNOR ID"] in units][:CHATS]

    async def links(number: int) -> None:
        person = await programme.city.person(f"Pegawai {number}", phone=f"+62811{number:08}")
        programme.people.append(person)
        await person.types("/daftar")
        await person.hears()
        await person.shares_contact()
        await person.waits_for("Selamat datang")

    await programme.all_of(links(number) for number in programme.numbers)
    assert await programme.count(employee, employee.c.person_id.is_not(None)) == CHATS


async def make_training(admin: Person) -> None:
    """Seventeen days ahead, in the chat."""
    await admin.types("/pelatihan_baru")
    await admin.hears()
    await admin.types("Pelayanan prima di loket")
    for label in ("Teknis", "Keterampilan lunak", "Tatap muka"):
        await admin.then_taps(label)
    await admin.then_taps("B3")
    await admin.then_taps("Lewati")
    await admin.then_taps("Sikap petugas")
    await admin.hears()
    await admin.types("18/02/2027 09.00-12.00, Aula BKPSDM")
    await admin.then_taps("30")
    await admin.then_taps("Sampai pelatihan dimulai")
    await admin.then_taps("menurut tabel")
    await admin.then_taps("Tidak perlu")
    await admin.then_taps("Simpan ke katalog")
    await admin.then_taps("Undang pegawai")
    await admin.then_taps("Satu kantor")
    await admin.hears()
    await admin.types("disdukcapil")
    await admin.then_taps("Undang")
    await admin.hears()


def answered(phone: Phone) -> bool:
    return any("Anda terdaftar" in text or "sudah habis" in text for text in phone.sees())
