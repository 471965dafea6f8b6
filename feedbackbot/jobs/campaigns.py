"""Jobs of campaigns: nudges go, and what people did after them is followed."""

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.jobs.job import Job, until_done
from feedbackbot.usecases.campaigns.draw_people import draw_campaigns
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.send_nudges import send_nudges


def campaign_jobs() -> list[Job]:
    """Each works in bounded steps until nothing is left."""
    return [
        Job("draw_campaigns", IntervalTrigger(seconds=10), draw_campaigns),
        Job("send_nudges", IntervalTrigger(minutes=1), until_done(send_nudges)),
        Job("follow_campaigns", IntervalTrigger(minutes=2), until_done(follow_campaigns)),
    ]
