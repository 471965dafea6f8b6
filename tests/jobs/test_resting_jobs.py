"""A job that finds nothing but what was committed rests while nothing is; one that found something, or failed, does not."""

import asyncio

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.storage.lookout import LONGEST_REST_SECONDS
from feedbackbot.storage.pipeline.job_runs import keep_run
from feedbackbot.storage.runtime import Runtime
from tests.usecase_runner import Desk

EVERY = 5.0


class Played:
    """A timetable with one job, looked at every five seconds; `answers` is what its next runs do."""

    def __init__(self, desk: Desk, *, rests: bool = True, alone: bool = True) -> None:
        self.desk, self.seconds, self.runs = desk, 0.0, 0
        self.answers: list[Counts | Exception] = []
        self.runtime = Runtime(desk.database, desk.clock, desk.settings)
        self.runtime.alone = lambda: alone
        job = Job("looks", IntervalTrigger(seconds=EVERY), self._work, rests=rests)
        self.timetable = Timetable([job], self.runtime, lambda: self.seconds)
        self.timetable.start()
        self.timetable.stop()

    async def _work(self, runtime: Runtime) -> Counts:
        self.runs += 1
        answer = self.answers.pop(0) if self.answers else {}
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def passes(self, times: int = 1) -> int:
        """How often the job ran meanwhile."""
        before = self.runs
        for _ in range(times):
            self.seconds += EVERY
            self.desk.clock.passes(seconds=EVERY)
            await self.timetable.look()
            await asyncio.gather(*(one for one in asyncio.all_tasks() if one.get_name().startswith("job ")))
        return self.runs - before


async def is_sqlite(desk: Desk) -> bool:
    return desk.database.dialect == "sqlite"


async def beaten(desk: Desk, **how: bool) -> Played:
    played = Played(desk, **how)
    await played.passes()  # its first run is written down, which a connection's first group counts as news
    await played.passes()
    return played


async def test_it_rests_until_something_is_committed(desk: Desk) -> None:
    played = await beaten(desk)
    quiet = 0 if await is_sqlite(desk) else 4
    assert await played.passes(4) == quiet
    await played.runtime.write(lambda tx: keep_run(tx, "other", {}, None, None))
    assert await played.passes() == 1
    assert await played.passes(4) == quiet


async def test_it_rests_half_a_minute_at_most(desk: Desk) -> None:
    played = await beaten(desk)
    looks = int(LONGEST_REST_SECONDS / EVERY)
    assert await played.passes(looks) >= 1


async def test_what_found_something_or_failed_runs_again(desk: Desk) -> None:
    played = await beaten(desk)
    await played.runtime.write(lambda tx: keep_run(tx, "other", {}, None, None))
    played.answers = [{"sent": 1}, ValueError(), {"failed": 1}]
    assert await played.passes(4) == 4


async def test_one_that_looks_by_the_clock_never_rests(desk: Desk) -> None:
    played = await beaten(desk, rests=False)
    assert await played.passes(4) == 4


async def test_beside_another_process_it_never_rests(desk: Desk) -> None:
    played = await beaten(desk, alone=False)
    assert await played.passes(4) == 4
