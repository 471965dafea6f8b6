"""A superadmin reads how the bot is, and hears in the chat when something is wrong."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, insert, select, update

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.operation.notices import TroubleOver
from feedbackbot.domain.operation.trouble import Trouble
from feedbackbot.storage.database import Database
from feedbackbot.storage.operation.health import troubles_seen
from feedbackbot.storage.pipeline.inbox import DEAD, WAITING
from feedbackbot.storage.pipeline.job_runs import keep_run
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.processes import beat
from feedbackbot.storage.pipeline.sending_hold import hold_all
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.operation.keep_backups import MADE, TRIED
from feedbackbot.usecases.operation.watch_trouble import watch_trouble
from tests.builders import grant_roles, talk_in
from tests.cast import Member
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> AsyncIterator[Talk]:
    yield await talk_in(database, clock, alarm_disk_mb=0)


@pytest.fixture
async def cut(talk: Talk) -> Talker:
    return await grant_roles(talk, Member("Cut", ("superadmin",)))


async def status(person: Talker) -> str:
    await person.types("/status")
    return person.sees()[-1]


def a_waiting_update(tx: Transaction, chat: str) -> None:
    key = str(tx.run(select(func.count()).select_from(inbox)).scalar_one())
    row = {
        "channel": "memory",
        "update_key": key,
        "chat": chat,
        "position": 1,
        "body": "{}",
        "state": WAITING,
    }
    tx.run(insert(inbox).values(**row, received_at=tx.now))


def a_dead_update(tx: Transaction) -> None:
    tx.run(
        insert(inbox).values(
            channel="memory", update_key="x", chat="1", position=1, body="", received_at=tx.now, state=DEAD
        )
    )


async def minutes(talk: Talk, clock: Clock, count: int) -> None:
    for _ in range(count):
        clock.passes(minutes=1)
        await talk.run(watch_trouble)


async def alarms(talk: Talk) -> list[str]:
    rows = await talk.work(
        lambda tx: list(
            tx.run(
                select(outbox.c.notice, outbox.c.body)
                .where(outbox.c.subject == "operation")
                .order_by(outbox.c.id)
            )
        )
    )
    return [row.notice for row in rows]


async def test_a_bot_that_is_well_says_so_with_its_release_and_database(talk: Talk, cut: Talker) -> None:
    said = await status(cut)
    assert "Semua berjalan baik" in said
    assert "Tidak dijadwalkan" in said
    assert {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[talk.database.dialect] in said


async def test_the_question_itself_is_not_told_as_waiting(talk: Talk, cut: Talker) -> None:
    for chat in ("Cut", "Ani", "Ani"):
        await talk.run(a_waiting_update, chat)
    assert "belum dijawab: 2" in await status(cut)


async def test_nobody_else_has_the_command(talk: Talk) -> None:
    ani = talk.person("Ani")
    await ani.types("/mulai")
    assert "skema" not in await status(ani)


async def test_what_waits_failed_and_is_kept_is_told(talk: Talk, clock: Clock, cut: Talker) -> None:
    await talk.run(a_dead_update)
    await talk.run(keep_run, MADE, {"bytes": 12_300_000}, None, None)
    await talk.run(keep_run, TRIED, {"people": 7, "ratings": 9}, None, None)
    await talk.run(hold_all)
    said = await status(cut)
    assert "tidak dapat diolah: 1" in said
    assert "12,3 MB" in said
    assert "berisi 7 orang dan 9 penilaian" in said


async def test_a_failed_backup_is_told_with_its_reason_beside_the_last_good_one(
    talk: Talk, cut: Talker
) -> None:
    await talk.run(keep_run, MADE, {"bytes": 1_000_000}, "pg_dump failed: no room", None)
    said = await status(cut)
    assert "1 MB" in said
    assert "pg_dump failed: no room" in said
    assert "Cadangan terakhir atau ujiannya gagal" in said


async def test_what_is_wrong_for_ten_minutes_is_told_once_and_so_is_its_end(
    talk: Talk, clock: Clock, cut: Talker
) -> None:
    await talk.run(keep_run, MADE, {}, None, None)
    clock.passes(hours=37)
    await minutes(talk, clock, 9)
    assert await alarms(talk) == []
    await minutes(talk, clock, 9)
    assert await alarms(talk) == ["trouble-began"]
    await talk.run(keep_run, MADE, {}, None, None)
    await minutes(talk, clock, 5)
    assert await alarms(talk) == ["trouble-began", "trouble-over"]
    assert Trouble.BACKUP_LATE not in await talk.run(troubles_seen)


async def test_messages_that_wait_while_none_is_sent_are_trouble(
    talk: Talk, clock: Clock, cut: Talker
) -> None:
    person_id = (await cut.contact()).person_id
    await talk.run(tell, person_id, TroubleOver("disk"))
    clock.passes(minutes=6)
    said = await status(cut)
    assert "tidak ada yang terkirim" in said
    assert "kabar yang belum terkirim: 1" in said
    await talk.run(
        lambda tx: tx.run(update(outbox).values(state=int(State.SENT), settled_at=tx.now)) and None
    )
    assert "Semua berjalan baik" in await status(cut)


async def test_who_is_alive_is_told_by_the_database_s_clock(cut: Talker, clock: Clock) -> None:
    """A machine whose clock is wrong sees the same processes."""
    await cut.talk.run(beat, "one")
    await cut.talk.run(beat, "two")
    for wrong in (0, 5, -10):
        clock.passes(hours=wrong)
        assert "2 proses" in await status(cut), wrong
