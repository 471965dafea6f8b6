"""Jobs of the survey: ratings that came in a burst are marked as doubtful; days that are over are counted by channel and profile."""

from datetime import timedelta

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Job
from feedbackbot.usecases.survey import keep_part_totals, mark_bursts
from feedbackbot.usecases.survey.keep_part_totals import keep_part_totals as count_parts


def survey_jobs() -> list[Job]:
    """All of them."""
    return [
        Job(mark_bursts.JOB, _every(mark_bursts.EVERY), mark_bursts.BurstMarking().run),
        Job(keep_part_totals.JOB, _every(keep_part_totals.EVERY), count_parts),
    ]


def _every(time: timedelta) -> IntervalTrigger:
    return IntervalTrigger(seconds=int(time.total_seconds()))
