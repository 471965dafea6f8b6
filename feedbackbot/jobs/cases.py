"""Jobs of cases: deadlines run, follow-ups are told to those who had a word on them."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Job, until_done
from feedbackbot.usecases.cases.follow_ups import tell_follow_ups
from feedbackbot.usecases.cases.run_clock import run_case_clock


def case_jobs() -> list[Job]:
    """Each works in bounded steps until nothing is left."""
    return [
        Job("case_clock", IntervalTrigger(minutes=5), until_done(run_case_clock)),
        Job("tell_follow_ups", IntervalTrigger(minutes=10), until_done(tell_follow_ups)),
    ]
