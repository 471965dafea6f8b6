"""Citizens who rate at the same time, each with answers of their own, and what must be true afterwards."""

import asyncio
import random
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.playground.replay import rate
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.survey.tables import daily_total, response


@dataclass
class Crowd:
    """`chance` decides what everybody answers; the same seed, the same answers. `taps` counts what all of them have tapped."""

    city: Playground
    chance: random.Random
    people: list[Person] = field(default_factory=list)
    answers: list[dict[str, int]] = field(default_factory=list)
    taps: int = 0

    async def gather(self, number: int) -> None:
        for place in range(number):
            self.people.append(await self.city.person(f"Warga {place}"))
            self.answers.append({key: self.chance.randint(1, 4) for key in ELEMENT_KEYS})

    async def rates(self, unit: str, *, thinking: float, patience: float) -> None:
        """Everybody rates the unit; each thinks up to `thinking` seconds before a tap."""
        async with asyncio.TaskGroup() as group:
            for person, answers in zip(self.people, self.answers, strict=True):
                group.create_task(
                    rate(
                        person,
                        f"u_{unit}",
                        answers,
                        thinking=thinking,
                        patience=patience,
                        on_tap=self._count_tap,
                    )
                )

    def _count_tap(self) -> None:
        self.taps += 1


@dataclass(frozen=True)
class Kept:
    """What the database holds: each submitted rating's answers, how many are counted, rows left over, how often a message was tried
    once more."""

    ratings: list[tuple[int, ...]]
    counted: int
    summed: dict[str, int]
    waiting_updates: int
    unsettled: int
    tried_again: int
    settled_replies: int


async def kept(database: Database) -> Kept:
    def read(connection: Connection) -> Kept:
        columns = [response.c[key] for key in ELEMENT_KEYS]
        rows = connection.execute(select(*columns).where(response.c.submitted_at.is_not(None))).all()
        sums = [func.coalesce(func.sum(daily_total.c[f"{key}_sum"]), 0) for key in ELEMENT_KEYS]
        counted, *summed = connection.execute(
            select(func.coalesce(func.sum(daily_total.c.n), 0), *sums)
        ).one()

        repeats = select(func.coalesce(func.sum(outbox.c.attempts - 1), 0)).where(outbox.c.attempts > 1)

        def count(table: object, *conditions: object) -> int:
            statement = select(func.count()).select_from(table).where(*conditions)  # type: ignore[arg-type]
            return int(connection.execute(statement).scalar_one())

        return Kept(
            sorted(tuple(row) for row in rows),
            int(counted),
            dict(zip(ELEMENT_KEYS, map(int, summed), strict=True)),
            count(inbox, inbox.c.state == 0),
            count(outbox, outbox.c.state.in_([State.WAITING, State.UNDER_WAY])),
            int(connection.execute(repeats).scalar_one()),
            count(outbox, outbox.c.state == State.SENT),
        )

    return await database.read(read)
