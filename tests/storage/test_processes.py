"""What a dead process had under way is taken over; a living one keeps its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from feedbackbot.clock import system_now
from feedbackbot.storage.pipeline import processes
from feedbackbot.storage.pipeline.machine import machine_id
from feedbackbot.storage.pipeline.outbox import State, add_reply
from feedbackbot.storage.pipeline.processes import DEAD_AFTER, Watch, beat, sign_off, take_over
from feedbackbot.storage.pipeline.tables import outbox, process
from feedbackbot.storage.transaction import Transaction
from tests.talk import CHANNEL, Clock
from tests.usecase_runner import Desk


@pytest.fixture(autouse=True)
def nobody_else_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_mine", set())


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


@dataclass
class Watcher:
    """A living process that looks at the others; `tick` are its seconds."""

    desk: Desk
    tick: float = 0.0

    def __post_init__(self) -> None:
        self.watch = Watch(lambda: self.tick)

    async def looks(self, seconds: float = 0.0) -> tuple[int, int]:
        """After so many seconds in which it has beaten in time."""
        until = self.tick + seconds
        while self.tick < until:
            self.watch.beaten()
            self.tick = min(until, self.tick + 3)
        return await self.looks_after_a_gap(0)

    async def looks_after_a_gap(self, seconds: float) -> tuple[int, int]:
        """So long it could not beat, as nobody could."""
        self.tick += seconds
        found = await self.desk.do(take_over, self.watch)
        self.watch.beaten()
        return found


async def has_been_silent(desk: Desk, owner: str, **duration: float) -> None:
    """By the database's clock."""
    await moves(desk, owner, host="far-away", beat_at=system_now() - timedelta(**duration))


async def owners(desk: Desk) -> list[str | None]:
    return await desk.rows(select(outbox.c.owner).order_by(outbox.c.id))


async def test_a_process_of_another_machine_is_dead_only_when_it_has_been_silent_long(desk: Desk) -> None:
    await desk.do(beat, "far")
    await has_a_reply_under_way(desk, "far")
    heir = Watcher(desk)
    await has_been_silent(desk, "far", seconds=DEAD_AFTER.total_seconds() - 5)
    assert await heir.looks() == (0, 0)
    assert await heir.looks(20) == (0, 0)
    await has_been_silent(desk, "far", seconds=DEAD_AFTER.total_seconds() + 1)
    assert await heir.looks() == (0, 0)
    assert await heir.looks(9.9) == (0, 0)
    assert await heir.looks(0.2) == (1, 0)
    assert await owners(desk) == [None]
    assert await desk.rows(select(process.c.id)) == []


@pytest.mark.parametrize("hours", [2, -2])
async def test_a_databases_clock_that_jumps_buries_nobody_who_goes_on_beating(desk: Desk, hours: int) -> None:
    await desk.do(beat, "far")
    await has_a_reply_under_way(desk, "far")
    heir = Watcher(desk)
    for seconds in range(0, 60, 3):
        await has_been_silent(desk, "far", hours=hours, seconds=-seconds)
        assert await heir.looks(3) == (0, 0)


@pytest.mark.parametrize("seconds", [40, -40, 86_400])
async def test_a_machine_whose_clock_is_wrong_neither_buries_nor_is_buried(desk: Desk, seconds: int) -> None:
    """It beats and looks with a clock that is far off; whoever beats by the database's clock is alive to both."""
    off = Desk(desk.database, Clock(system_now() + timedelta(seconds=seconds)))
    right = Desk(desk.database, Clock(system_now()))
    await off.do(beat, "off")
    await right.do(beat, "right")
    for owner in ("off", "right"):
        await moves(desk, owner, host="far-away")
        await has_a_reply_under_way(desk, owner)
    for one in (Watcher(off), Watcher(right)):
        assert await one.looks() == (0, 0)
        assert await one.looks(60) == (0, 0)
    assert await owners(desk) == ["off", "right"]


