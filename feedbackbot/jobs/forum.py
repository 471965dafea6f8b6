"""Jobs of the forum: results after new votes, messages to those who took part, promises whose day has passed."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Counts, Job, at, until_done
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.forum.compute_results import compute_results
from feedbackbot.usecases.forum.steer_topic import ask_for_answers, reopen_overdue
from feedbackbot.usecases.forum.tell_voters import tell_voters


def forum_jobs(render: RenderProcess) -> list[Job]:
    """What is told in the morning waits for the hours in which people are told."""

    async def results(runtime: Runtime) -> Counts:
        return await compute_results(runtime, render)

    return [
        Job("forum_results", IntervalTrigger(minutes=5), results),
        Job("tell_forum", IntervalTrigger(minutes=10), until_done(tell_voters)),
        Job("forum_promises", at(hour=6, minute=10), until_done(reopen_overdue)),
        Job("forum_answers", at(hour=6, minute=20), ask_for_answers),
    ]
