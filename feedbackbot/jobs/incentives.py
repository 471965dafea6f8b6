"""Jobs of incentives and campaigns: points are booked, nudges go, campaigns are followed, a season's end is told."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job, at, until_done
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.send_nudges import send_nudges
from feedbackbot.usecases.incentives.book_points import book_points
from feedbackbot.usecases.incentives.close_season import close_season


def incentive_jobs() -> list[Job]:
    """Each works in bounded steps until nothing is left."""

    async def tell_season(runtime: Runtime) -> Counts:
        last = told = 0
        while True:
            last, more = await runtime.write(lambda tx, after=last: close_season(tx, after))  # type: ignore[misc]
            told += more
            if not last:
                return {"told": told}

    return [
        Job("book_points", IntervalTrigger(minutes=2), until_done(book_points)),
        Job("send_nudges", IntervalTrigger(minutes=1), until_done(send_nudges)),
        Job(
            "follow_campaigns",
            IntervalTrigger(minutes=2),
            until_done(follow_campaigns),
        ),
        Job("close_season", at(hour=9, minute=0), tell_season),
    ]
