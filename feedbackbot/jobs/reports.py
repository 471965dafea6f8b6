"""Jobs of results: digests, and the reminder to publish. What they tell is told once however often they run."""

from feedbackbot.jobs.job import Job, at
from feedbackbot.usecases.reports.send_digests import (
    remind_to_publish,
    send_monthly_digests,
    send_weekly_digests,
)


def report_jobs() -> list[Job]:
    """All of them: read beside the writer, written some at a time."""
    return [
        Job("weekly_digests", at(day_of_week="mon", hour=8), send_weekly_digests),
        Job("monthly_digests", at(day=3, hour=8), send_monthly_digests),
        Job("remind_to_publish", at(month="1,7", day=5, hour=8), remind_to_publish),
    ]
