"""Jobs of incentives: points are booked, a season's end is told."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job, at, until_done
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.incentives.book_points import book_points
from feedbackbot.usecases.incentives.close_season import close_season


def incentive_jobs() -> list[Job]:
    """Each works in bounded steps until nothing is left."""
    return [
        Job("book_points", IntervalTrigger(minutes=2), until_done(book_points)),
        Job("close_season", at(hour=9, minute=0), _tell_season),
    ]


async def _tell_season(runtime: Runtime) -> Counts:
    last = told = 0
    while True:
        last, more = await runtime.write(lambda tx, after=last: close_season(tx, after))  # type: ignore[misc]
        told += more
        if not last:
            return {"told": told}
