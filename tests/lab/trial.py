"""Citizens rate while the database loses its leader: what a benchmark times and a test counts."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.city import Playground
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from tests.endtoend.bot_process import BotProcess
from tests.endtoend.crowd import Crowd, Kept, kept
from tests.endtoend.prepared import load_units
from tests.endtoend.webhook_bots import a_bot, deliver_to
from tests.lab.nodes import Lab, Node

CITIZENS: Final = 100
PATIENCE: Final = 120.0
_MOST_CROWDS: Final = 3
Blow = Callable[[Lab, Node], Awaitable[None]]


async def kill(lab: Lab, leader: Node) -> None:
    """PostgreSQL and Patroni of the leader with SIGKILL; the node comes back when another leads."""
    await asyncio.to_thread(lab.kill_node, leader)
    await another_leads(lab, leader)
    lab.run_patroni(leader)


async def switch_over(lab: Lab, leader: Node) -> None:
    """The leader hands over."""
    await asyncio.to_thread(lab.switch_over, leader)
    await another_leads(lab, leader)


def freeze(seconds: float) -> Blow:
    """The leader stands still for so long, its connections open, and then goes on believing that it leads."""

    async def blow(lab: Lab, leader: Node) -> None:
        await asyncio.to_thread(lab.freeze, leader, still=True)
        try:
            await asyncio.gather(asyncio.sleep(seconds), another_leads(lab, leader))
        finally:
            await asyncio.to_thread(lab.freeze, leader, still=False)

    return blow


async def another_leads(lab: Lab, leader: Node) -> None:
    """Returns when it does; TimeoutError where none does."""
    await asyncio.to_thread(lab.wait_until, lambda: lab.leader() not in (None, leader))


@dataclass(frozen=True)
class Struck:
    """One blow: `silence` is the longest time in which nobody was answered, `wait` the longest that one person had between two
    messages, thinking included."""

    silence: float
    wait: float


@dataclass
class Trial:
    """`async with Trial(…)`: an empty city on the lab, and one bot for each of `urls` behind one webhook."""

    lab: Lab
    folder: Path
    urls: Sequence[str]
    settings: Mapping[str, str] = field(default_factory=dict)
    citizens: int = CITIZENS
    city: Playground = field(
        default_factory=lambda: Playground(token="1:PLAYlab", bounds=Bounds(), patience=PATIENCE)
    )
    bots: list[BotProcess] = field(default_factory=list)
    answers: list[dict[str, int]] = field(default_factory=list)

    async def __aenter__(self) -> "Trial":
        await migrate(self.lab.url)
        await load_units(self.lab.url)
        await self.city.open()
        self.bots = [a_bot(self.city, url, self.folder, settings=self.settings) for url in self.urls]
        for bot in self.bots:
            await bot.start()
        await deliver_to(self.city, *self.bots)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.city.close()

    async def strike(self, blow: Blow, *, thinking: float) -> Struck:
        """So many new people rate; when each has answered three times or so, the blow falls. Returns when all have been thanked."""
        crowd, rating = await self._begin(thinking)
        leader = self.lab.leader()
        assert leader is not None
        began = time.time()
        await asyncio.gather(blow(self.lab, leader), rating)
        people = {person.id for person in crowd.people}
        return _struck([send for send in await self.city.sends() if send["person"] in people], began)

    async def _begin(self, thinking: float) -> tuple[Crowd, asyncio.Task[None]]:
        """Returns in the midst of it, and only while a follower is in step: without one nobody may take the leader's place. On a slow
        machine it may be missing for so long that all have been thanked meanwhile; then others rate."""
        for _ in range(_MOST_CROWDS):
            await asyncio.to_thread(self.lab.wait_until, self.lab.is_whole)
            crowd = Crowd(self.city, random.Random(len(self.answers)))
            await crowd.gather(self.citizens)
            self.answers += crowd.answers
            rating = asyncio.create_task(crowd.rates("disdukcapil", thinking=thinking, patience=PATIENCE))
            while crowd.taps < 3 * self.citizens and not rating.done():
                await asyncio.sleep(0.01)
            await asyncio.to_thread(self.lab.wait_until, self.lab.is_whole)
            if not rating.done():
                return crowd, rating
            await rating
        raise AssertionError("the blow must fall while people rate")

    async def ended(self) -> tuple[list[int], Kept, int]:
        """Exit codes of the bots, what the database holds, and how many messages people got of which the bot knew nothing."""
        codes = [await bot.stop() for bot in self.bots]
        delivered = [send for send in await self.city.sends() if not send["dropped"]]
        database = open_database(self.lab.url)
        found = await kept(database)
        await database.close()
        return codes, found, len(delivered) - found.settled_replies

    @property
    def sums(self) -> dict[str, int]:
        """Of all that people have answered, as `Kept.summed` has it."""
        return {key: sum(given[key] for given in self.answers) for key in ELEMENT_KEYS}

    @property
    def ratings(self) -> list[tuple[int, ...]]:
        """What people have answered, as `Kept.ratings` has it."""
        return sorted(tuple(given[key] for key in ELEMENT_KEYS) for given in self.answers)


def _struck(sends: Sequence[dict[str, Any]], began: float) -> Struck:
    at = [send["at"] for send in sends]
    of_people: dict[int, list[float]] = {}
    for send in sends:
        of_people.setdefault(send["person"], []).append(send["at"])
    waits = (_longest(times, began) for times in of_people.values())
    return Struck(_longest(sorted(at), began), max(waits))


def _longest(times: Sequence[float], began: float) -> float:
    return max((after - before for before, after in pairwise(times) if after > began), default=0.0)
