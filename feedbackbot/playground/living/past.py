"""Doing things in the past: the storage and the use cases are told another moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import TypeVar

from feedbackbot.clock import ShiftedClock, system_now
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction

T = TypeVar("T")
SEED = 20_261_127


class Past:
    """The runtime of a city whose bot has not started yet, with a clock that is set back. `chance` is the same in every city."""

    def __init__(self, runtime: Runtime, clock: ShiftedClock) -> None:
        self.runtime = runtime
        self.chance = Random(SEED)  # noqa: S311  nothing is kept secret by it
        self._clock = clock

    def goes_to(self, **ago: float) -> datetime:
        """So long ago (`days=3, hours=2`); returns that moment."""
        self._clock.offset = -timedelta(**ago)
        return self._clock()

    def goes_to_hour(self, days: int, hour: int) -> datetime:
        """So many days ago at that hour, in UTC."""
        day = system_now() - timedelta(days=days)
        return self.goes_back_to(day.replace(hour=hour, minute=self.chance.randrange(60)))

    def goes_back_to(self, moment: datetime) -> datetime:
        return self.goes_to(seconds=(system_now() - moment).total_seconds())

    async def does(self, work: Callable[[Transaction], T]) -> T:
        """In one transaction of that moment."""
        return await self.runtime.write(work)
