"""Whatever button somebody taps twice: the second tap adds nothing. Every conversation of eight kinds of people is walked, and every
button that stands alone is tried, the forged ones too."""

import os
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import pytest

from feedbackbot.storage.people.contacts import CITIZEN, roles_of
from tests.attacks.furnished import furnish
from tests.attacks.rewindable import RewindableDatabase
from tests.attacks.scenes import scenes, stands
from tests.attacks.walk import Step, Walk
from tests.attacks.world import KINDS, World

# at least so many different answers are tapped twice
_LEAST = {"citizen": 190, "superadmin": 400, "programme_admin": 250}
# Steps to which no test here comes, and why. A new step that nobody comes to fails the test, and so does one that stands here in vain.
OUT_OF_REACH: dict[Step, str] = {}


def walked() -> dict[str, set[Step]]:
    """The steps that the walk of each kind comes to; each under the first kind only."""
    found: dict[str, set[Step]] = {kind: set() for kind in KINDS}
    for line in (Path(__file__).parent / "walked.txt").read_text("utf-8").splitlines():
        kind, _, rest = line.partition(": ")
        conversation, *steps = rest.split()
        found[kind] |= {(conversation, step) for step in steps}
    return found


def tried_by(kind: str, doors: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A quarter of the buttons that stand alone, another for each four kinds of people, so that each is tried by two kinds, the same
    ones whatever others there are; FEEDBACKBOT_WHOLE_WALK=1 has all of them tried by everybody."""
    mine = list(KINDS).index(kind) % 4
    whole = bool(os.environ.get("FEEDBACKBOT_WHOLE_WALK"))
    return [one for one in doors if whole or crc32("/".join(one).encode()) % 4 == mine]


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
        """The citizen tries those of all people, everybody else what they have beyond them; FEEDBACKBOT_WHOLE_WALK=1: all of them."""
        find = self.world.talk.dialogue.directory.commands_for
        roles = await self.world.talk.run(roles_of, (await walk.one.contact()).person_id)
        tried = walk.one.name == "Budi" or bool(os.environ.get("FEEDBACKBOT_WHOLE_WALK"))
        return [one for one in find(roles) if tried or one not in find(frozenset({CITIZEN}))]


@pytest.fixture
def walker(rewindable: tuple[RewindableDatabase, World]) -> Walker:
    database, world = rewindable
    return Walker(world, database)


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
    assert sorted(walked()[kind] - walk.reached) == [], "these are a scene of scenes.py from now on"
    assert len(walk.tapped) >= _LEAST.get(kind, 120) and len(walk.acted) > 5


async def test_no_second_tap_adds_anything_in_what_needs_a_course_a_file_or_a_case(walker: Walker) -> None:
    """The rest of all steps: what is there beside those that a walk is known to come to, or that stand in `OUT_OF_REACH`."""
    world, reached, walks = walker.world, set[Step](), dict[str, Walk]()
    known = await furnish(world)
    for scene in scenes(known):
        walk = walks.setdefault(scene.who, Walk(world.talk, walker.database, world.talk.person(scene.who)))
        async with walk.undone():
            await stands(world, scene)
            assert await walk.here() == (scene.conversation, scene.step), (scene, walk.one.said())
    for walk in walks.values():
        assert walk.doubled == {}, walk.one.name
        reached |= walk.reached
    steps = {(one.key, step) for one in world.talk.dialogue.directory.conversations for step in one.by_key}
    by_walks = set().union(*walked().values())
    assert steps - reached - by_walks == set(OUT_OF_REACH)
    assert by_walks <= steps, "renew walked.txt: these steps are gone"


async def test_no_second_tap_adds_anything_in_a_sample_of_the_buttons(walker: Walker) -> None:
    """The same for some, so that each run of the quick tests tries it."""
    walk, chance = await walker.walk("employee"), random.Random(10)
    await walk.command("bahasa")
    for door, argument in chance.sample(list(walker.world.doors()), 80):
        await walk.button(f"!{door}/{argument}")
    await walk.button("!undangan/1.batal.ya")
    assert walk.doubled == {}
    assert walk.acted
