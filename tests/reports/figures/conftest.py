"""Ratings put into a database, on both kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any, TypeVar

import pytest

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.database import Database
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from feedbackbot.usecases.survey.survey_profile import answer_profile
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE, test_settings

T = TypeVar("T")
NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


@dataclass
class Ratings:
    """`rate` as one more person; `ask` runs a query."""

    database: Database
    now: datetime = NOON
    settings: Any = field(default_factory=test_settings)
    people: "count[int]" = field(default_factory=lambda: count(1))

    async def ask(self, query: Callable[..., T], *args: object, **kwargs: object) -> T:
        return await self.database.write(
            lambda connection: query(Transaction(connection, self.now, self.settings), *args, **kwargs)
        )

    async def rate(
        self,
        values: Mapping[str, int] | int,
        unit_id: int = 1,
        *,
        service_id: int | None = None,
        channel: str = "memory",
        visit: str | None = None,
        **profile: str,
    ) -> int:
        answers = dict.fromkeys(ELEMENT_KEYS, values) if isinstance(values, int) else dict(values)

        def work(tx: Transaction) -> int:
            person = next(self.people)
            rating = begin_rating(tx, person, unit_id, service_id, channel, visit, answers)
            if len(answers) == len(ELEMENT_KEYS):
                submit_rating(tx, person, rating)
                for question, option in profile.items():
                    answer_profile(tx, person, rating, question, option)
            return rating

        return await self.ask(work)


@pytest.fixture
async def ratings(database: Database) -> Ratings:
    made = Ratings(database)
    await made.ask(load_city_units, LHOKSEUMAWE)
    return made
