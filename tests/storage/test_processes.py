"""What a dead process had under way is taken over; a living one keeps its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from feedbackbot.storage.pipeline import processes
from feedbackbot.storage.pipeline.outbox import State, add_reply
from feedbackbot.storage.pipeline.processes import DEAD_AFTER, beat, sign_off, take_over
from feedbackbot.storage.pipeline.tables import outbox, process
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


@pytest.fixture(autouse=True)
def nobody_else_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_mine", set())
    monkeypatch.setattr(processes, "_suspects", {})


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    """Another process of this machine."""
    running = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield running
    running.kill()
    running.wait()


async def has_a_reply_under_way(desk: Desk, owner: str) -> None:
    where = await desk.knows("Ani")
    await desk.do(add_reply, channel=CHANNEL, address_id=where, where="Ani", body=owner, owner=owner)


async def moves(desk: Desk, owner: str, **values: object) -> None:
    """Another machine or another process id for what beat here."""

    def work(tx: Transaction) -> None:
        tx.run(update(process).where(process.c.id == owner).values(**values))

    await desk.do(work)
    processes._mine.discard(owner)


async def owners(desk: Desk) -> list[str | None]:
    return await desk.rows(select(outbox.c.owner).order_by(outbox.c.id))


async def test_a_process_of_another_machine_is_dead_only_when_it_has_been_silent_long(desk: Desk) -> None:
    await desk.do(beat, "far")
    await moves(desk, "far", host="far-away")
    await has_a_reply_under_way(desk, "far")
    desk.clock.passes(seconds=DEAD_AFTER.total_seconds())
    assert await desk.do(take_over) == (0, 0)
    desk.clock.passes(seconds=1)
    assert await desk.do(take_over, lambda: 100.0) == (0, 0)
    assert await desk.do(take_over, lambda: 109.9) == (0, 0)
    assert await desk.do(take_over, lambda: 110.0) == (1, 0)
    assert await owners(desk) == [None]
    assert await desk.rows(select(process.c.id)) == []


@pytest.mark.parametrize("hours", [2, -2])
async def test_a_clock_that_jumps_buries_nobody_who_goes_on_beating(desk: Desk, hours: int) -> None:
    await desk.do(beat, "far")
    await moves(desk, "far", host="far-away")
    await has_a_reply_under_way(desk, "far")
    beats_at = desk.clock()
    desk.clock.passes(hours=hours)
    for tick in range(0, 60, 3):
        beats_at += timedelta(seconds=3)
        await moves(desk, "far", beat_at=beats_at)
        assert await desk.do(take_over, lambda tick=tick: float(tick)) == (0, 0)  # type: ignore[misc]


async def test_a_process_of_this_machine_is_dead_as_soon_as_it_is_gone(
    desk: Desk, sleeper: subprocess.Popen[bytes]
) -> None:
    await desk.do(beat, "near")
    await moves(desk, "near", pid=sleeper.pid)
    await has_a_reply_under_way(desk, "near")
    assert await desk.do(take_over) == (0, 0)
    sleeper.kill()
    sleeper.wait()
    assert await desk.do(take_over) == (1, 0)


async def test_an_earlier_life_with_the_same_process_id_is_dead(desk: Desk) -> None:
    """A container's first process has the same id after each start."""
    await desk.do(beat, "earlier life")
    await moves(desk, "earlier life", pid=os.getpid())
    await desk.do(beat, "this life")
    await has_a_reply_under_way(desk, "earlier life")
    assert await desk.do(take_over) == (1, 0)


async def test_bots_in_one_process_do_not_bury_each_other(desk: Desk) -> None:
    await desk.do(beat, "one")
    await desk.do(beat, "two")
    await has_a_reply_under_way(desk, "one")
    desk.clock.passes(days=1)
    assert await desk.do(take_over) == (0, 0)


async def test_what_a_dead_process_committed_after_its_burial_is_taken_over_with_the_next_beat(
    desk: Desk,
) -> None:
    """A PostgreSQL under load carries out the last commit of a killed process when others have already taken over from it."""
    await desk.do(beat, "heir")
    assert await desk.do(take_over) == (0, 0)
    await has_a_reply_under_way(desk, "dead and buried")
    await has_a_reply_under_way(desk, "heir")
    assert await desk.do(take_over) == (1, 0)
    assert await owners(desk) == [None, "heir"]


async def test_whoever_signs_off_leaves_to_the_others_what_it_has_not_sent(desk: Desk) -> None:
    await desk.do(beat, "leaving")
    await has_a_reply_under_way(desk, "leaving")
    await desk.do(sign_off, "leaving")
    assert await desk.rows(select(outbox.c.state)) == [State.WAITING]
    assert await desk.rows(select(process.c.id)) == []


async def test_a_process_that_was_buried_alive_is_known_again_with_its_next_beat(desk: Desk) -> None:
    await desk.do(beat, "stalled")
    await moves(desk, "stalled", host="far-away")
    desk.clock.passes(minutes=5)
    for tick in (0.0, 60.0):
        await desk.do(take_over, lambda tick=tick: tick)  # type: ignore[misc]
    await desk.do(beat, "stalled")
    assert await desk.rows(select(process.c.id, process.c.beat_at)) == [("stalled", desk.clock())]


async def test_containers_with_one_hosts_name_do_not_judge_each_other_by_process_ids(desk: Desk) -> None:
    """In each of them the bot is process 1."""

    def other_container(tx: Transaction) -> None:
        row = {"id": "other", "host": "samehost-pid:[9]", "pid": os.getpid(), "started_at": tx.now}
        tx.run(insert(process), row | {"beat_at": tx.now})

    await desk.do(other_container)
    await has_a_reply_under_way(desk, "other")
    assert await desk.do(take_over) == (0, 0)
