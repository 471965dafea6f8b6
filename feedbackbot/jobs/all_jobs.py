"""Every job of the bot, for the lines it serves."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.inbound.intake import Intake
from feedbackbot.jobs.broadcast import ListCommands, broadcast_jobs, list_commands_job
from feedbackbot.jobs.cases import case_jobs
from feedbackbot.jobs.imports import import_job
from feedbackbot.jobs.incentives import incentive_jobs
from feedbackbot.jobs.job import Job, at, once
from feedbackbot.jobs.pipeline import pipeline_jobs
from feedbackbot.jobs.reports import result_jobs
from feedbackbot.jobs.training import training_jobs
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.usecases.people.warn_of_leave import warn_of_leave

Fetch = Callable[[str], Awaitable[bytes]]


def all_jobs(
    dialogue: Dialogue,
    intakes: Sequence[Intake],
    fetch: Fetch,
    lists: Mapping[str, ListCommands],
    render: RenderProcess,
) -> list[Job]:
    """`intakes` of all lines; `fetch` knows where a file lies; `lists` are the chat services that list commands for one person, by
    channel."""
    catalogue = dialogue.catalogue
    return [
        *pipeline_jobs(dialogue, *intakes),
        *broadcast_jobs(catalogue, render, fetch),
        *(list_commands_job(dialogue, channel, show) for channel, show in lists.items()),
        *incentive_jobs(),
        *case_jobs(),
        *result_jobs(),
        *training_jobs(),
        Job("warn_of_leave", at(hour=8, minute=15), once(warn_of_leave)),
        import_job(render, fetch),
    ]
