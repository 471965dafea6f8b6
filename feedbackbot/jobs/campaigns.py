"""Jobs of campaigns: nudges go, and what people did after them is followed."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Job
from feedbackbot.usecases.campaigns.draw_people import draw_campaigns
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.send_nudges import send_nudges
from feedbackbot.usecases.campaigns.steer import plan_best


def campaign_jobs() -> list[Job]:
    """None holds the writer for many."""
    return [
        Job("draw_campaigns", IntervalTrigger(seconds=10), draw_campaigns, rests=True),
        Job("plan_best", IntervalTrigger(seconds=10), plan_best, rests=True),
        Job("send_nudges", IntervalTrigger(minutes=1), send_nudges),
        Job("follow_campaigns", IntervalTrigger(minutes=2), follow_campaigns),
    ]
