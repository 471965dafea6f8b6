"""Jobs of cases, follow-ups and retention."""

from collections.abc import Awaitable, Callable

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job, at, until_done
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.cases.follow_ups import tell_follow_ups
from feedbackbot.usecases.cases.run_clock import run_case_clock
from feedbackbot.usecases.privacy.retention import throw_away, throw_away_addresses


def case_jobs() -> list[Job]:
    """The clock of cases, telling of follow-ups, retention by kind, and what an erasure leaves to do."""
    return [
        Job("case_clock", IntervalTrigger(minutes=5), until_done(run_case_clock)),
        Job(
            "tell_follow_ups",
            IntervalTrigger(minutes=10),
            until_done(tell_follow_ups),
        ),
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
