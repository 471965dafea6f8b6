"""Several processes agree: one rate for all, one who does what is done once; whoever dies is replaced. No clock may matter."""

import random
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select

from feedbackbot.clock import ShiftedClock
from feedbackbot.delivery.cooperation import TIMETABLE, Cooperation
from feedbackbot.delivery.line_share import LineShare
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline import processes
from feedbackbot.storage.pipeline.lease_tables import lease, pace_share
from feedbackbot.storage.pipeline.processes import beat, sign_off
from feedbackbot.storage.runtime import Runtime
from tests.builders import test_settings
from tests.usecase_runner import Desk

OVERALL, BULK = 28, 20
LINE = "line:test:1"
STEP = 0.25


@pytest.fixture(autouse=True)
def nobody_else_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_mine", set())


@dataclass
class Member:
    """One process; its clock is off by so many seconds."""

    name: str
    cooperation: Cooperation
    line: LineShare
    pacer: Pacer
    runtime: Runtime
    allowed: list[int] = field(default_factory=list)
    reaches_database: bool = True
    dead: bool = False
    next_look: float = 0.0

    @property
    def most(self) -> int:
        return 0 if self.dead else int(self.pacer._most_now())


@dataclass
class Team:
    """Processes of one database, in seconds that the test lets pass."""

    database: Database
    overall: float = OVERALL
    now: float = 1000.0
    members: list[Member] = field(default_factory=list)

    async def comes(self, name: str, clock_off: float = 0.0) -> Member:
        runtime = Runtime(self.database, ShiftedClock(timedelta(seconds=clock_off)), test_settings())
        pacer = Pacer(overall=self.overall, bulk=BULK, per_chat=1, burst_per_chat=5, time=lambda: self.now)
        cooperation = Cooperation(runtime, name, lambda: self.now)
        line = cooperation.add_line(LINE, pacer, overall=self.overall, bulk=BULK)
        await runtime.write(lambda tx: beat(tx, name))
        member = Member(name, cooperation, line, pacer, runtime)
        member.allowed = [0] * (len(self.members[0].allowed) if self.members else 0)
        self.members.append(member)
        await self._look(member)
        return member

    async def passes(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            self.now += STEP
            for member in self.members:
                if member.reaches_database and not member.dead and self.now >= member.next_look:
                    await self._look(member)
            for member in self.members:
                member.allowed.append(member.most)

    async def _look(self, member: Member) -> None:
        await member.cooperation.agree()
        member.next_look = self.now + (3.0 if member.line.alone else 1.0)

    def wants(self, member: Member, replies: int) -> None:
        member.pacer._replies_at.extend([self.now] * replies)

    def in_charge(self, name: str = TIMETABLE) -> list[str]:
        return [one.name for one in self.members if not one.dead and one.cooperation.holds(name)]

    def most_in_any_window(self) -> int:
        """If everybody sends as much as permitted at the worst moments."""
        window, steps = int(1 / STEP), len(self.members[0].allowed)
        return max(
            sum(max(one.allowed[at : at + window]) for one in self.members)
            for at in range(max(1, steps - window))
        )


@pytest.fixture
def team(database: Database) -> Team:
    return Team(database)


async def test_one_process_alone_has_nearly_all_and_a_newcomer_can_send_at_once(team: Team) -> None:
    first = await team.comes("first")
    await team.passes(4)
    assert first.most == OVERALL - 2
    second = await team.comes("second")
    assert second.most == 1
    await team.passes(8)
    assert first.most + second.most == OVERALL - 2
    assert first.most >= 10  # it sends the bulk, half of which stands ready
    assert second.most >= 5
    assert team.most_in_any_window() <= OVERALL


async def test_a_broadcast_gets_its_whole_rate_and_everybody_still_answers(team: Team) -> None:
    members = [await team.comes(f"p{number}", 40.0 * number) for number in range(3)]
    await team.passes(5)
    sender = next(one for one in members if one.cooperation.holds(LINE))
    for _ in range(20):
        sender.pacer._bulk_at = team.now
        await team.passes(0.5)
    assert sender.most >= BULK + 1
    assert [one.most for one in members if one is not sender] == [2, 2]
    busy = next(one for one in members if one is not sender)
    for _ in range(20):
        sender.pacer._bulk_at = team.now
        team.wants(busy, 6)
        await team.passes(0.5)
    assert busy.most >= 7
    assert team.most_in_any_window() <= OVERALL


@pytest.mark.parametrize("off", [(0, 0, 0), (40, -40, 0), (-86_400, 25, 3_600)])
async def test_one_does_what_is_done_once_whatever_the_clocks_say(team: Team, off: tuple[float, ...]) -> None:
    for number, seconds in enumerate(off):
        await team.comes(f"p{number}", seconds)
    for _ in range(60):
        await team.passes(0.5)
        assert len(team.in_charge()) == 1
        assert len(team.in_charge(LINE)) == 1
    assert team.in_charge() == ["p0"]


async def test_whoever_dies_is_replaced_and_its_share_comes_to_the_others(team: Team) -> None:
    first, second = await team.comes("first", 40), await team.comes("second", -40)
    await team.passes(6)
    first.dead = True
    await team.passes(9)
    assert team.in_charge() == []
    await team.passes(6)
    assert team.in_charge() == team.in_charge(LINE) == ["second"]
    assert second.most == OVERALL - 2
    assert team.most_in_any_window() <= OVERALL


async def test_whoever_is_found_dead_by_its_machine_is_replaced_at_once(team: Team) -> None:
    first, second = await team.comes("first"), await team.comes("second")
    await team.passes(6)
    first.dead = True
    await first.runtime.write(lambda tx: sign_off(tx, "first"))
    await team.passes(2)
    assert team.in_charge() == ["second"]
    assert second.most == OVERALL - 2


async def test_whoever_loses_the_database_sends_one_message_a_window_and_gives_up_the_rest(
    team: Team,
) -> None:
    first, second = await team.comes("first"), await team.comes("second")
    await team.passes(6)
    first.reaches_database = False
    await team.passes(20)
    assert (first.most, second.most) == (1, OVERALL - 2)
    assert team.in_charge() == ["second"]
    first.reaches_database = True
    await team.passes(6)
    assert first.most >= 5
    assert team.most_in_any_window() <= OVERALL


@pytest.mark.parametrize("seed", range(3))
async def test_never_more_than_permitted_whatever_happens(team: Team, seed: int) -> None:
    """Processes come, die, lose the database (one at a time: a message is kept for it), want much and little."""
    chance = random.Random(seed)
    await team.comes("p0")
    for number in range(1, 40):
        await team.passes(chance.choice([0.25, 0.5, 1, 2, 6]))
        alive = [one for one in team.members if not one.dead]
        one = chance.choice(alive)
        match chance.randrange(6):
            case 0 if len(alive) < 4:
                await team.comes(f"p{number}", chance.uniform(-40, 40))
            case 1 if len(alive) > 1:
                one.dead = True
            case 2 if not one.reaches_database or sum(not other.reaches_database for other in alive) < 1:
                one.reaches_database = not one.reaches_database
            case 3:
                one.pacer._bulk_at = team.now
            case _:
                team.wants(one, chance.randrange(20))
    assert team.most_in_any_window() <= OVERALL


async def test_a_rate_of_one_comes_to_each_in_turn(database: Database) -> None:
    team = Team(database, overall=1)
    members = [await team.comes(f"p{number}") for number in range(3)]
    await team.passes(40)
    assert all(any(one.allowed) for one in members)
    assert team.most_in_any_window() <= 1


async def test_a_pause_that_one_was_asked_for_holds_for_all(team: Team) -> None:
    first, second = await team.comes("first", 40), await team.comes("second", -40)
    await team.passes(5)
    second.pacer.pause("all", 30, "")
    await team.passes(2)
    bulk, everything = first.pacer.pauses_left()
    assert 25 < bulk <= 30
    assert 25 < everything <= 30


async def test_whoever_leaves_in_order_leaves_everything(team: Team) -> None:
    first = await team.comes("first")
    await first.cooperation.close()
    desk = Desk(team.database)
    assert await desk.rows(select(lease.c.owner)) == ["", ""]
    assert await desk.rows(select(pace_share.c.owner)) == []


async def test_what_begins_with_taking_over_begins_once(team: Team) -> None:
    first = await team.comes("first")
    begun: list[str] = []
    first.cooperation.when_taking(TIMETABLE, lambda: begun.append("again"))
    await team.passes(20)
    assert begun == []
    second = await team.comes("second")
    second.cooperation.when_taking(TIMETABLE, lambda: begun.append("second"))
    first.dead = True
    await team.passes(20)
    assert begun == ["second"]
