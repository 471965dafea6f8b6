"""The attacked city is built once in a process; each test gets a copy of its file and of what stands in the people's chats."""

import copy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.attacks.rewindable import RewindableDatabase
from tests.attacks.world import World, attacked_city
from tests.builders import dialogue_of_all
from tests.talk import Clock, Talk


@dataclass
class _Built:
    file: bytes
    world: World
    now: datetime


_built: list[_Built] = []


async def world_in(file: Path, clock: Clock) -> tuple[RewindableDatabase, World]:
    """Makes the city in `file`, a migrated database without rows, and moves the clock to where the making of it ended."""
    if not _built:
        _built.append(await _build(file, clock))
    built = _built[0]
    file.write_bytes(built.file)
    clock.now = built.now
    database = RewindableDatabase(file)
    return database, _copied(built.world, database, clock)


async def _build(file: Path, clock: Clock) -> _Built:
    database = RewindableDatabase(file)
    world = await attacked_city(database, clock)
    database.keep()
    await database.close()
    return _Built(file.read_bytes(), world, clock.now)


def _copied(world: World, database: RewindableDatabase, clock: Clock) -> World:
    talk = Talk(database, dialogue_of_all(), world.talk.settings, clock)  # type: ignore[arg-type]
    talk.people = copy.deepcopy(world.talk.people, {id(world.talk): talk})
    copied = World(talk, clock)
    copied.people = {kind: talk.people[one.name] for kind, one in world.people.items()}
    copied.codes = copy.deepcopy(world.codes)
    return copied