async def test_after_a_gap_of_the_database_nobody_is_buried_who_comes_back_too(desk: Desk) -> None:
    """All were silent for as long: whoever comes back first must not bury the others."""
    await desk.do(beat, "far")
    await has_a_reply_under_way(desk, "far")
    heir = Watcher(desk)
    await has_been_silent(desk, "far", seconds=31)
    assert await heir.looks() == (0, 0)
    assert await heir.looks_after_a_gap(40) == (0, 0)
    assert await heir.looks(9) == (0, 0)
    assert await heir.looks(2) == (1, 0)


async def test_two_machines_of_one_name_do_not_judge_each_other_by_process_ids(desk: Desk) -> None:
    """Their kernels' starts differ, though name and namespace do not."""
    other = "6f0e5d6c-0000-4000-8000-1234567890abpid:[4026531836]"
    await desk.do(beat, "other")
    await moves(desk, "other", host=other, pid=os.getpid())
    await has_a_reply_under_way(desk, "other")
    ended = await Watcher(desk).looks()
    # a file lies on one machine: there, another start is one before
    assert ended == ((0, 0) if desk.database.dialect == "postgresql" else (1, 0))


async def test_a_process_of_this_machine_is_dead_as_soon_as_it_is_gone(
    desk: Desk, sleeper: subprocess.Popen[bytes]
) -> None:
    await desk.do(beat, "near")
    await moves(desk, "near", pid=sleeper.pid)
    await has_a_reply_under_way(desk, "near")
    assert await Watcher(desk).looks() == (0, 0)
    sleeper.kill()
    sleeper.wait()
    assert await Watcher(desk).looks() == (1, 0)


async def test_an_earlier_life_with_the_same_process_id_is_dead(desk: Desk) -> None:
    """A container's first process has the same id after each start."""
    await desk.do(beat, "earlier life")
    await moves(desk, "earlier life", pid=os.getpid())
    await desk.do(beat, "this life")
    await has_a_reply_under_way(desk, "earlier life")
    assert await Watcher(desk).looks() == (1, 0)


async def test_bots_in_one_process_do_not_bury_each_other(desk: Desk) -> None:
    await desk.do(beat, "one")
    await desk.do(beat, "two")
    await has_a_reply_under_way(desk, "one")
    assert await Watcher(desk).looks() == (0, 0)


async def test_what_a_dead_process_committed_after_its_burial_is_taken_over_with_the_next_beat(
    desk: Desk,
) -> None:
    """A PostgreSQL under load carries out the last commit of a killed process when others have already taken over from it."""
    await desk.do(beat, "heir")
    assert await Watcher(desk).looks() == (0, 0)
    await has_a_reply_under_way(desk, "dead and buried")
    await has_a_reply_under_way(desk, "heir")
    assert await Watcher(desk).looks() == (1, 0)
    assert await owners(desk) == [None, "heir"]


async def test_whoever_signs_off_leaves_to_the_others_what_it_has_not_sent(desk: Desk) -> None:
    await desk.do(beat, "leaving")
    await has_a_reply_under_way(desk, "leaving")
    await desk.do(sign_off, "leaving")
    assert await desk.rows(select(outbox.c.state)) == [State.WAITING]
    assert await desk.rows(select(process.c.id)) == []


async def test_a_process_that_was_buried_alive_is_known_again_with_its_next_beat(desk: Desk) -> None:
    await desk.do(beat, "stalled")
    await has_been_silent(desk, "stalled", minutes=5)
    heir = Watcher(desk)
    await heir.looks()
    await heir.looks(60)
    assert await desk.rows(select(process.c.id)) == []
    await desk.do(beat, "stalled")
    assert await desk.rows(select(process.c.id)) == ["stalled"]


async def test_containers_with_one_hosts_name_do_not_judge_each_other_by_process_ids(desk: Desk) -> None:
    """In each of them the bot is process 1."""

    def other_container(tx: Transaction) -> None:
        row = {"id": "other", "host": f"{machine_id()[:36]}pid:[9]", "pid": os.getpid(), "started_at": tx.now}
        tx.run(insert(process), row | {"beat_at": system_now()})

    await desk.do(other_container)
    await has_a_reply_under_way(desk, "other")
    assert await Watcher(desk).looks() == (0, 0)
