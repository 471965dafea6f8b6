"""Fetches the files of cases while their chat service still has them."""

from collections.abc import Awaitable, Callable, Collection

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.errors import DatabaseAway, FeedbackbotError
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.storage.cases.kept_files import files_to_keep, keep_file
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
Fetch = Callable[[str], Awaitable[bytes]]
_MOST_TRIES = 20


def keep_files_job(fetch: Fetch, channels: Collection[str]) -> Job:
    """`channels`: whose files vanish after some days."""
    tries: dict[int, int] = {}

    async def work(runtime: Runtime) -> Counts:
        counts: Counts = {"kept": 0, "failed": 0}
        for row, ref in await runtime.read(lambda tx: files_to_keep(tx, channels)):
            try:
                content = await fetch(ref)
            except DatabaseAway:
                raise
            except FeedbackbotError as problem:
                counts["failed"] += 1
                tries[row] = tries.get(row, 0) + 1
                if tries[row] < _MOST_TRIES:  # the chat service may be away for a while
                    continue
                _log.error("a case's file is lost", row=row, problem=problem.key)
                content = b""
            await runtime.write(lambda tx, row=row, content=content: keep_file(tx, row, content))  # type: ignore[misc]
            counts["kept"] += bool(content)
            tries.pop(row, None)
        return counts

    return Job("keep_case_files", IntervalTrigger(seconds=15), work, rests=True)
