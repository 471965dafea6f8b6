"""Three weeks of a city's training programme through the playground: 6,000 employees, 300 chats, 30 seats; every count is
checked against the database."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

import conversations
from feedbackbot.clock import ShiftedClock
from feedbackbot.domain.training.reminders import Rung
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.settings import load_settings
from feedbackbot.storage.training.tables import (
    attendance,
    certificate,
    evaluation,
    jp_entry,
    reminder_sent,
)
from feedbackbot.usecases.training.credits import Proof, verify
from feedbackbot.wiring import assemble
from tests.endtoend.prepared import load_units
from tests.endtoend.programme import (
    MONDAY,
    PATIENCE,
    SEATS,
    Programme,
    answered,
    appoint,
    import_everybody,
    link_some,
    make_training,
)

# of those who have a chat: so many want to come, and so many answer; the rest says nothing
EAGER, ANSWERED = 200, 250
PRESENT = 27


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


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_three_weeks_from_the_import_to_the_ledger(programme: Programme, tmp_path: Path) -> None:
    admin = await appoint(programme)
    await import_everybody(programme, admin, tmp_path)
    await link_some(programme)
    await make_training(admin)
    await everybody_is_invited(programme)
    seated, full = await everybody_answers_at_once(programme)
    present = await five_seats_come_back(programme, seated, full)
    await are_reminded_for_three_weeks(programme, present)
    await all_but_three_are_there(programme, admin, present)
    await is_settled_and_evaluated(programme, present[0])
    await is_certified_and_told(programme, admin)


async def everybody_is_invited(programme: Programme) -> None:
    while (await programme.runs("send_invitations"))["sent"]:
        pass
    await programme.delivers()
    assert all(any("Anda diundang" in text for text in person.sees()) for person in programme.people)


async def everybody_answers_at_once(programme: Programme) -> tuple[list[Person], list[Person]]:
    """Who got a seat, and who came too late; 40 of these wait, in their order."""
    eager, unable = programme.people[:EAGER], programme.people[EAGER:ANSWERED]
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
    return seated, full


async def five_seats_come_back(
    programme: Programme, seated: list[Person], full: list[Person]
) -> list[Person]:
    """The first five of the list are offered one, two of them let it lapse; returns who has a seat in the end."""
    for person in seated[:5]:
        await person.taps("Batal ikut")
        await person.taps("Ya, batal ikut")
    await asyncio.sleep(0.5)
    await programme.delivers()
    await take_the_seat(full[:3])
    await programme.goes_to(MONDAY + timedelta(hours=25))
    await programme.runs("expire_offers")
    await programme.delivers()
    await take_the_seat(full[5:7])
    states = await programme.states()
    assert (states["seated"], states["waiting"], states["lapsed"], states["cancelled"]) == (SEATS, 33, 2, 5)
    return [*seated[5:], *full[:3], *full[5:7]]


async def take_the_seat(people: list[Person]) -> None:
    for person in people:
        await person.taps("Ambil kursi")
        await person.waits_for("✅ Anda terdaftar")


async def are_reminded_for_three_weeks(programme: Programme, present: list[Person]) -> None:
    """Looked for three times a day, at night too, until the morning of the day itself."""
    silent = programme.people[ANSWERED:]
    for day, hour in itertools.takewhile(
        lambda at: at < (17, 8), itertools.product(range(1, 21), (1, 8, 15))
    ):
        await programme.goes_to(MONDAY.replace(hour=0) + timedelta(days=day, hours=hour + 0.2))
        await programme.runs("remind_trainings")
        await programme.delivers()
    await programme.goes_to(MONDAY.replace(hour=0) + timedelta(days=17, hours=8.2))
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


async def all_but_three_are_there(programme: Programme, admin: Person, present: list[Person]) -> None:
    there = present[:PRESENT]
    await programme.goes_to(datetime(2027, 2, 18, 2, 30, tzinfo=UTC))
    await admin.types("/hadir")
    await admin.then_taps("Pelayanan prima di loket")
    await admin.waits_for("Kode hadir")
    code = (
        next(t for t in reversed(admin.sees()) if "Kode hadir" in t).split("Kode hadir: ")[1].split("\n")[0]
    )
    await programme.all_of(person.starts(f"hadir_{code}") for person in there)
    await programme.all_of(person.then_taps("Ya, saya hadir") for person in there)
    await programme.all_of(person.waits_for("tercatat") for person in there)
    assert await programme.count(attendance) == PRESENT


async def is_settled_and_evaluated(programme: Programme, happy: Person) -> None:
    await programme.goes_to(datetime(2027, 2, 18, 6, 0, tzinfo=UTC))
    assert await programme.runs("close_trainings") == {"closed": 1, "completed": PRESENT, "missed": 3}
    assert await programme.runs("close_trainings") == {"closed": 0, "completed": 0, "missed": 0}
    await programme.goes_to(datetime(2027, 2, 18, 8, 0, tzinfo=UTC))
    assert (await programme.runs("remind_trainings"))["sent"] == 3
    await programme.delivers()
    assert await programme.count(jp_entry) == await programme.count(certificate) == PRESENT
    await happy.taps("Beri evaluasi")
    for _ in range(5):
        await happy.then_taps("Ya")
    await happy.waits_for("Terima kasih!")
    assert await programme.count(evaluation, evaluation.c.recommend == 3) == 1
    await happy.taps("Sertifikat")
    await happy.waits_for("Sertifikat Anda")


async def is_certified_and_told(programme: Programme, admin: Person) -> None:
    def codes(connection: Connection) -> list[str]:
        return list(connection.execute(select(certificate.c.code)).scalars())

    printed = await programme.assistant.runtime.database.read(codes)
    assert len(set(printed)) == PRESENT
    assert (await programme.tx(lambda tx: verify(tx, printed[0]))).proof is Proof.GENUINE
    await admin.types("/rekap")
    await admin.waits_for("Rekap JP 2027")
    shown = next(text for text in reversed(admin.sees()) if "Rekap JP 2027" in text)
    assert "6.000" in shown
    assert "tertaut: 300" in shown
