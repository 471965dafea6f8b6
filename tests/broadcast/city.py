"""People for broadcasts, and what is stored of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select

from feedbackbot.jobs.broadcast import broadcast_jobs
from feedbackbot.jobs.job import Counts
from feedbackbot.storage.broadcast.broadcasts import Broadcast, newest_broadcasts
from feedbackbot.storage.broadcast.tables import broadcast
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.conversation_tables import chat_state
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from tests.builders import CATALOGUE
from tests.cast import Member
from tests.deliver import queued_words
from tests.render_fake import InThisProcess
from tests.talk import CHANNEL, Talk, Talker

CITY_ADMIN = Member("Zul", ("superadmin",))
SECOND_ADMIN = Member("Rina", ("programme_admin",))


async def join(talk: Talk, name: str) -> Talker:
    """Somebody who has written to the bot."""
    talker = talk.person(name)
    await talker.types("/mulai")
    return talker


def settle_people(tx: Transaction, number: int, channel: str = CHANNEL, first: int = 0) -> None:
    """So many people with an address each, named "0", "1" …"""
    start = int(tx.run(select(func.coalesce(func.max(person.c.id), 0))).scalar_one())
    ids = range(start + 1, start + number + 1)
    tx.run(insert(person), [{"id": one, "language": "id", "created_at": tx.now} for one in ids])
    rows = [
        {"person_id": one, "channel": channel, "address": str(first + place), "created_at": tx.now}
        for place, one in enumerate(ids)
    ]
    tx.run(insert(address), rows)
    made = tx.run(select(address.c.id).where(address.c.person_id > start)).scalars()
    tx.run(insert(chat_state), [{"address_id": one} for one in made])
    if tx.on_postgresql:  # ids were given by hand
        tx.run(select(func.setval("person_id_seq", start + number)))


async def write(admin: Talker, text: str = "Kantor tutup *besok*.", buttons: str = "") -> None:
    """To the review of a broadcast to everybody."""
    await admin.types("/siarkan")
    await admin.taps("Semua yang memakai asisten ini")
    await admin.types(text)
    await admin.taps("Tanpa English")
    if buttons:
        await admin.types(buttons)
    else:
        await admin.taps("Tanpa tombol")


async def send(admin: Talker, text: str = "Kantor tutup *besok*.", buttons: str = "") -> int:
    """Write it and send it; returns its id."""
    await write(admin, text, buttons)
    await admin.taps("Kirim sekarang")
    return (await newest(admin.talk)).id


async def newest(talk: Talk) -> Broadcast:
    return (await talk.run(newest_broadcasts, 1))[0]


async def drafts(talk: Talk) -> int:
    return int(
        await talk.work(
            lambda tx: tx.run(
                select(func.count()).select_from(broadcast).where(broadcast.c.state == "draft")
            ).scalar_one()
        )
    )


async def rows(talk: Talk, subject: str | None = None) -> list[Any]:
    """Rows of the outbox with the name of each reader, in order; of one subject, or of all broadcasts."""
    condition = outbox.c.subject == subject if subject else outbox.c.subject.like("broadcast:%")
    statement = (
        select(outbox, address.c.address.label("name"))
        .join(address, address.c.id == outbox.c.address_id)
        .where(condition)
        .order_by(outbox.c.id)
    )
    return await talk.work(lambda tx: list(tx.run(statement)))


async def states(talk: Talk) -> dict[State, int]:
    """How many rows of broadcasts are in each state."""
    found: dict[State, int] = {}
    for row in await rows(talk):
        found[State(row.state)] = found.get(State(row.state), 0) + 1
    return found


async def actions(talk: Talk) -> list[str]:
    """What the audit table says, oldest first."""
    return await talk.work(lambda tx: list(tx.run(select(audit.c.action).order_by(audit.c.id)).scalars()))


async def told(talk: Talk, name: str) -> list[str]:
    """Bodies of what waits for somebody outside of broadcasts, as they would read now."""

    def work(tx: Transaction) -> list[str]:
        places = select(address.c.id).where(address.c.address == name)
        directory = talk.dialogue.directory
        return queued_words(
            tx, outbox.c.address_id.in_(places), outbox.c.kind == "admin", directory=directory
        )

    return await talk.work(work)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 on the city's clock, in UTC."""
    return datetime(2026, 11, day, tzinfo=UTC) + timedelta(hours=hour - 7, minutes=minute)


async def plan(admin: Talker, moment: str, repeat: str = "Sekali saja") -> None:
    await write(admin)
    await admin.taps("Atur waktu")
    await admin.types(moment)
    await admin.taps(repeat)
    await admin.taps("Jadwalkan")


async def starting(talk: Talk) -> Counts:
    return await once(talk, "start_broadcasts")


async def once(talk: Talk, name: str) -> Counts:
    """One run of this job."""
    [job] = [job for job in broadcast_jobs(CATALOGUE, InThisProcess(), unreachable) if job.name == name]
    return await job.work(talk.runtime)


async def unreachable(ref: str) -> bytes:
    raise AssertionError("no file is to be fetched")
