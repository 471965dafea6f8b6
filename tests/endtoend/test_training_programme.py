"""Three weeks of a city's training programme through the playground: 6,000 employees, 300 chats, 30 seats; every count is
checked against the database."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

import conversations
from benchmarks.staff.generated_staff import siasn_rows, write_siasn_workbook
from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock, system_now
from feedbackbot.domain.training.reminders import Rung
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.phone import Phone
from feedbackbot.settings import load_settings
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.registry import name_unit
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.training.tables import (
    attendance,
    certificate,
    enrolment,
    evaluation,
    jp_entry,
    reminder_sent,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.grant_roles import make_admin_code
from feedbackbot.usecases.training.credits import Proof, verify
from feedbackbot.wiring import assemble
from tests.endtoend.prepared import load_units

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


@pytest.fixture
async def programme(sqlite_url: str) -> AsyncIterator[Programme]:
    # on one database: each part of the programme has tests of its own on both, in tests/training and tests/imports
    await load_units(sqlite_url)
    clock = ShiftedClock()
    async with Playground(token="1:PLAYstaff", patience=PATIENCE) as city:
        settings = load_settings(
            None,
            telegram_token=city.token,
            telegram_api_url=city.url,
            telegram_proxy="",
            telegram_bot_name="play_bot",
            database_url=sqlite_url,
            secret_key="k" * 40,
            web_port=0,
            rate_overall=2000,
            rate_bulk=2000,
            rate_per_chat=100,
            burst_per_chat=50,
        )
        assistant = assemble(settings, conversations.ALL, conversations.HOME, now=clock)
        made = Programme(city, assistant, clock)
        await made.goes_to(MONDAY)
        await assistant.start(serve_web=False)
        try:
            yield made
        finally:
            await assistant.stop()


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


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_three_weeks_from_the_import_to_the_ledger(programme: Programme, tmp_path: Path) -> None:
    admin = await appoint(programme)
    await import_everybody(programme, admin, tmp_path)
    await link_some(programme)
    await make_training(admin)
    while (await programme.runs("send_invitations"))["sent"]:
        pass
    await programme.delivers()
    people = programme.people
    assert all(any("Anda diundang" in text for text in person.sees()) for person in people)

    # everybody answers at once
    eager, unable, silent = people[:200], people[200:250], people[250:]
    await programme.all_of(
        [*(person.taps("Ikut") for person in eager), *(person.taps("Tidak bisa") for person in unable)]
    )
    await programme.all_of(person.waits_until(answered) for person in eager)
    seated = [person for person in eager if any("✅ Anda terdaftar" in text for text in person.sees())]
    full = [person for person in eager if person not in seated]
    assert len(seated) == SEATS
    for person in full[:40]:  # one after the other: their order is the list's
        await person.taps("Masuk daftar tunggu")
        await person.waits_for("daftar tunggu.")
    states = await programme.states()
    assert (states["seated"], states["waiting"], states["declined"]) == (SEATS, 40, 50)

    # five seats come back: the first five of the list are offered one, two of them let it lapse
    for person in seated[:5]:
        await person.taps("Batal ikut")
        await person.taps("Ya, batal ikut")
    await asyncio.sleep(0.5)
    await programme.delivers()
    offered = full[:5]
    for person in offered[:3]:
        await person.taps("Ambil kursi")
        await person.waits_for("✅ Anda terdaftar")
    await programme.goes_to(MONDAY + timedelta(hours=25))
    await programme.runs("expire_offers")
    await programme.delivers()
    for person in full[5:7]:
        await person.taps("Ambil kursi")
        await person.waits_for("✅ Anda terdaftar")
    states = await programme.states()
    assert (states["seated"], states["waiting"], states["lapsed"], states["cancelled"]) == (SEATS, 33, 2, 5)
    present = [*seated[5:], *full[:3], *full[5:7]]

    # three weeks of reminders, looked for three times a day, at night too
    for day in range(1, 21):
        for hour in (1, 8, 15):
            await programme.goes_to(MONDAY.replace(hour=0) + timedelta(days=day, hours=hour + 0.2))
            if day == 17 and hour == 8:
                break
            await programme.runs("remind_trainings")
            await programme.delivers()
        if day == 17:
            break
    per_rung = {
        rung: await programme.count(reminder_sent, reminder_sent.c.key.like(f"{rung.value}%"))
        for rung in Rung
    }
    assert per_rung[Rung.NO_ANSWER] == len(silent)
    assert per_rung[Rung.WEEK_BEFORE] == per_rung[Rung.DAY_BEFORE] == per_rung[Rung.HOUR_BEFORE] == SEATS
    assert per_rung[Rung.MISSED] == 0
    for person in silent[:5]:
        assert sum("belum Anda jawab" in text for text in person.sees()) == 1
    for person in present[:5]:
        assert sum("Seminggu lagi" in text for text in person.sees()) == 1
        assert sum("Besok:" in text for text in person.sees()) == 1

    # the day itself: all but three are there
    await programme.goes_to(datetime(2027, 2, 18, 2, 30, tzinfo=UTC))
    await admin.types("/hadir")
    await admin.then_taps("Pelayanan prima di loket")
    await admin.waits_for("Kode hadir")
    code = (
        next(t for t in reversed(admin.sees()) if "Kode hadir" in t).split("Kode hadir: ")[1].split("\n")[0]
    )
    await programme.all_of(person.starts(f"hadir_{code}") for person in present[:27])
    await programme.all_of(person.then_taps("Ya, saya hadir") for person in present[:27])
    await programme.all_of(person.waits_for("tercatat") for person in present[:27])
    assert await programme.count(attendance) == 27

    # settled, certified, evaluated, booked
    await programme.goes_to(datetime(2027, 2, 18, 6, 0, tzinfo=UTC))
    assert await programme.runs("close_trainings") == {"closed": 1, "completed": 27, "missed": 3}
    assert await programme.runs("close_trainings") == {"closed": 0, "completed": 0, "missed": 0}
    await programme.goes_to(datetime(2027, 2, 18, 8, 0, tzinfo=UTC))
    assert (await programme.runs("remind_trainings"))["sent"] == 3
    await programme.delivers()
    assert await programme.count(jp_entry) == await programme.count(certificate) == 27
    happy = present[0]
    await happy.taps("Beri evaluasi")
    for _ in range(5):
        await happy.then_taps("Ya")
    await happy.waits_for("Terima kasih!")
    assert await programme.count(evaluation, evaluation.c.recommend == 3) == 1
    await happy.taps("Sertifikat")
    await happy.waits_for("Sertifikat Anda")

    def codes(connection: Connection) -> list[str]:
        return list(connection.execute(select(certificate.c.code)).scalars())

    printed = await programme.assistant.runtime.database.read(codes)
    assert len(set(printed)) == 27
    assert (await programme.tx(lambda tx: verify(tx, printed[0]))).proof is Proof.GENUINE
    await admin.types("/rekap")
    await admin.waits_for("Rekap JP 2027")
    shown = next(text for text in reversed(admin.sees()) if "Rekap JP 2027" in text)
    assert "6.000" in shown
    assert "tertaut: 300" in shown
