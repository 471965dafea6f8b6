"""What is due for one person and one session."""

from datetime import UTC, datetime, timedelta

from feedbackbot.domain.training.reminders import (
    DueReminder,
    Enrolment,
    Rung,
    Standing,
)

# A Monday, 09:00 in Jakarta; the session is two weeks later at the same hour.
MONDAY = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
ANI = Enrolment(1, Standing.SEATED, invited_at=MONDAY, seated_at=MONDAY)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def office_hours(moment: datetime) -> datetime:
    """Quiet from 20:00 to 07:00 in Jakarta (13:00 to 00:00 UTC)."""
    return moment if moment.hour < 13 else datetime(*moment.timetuple()[:3], tzinfo=UTC) + DAY


def rungs(reminders: list[DueReminder]) -> list[Rung]:
    return [reminder.rung for reminder in reminders]
