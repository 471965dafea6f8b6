"""Jobs of the survey: ratings that came in a burst are marked as doubtful."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Job
from feedbackbot.usecases.survey.mark_bursts import EVERY, JOB, BurstMarking


def survey_jobs() -> list[Job]:
    """The one there is."""
    return [Job(JOB, IntervalTrigger(seconds=int(EVERY.total_seconds())), BurstMarking().run)]
