"""A campaign over the wire: 600 staff whose behaviour really changes by a message, and what the bot finds out about it."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, func, insert, select

from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock, city_zone, system_now
from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.domain.people.roles import Role
from feedbackbot.jobs.campaigns import campaign_jobs
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.storage.campaigns.campaigns import campaign_by_id
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.employees import link
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.read_campaign import reading_of
from feedbackbot.usecases.training.rsvp import say_yes
from tests.city_staff import invite, offer_training
from tests.endtoend.office_bot import office_bot, with_role

STAFF = 600
USUAL, EFFECT = 0.25, 0.2


def in_working_hours() -> timedelta:
    """From now to the next Tuesday, 10 o'clock in the city, of a week without holidays."""
    return datetime(2027, 1, 12, 10, tzinfo=city_zone()).astimezone(UTC) - system_now()


async def gathers(city: Playground, number: int) -> list[Person]:
    """So many people open the bot."""
    people = [await city.person(f"Pegawai {place}") for place in range(number)]
    for start in range(0, number, 50):
        part = people[start : start + 50]
        await asyncio.gather(*(one.starts() for one in part))
        await asyncio.gather(*(one.hears() for one in part))
    return people


async def employ(assistant: Assistant, people: list[Person]) -> dict[int, Person]:
    """They are all in the registry, and invited to one training. By employee id."""

    def work(connection: Connection) -> list[int]:
        tx = Transaction(connection, assistant.runtime.now(), assistant.runtime.settings)
        found = select(address.c.address, address.c.person_id)
        by_chat = {row.address: row.person_id for row in tx.run(found)}
        ids = range(1, len(people) + 1)
        rows = [
            {
                "id": one, "nip": f"{one:018}", "kind": "pns", "name": f"Pegawai {one}", "active": True,
                "unit_id": one % 20 + 1, "created_at": tx.now, "changed_at": tx.now,
            }
            for one in ids
        ]  # fmt: skip
        tx.run(insert(employee), rows)
        for one, person in zip(ids, people, strict=True):
            link(tx, one, by_chat[str(person.id)])
        training, _ = offer_training(tx, "Pelayanan Prima")
        invite(tx, training, ids)
        return list(ids)

    return dict(zip(await assistant.runtime.database.write(work), people, strict=True))


async def designs(admin: Person) -> None:
    """A plain reminder against nothing, read after a week."""
    await admin.types("/kampanye")
    for label in ("Buat kampanye", "Menerima undangan", "Pelayanan Prima", "Semua pegawai"):
        await admin.then_taps(label)
    await admin.hears("Pilih satu sampai empat pesan")
    await admin.then_taps("Pengingat biasa")
    for label in ("Lanjut dengan", "Pakai begitu", "Setiap orang", "20 dari 100", "7 hari"):
        await admin.then_taps(label)
    await admin.hears("Dengan 600 orang")
    await admin.then_taps("mulai")
    await admin.hears("Kampanye dimulai")


async def run_jobs(assistant: Assistant, *names: str) -> None:
    jobs = campaign_jobs()
    for name in names:
        await next(job for job in jobs if job.name == name).work(assistant.runtime)


async def behaves(assistant: Assistant, staff: dict[int, Person], chance: random.Random) -> None:
    """Each decides alone; whoever reads the reminder is so much more likely to say yes, and opens it first."""
    for person in staff.values():
        reminded = any("menunggu Anda" in text for text in person.sees())
        if chance.random() >= USUAL + EFFECT * reminded:
            continue
        if reminded:
            await person.taps("Lihat undangannya")
        await say(assistant, person)


async def say(assistant: Assistant, person: Person) -> None:
    def yes(connection: Connection) -> None:
        tx = Transaction(connection, assistant.runtime.now(), assistant.runtime.settings)
        who = select(address.c.person_id).where(address.c.address == str(person.id))
        say_yes(tx, tx.run(who).scalar_one(), 1)

    await assistant.runtime.database.write(yes)


async def outcome_of(assistant: Assistant) -> CampaignOutcome:
    def read(connection: Connection) -> CampaignOutcome:
        tx = Transaction(connection, assistant.runtime.now(), assistant.runtime.settings)
        found = campaign_by_id(tx, 1)
        assert found is not None
        reading = reading_of(tx, found)
        assert isinstance(reading, CampaignOutcome), reading
        return reading

    return await assistant.runtime.database.read(read)


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_a_campaign_on_600_staff_finds_the_effect_that_is_built_into_their_behaviour(
    sqlite_url: str,
) -> None:
    clock = ShiftedClock(in_working_hours())
    async with (
        Playground(token="1:PLAYcampaign", patience=60) as city,
        office_bot(city, sqlite_url, clock) as assistant,
    ):
        staff = await employ(assistant, await gathers(city, STAFF))
        admin = await with_role(city, assistant, "Admin", Role.PROGRAMME_ADMIN, None)
        await designs(admin)
        await run_jobs(assistant, "draw_campaigns", "send_nudges")
        await until_all_went(assistant)
        await behaves(assistant, staff, random.Random(2027))
        await run_jobs(assistant, "follow_campaigns")
        await admin.types("/kampanye")
        await admin.taps("▶️ Pelayanan Prima")
        await admin.hears("Masih berjalan")

        clock.offset += timedelta(days=7, minutes=5)
        await run_jobs(assistant, "follow_campaigns")
        await admin.taps("Lihat hasilnya")
        await admin.hears("Terbukti membantu")
        assert (await admin.waits_for("dengan selang kepercayaan"))["kind"] == "photo"

        outcome = await outcome_of(assistant)
        [message] = outcome.messages
        assert message.verdict_interval.covers(EFFECT), message
        assert message.result.count.reached == message.result.count.assigned
        assert outcome.control.count.reached == 0
        told = [one for one in staff.values() if any("menunggu Anda" in text for text in one.sees())]
        assert len(told) == message.result.count.assigned


async def until_all_went(assistant: Assistant) -> None:
    """The worker has sent every nudge, at the pace that leaves room for replies."""
    left = (
        select(func.count())
        .select_from(outbox)
        .where(outbox.c.kind == "nudge", outbox.c.state.in_([State.WAITING, State.UNDER_WAY]))
    )
    async with asyncio.timeout(90):
        while await assistant.runtime.database.read(lambda c: c.execute(left).scalar_one()):
            await asyncio.sleep(0.2)
