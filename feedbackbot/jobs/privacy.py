"""Jobs of privacy: what is kept goes when its time is over, and an erasure is finished on the disk too."""

from collections.abc import Awaitable, Callable

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job, at, until_done
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.privacy.retention import throw_away, throw_away_addresses


def privacy_jobs() -> list[Job]:
    """Retention by the one list, and what an erasure leaves to do."""
    return [
        Job("finish_erasures", IntervalTrigger(minutes=1), _finish_erasures()),
        Job("retention", at(hour=3, minute=30), until_done(throw_away)),
    ]


def _finish_erasures() -> Callable[[Runtime], Awaitable[Counts]]:
    """What was erased leaves the log of changes too; where somebody reads from it just then, at the next run."""
    finishing = until_done(throw_away_addresses)
    to_empty = True  # what the process before erased

    async def work(runtime: Runtime) -> Counts:
        nonlocal to_empty
        counts = await finishing(runtime)
        to_empty = to_empty or any(counts.values())
        if to_empty:
            to_empty = not await runtime.database.forget_log()
        return counts

    return work
