"""Jobs of cases, follow-ups and retention."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.job import Job, at, until_done
from feedbackbot.usecases.cases.follow_ups import tell_follow_ups
from feedbackbot.usecases.cases.run_clock import run_case_clock
from feedbackbot.usecases.privacy.retention import throw_away, throw_away_addresses


def case_jobs(catalogue: Catalogue) -> list[Job]:
    """The clock of cases, telling of follow-ups, retention by kind, and what an erasure leaves to do."""
    return [
        Job("case_clock", IntervalTrigger(minutes=5), until_done(lambda tx: run_case_clock(tx, catalogue))),
        Job(
            "tell_follow_ups",
            IntervalTrigger(minutes=10),
            until_done(lambda tx: tell_follow_ups(tx, catalogue)),
        ),
        Job("finish_erasures", IntervalTrigger(minutes=1), until_done(throw_away_addresses)),
        Job("retention", at(hour=3, minute=30), until_done(throw_away)),
    ]
