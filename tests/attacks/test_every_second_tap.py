"""Whatever button somebody taps twice: the second tap adds nothing. Every conversation of eight kinds of people is walked, and every
button that stands alone is tried, the forged ones too."""

import os
import random
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from feedbackbot.storage.people.contacts import roles_of
from tests.attacks.rewindable import RewindableDatabase
from tests.attacks.walk import Walk
from tests.attacks.world import KINDS, World

# at least so many different answers are tapped twice, and steps reached; the rest need what a tap cannot bring (a course, a file)
_LEAST = {"superadmin": (450, 100), "programme_admin": (350, 80)}


def tried_by(kind: str, doors: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A quarter of the buttons that stand alone, another for each four kinds of people, so that each is tried by two kinds;
    FEEDBACKBOT_WHOLE_WALK=1 has all of them tried by everybody."""
    return doors if os.environ.get("FEEDBACKBOT_WHOLE_WALK") else doors[list(KINDS).index(kind) % 4 :: 4]


@dataclass
class Walker:
    """The attacked city on a database that goes back."""

    world: World
    database: RewindableDatabase

    async def walk(self, kind: str) -> Walk:
        one = self.world.people[kind]
        await one.types("/mulai")
        return Walk(self.world.talk, self.database, one)

    async def commands(self, walk: Walk) -> Iterable[str]:
        roles = await self.world.talk.run(roles_of, (await walk.one.contact()).person_id)
        return self.world.talk.dialogue.directory.commands_for(roles)


@pytest.fixture
async def walker(world: World, sqlite_url: str) -> AsyncIterator[Walker]:
    usual = world.talk.database
    database = RewindableDatabase(Path(sqlite_url.removeprefix("sqlite:///")))
    world.talk.database = database
    yield Walker(world, database)
    await database.close()
    world.talk.database = usual


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("kind", KINDS)
async def test_no_second_tap_adds_anything(walker: Walker, kind: str) -> None:
    walk = await walker.walk(kind)
    for command in await walker.commands(walk):
        await walk.command(command)
    for door, argument in tried_by(kind, list(walker.world.doors())):
        await walk.button(f"!{door}/{argument}")
    assert walk.doubled == {}
    answers, steps = _LEAST.get(kind, (120, 25))
    assert len(walk.tapped) >= answers and len(walk.reached) >= steps and len(walk.acted) > 5


async def test_no_second_tap_adds_anything_in_a_sample_of_the_buttons(walker: Walker) -> None:
    """The same for some, so that each run of the quick tests tries it."""
    walk, chance = await walker.walk("employee"), random.Random(10)
    await walk.command("bahasa")
    for door, argument in chance.sample(list(walker.world.doors()), 80):
        await walk.button(f"!{door}/{argument}")
    await walk.button("!undangan/1.batal.ya")
    assert walk.doubled == {}
    assert walk.acted
