"""Jobs of broadcasts: what is planned begins, rows follow their broadcast, lists of numbers are read."""

from collections.abc import Awaitable, Callable

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.domain.calendar import city_day
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.job import Counts, Job
from feedbackbot.reports.render_process import FOREIGN_FILE, RenderFailed, RenderProcess
from feedbackbot.storage.broadcast.broadcast_people import list_files
from feedbackbot.storage.broadcast.under_way import due_broadcasts
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import get_logger
from feedbackbot.usecases.broadcast.follow_stage import follow_stages
from feedbackbot.usecases.broadcast.read_number_list import ReadNumbers, numbers_in, read_list
from feedbackbot.usecases.broadcast.sending import start_due
from feedbackbot.wording.broadcast.content import in_all_languages

_log = get_logger(__name__)

FetchFile = Callable[[str], Awaitable[bytes]]
"""The content of a file by the chat service's id of it."""


def broadcast_jobs(catalogue: Catalogue, render: RenderProcess, fetch: FetchFile) -> list[Job]:
    """All of them; each works until nothing is left."""

    async def start(runtime: Runtime) -> Counts:
        started = 0
        if not await runtime.read(due_broadcasts):
            return {"started": 0}
        while await runtime.write(lambda tx: start_due(tx, in_all_languages(catalogue))):
            started += 1
        return {"started": started}

    async def read_lists(runtime: Runtime) -> Counts:
        waiting = await runtime.read(list_files)
        read = 0
        for broadcast_id, ref in waiting:
            numbers = await _numbers_of(runtime, render, fetch, ref)
            read += await read_list(runtime, broadcast_id, ref, numbers)
        return {"lists": len(waiting), "read": read}

    return [
        Job("start_broadcasts", IntervalTrigger(seconds=10), start),
        Job("follow_broadcasts", IntervalTrigger(seconds=2), follow_stages, rests=True),
        Job("read_broadcast_lists", IntervalTrigger(seconds=3), read_lists, rests=True),
    ]


async def _numbers_of(
    runtime: Runtime, render: RenderProcess, fetch: FetchFile, ref: str
) -> ReadNumbers | FeedbackbotError:
    """What the list holds, read in a process of its own, or what its author is told."""
    try:
        data = await fetch(ref)
    except Exception as problem:  # the author is told, and sends it again
        _log.warning("a list could not be fetched", problem=type(problem).__name__)
        return FeedbackbotError("broadcast-list-file-gone")
    try:
        return await render.bounded(FOREIGN_FILE, numbers_in, data, today=city_day(runtime.now()))
    except FeedbackbotError as problem:
        return problem
    except RenderFailed:
        return FeedbackbotError("import-too-heavy")
