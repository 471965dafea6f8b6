"""Every job of the bot, for the lines it serves."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.inbound.intake import Intake
from feedbackbot.jobs.broadcast import broadcast_jobs
from feedbackbot.jobs.campaigns import campaign_jobs
from feedbackbot.jobs.cases import case_jobs
from feedbackbot.jobs.forum import forum_jobs
from feedbackbot.jobs.imports import import_job
from feedbackbot.jobs.improvement import improvement_jobs
from feedbackbot.jobs.incentives import incentive_jobs
from feedbackbot.jobs.job import Job
from feedbackbot.jobs.operation import operation_jobs
from feedbackbot.jobs.people import ListCommands, list_commands_job, people_jobs
from feedbackbot.jobs.pipeline import pipeline_jobs
from feedbackbot.jobs.privacy import privacy_jobs
from feedbackbot.jobs.reports import report_jobs
from feedbackbot.jobs.survey import survey_jobs
from feedbackbot.jobs.training import training_jobs
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.settings import Settings

Fetch = Callable[[str], Awaitable[bytes]]


def all_jobs(
    dialogue: Dialogue,
    intakes: Sequence[Intake],
    fetch: Fetch,
    lists: Mapping[str, ListCommands],
    render: RenderProcess,
    settings: Settings,
) -> list[Job]:
    """`intakes` of all lines; `fetch` knows where a file lies; `lists` are the chat services that list commands for one person, by
    channel."""
    catalogue = dialogue.catalogue
    return [
        *pipeline_jobs(dialogue, *intakes),
        *people_jobs(),
        *(list_commands_job(dialogue, channel, show) for channel, show in lists.items()),
        *survey_jobs(),
        *training_jobs(),
        *case_jobs(),
        *report_jobs(),
        *improvement_jobs(),
        *incentive_jobs(),
        *forum_jobs(render),
        *campaign_jobs(),
        *broadcast_jobs(catalogue, render, fetch),
        import_job(render, fetch),
        *privacy_jobs(),
        *operation_jobs(settings, render),
    ]
