"""The last moment for something, as it is typed in a chat: with an hour it is that hour, without one the end of the day."""

from datetime import datetime, time

from feedbackbot.clock import city_zone
from feedbackbot.domain.calendar import in_city
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.days import the_day
from feedbackbot.domain.spoken.time import read_moment

_END_OF_DAY = time(23, 59, 59)


def read_deadline(text: str, now: datetime) -> datetime:
    """The moment of "1/12", "Senin depan", "1 Desember 2026 pukul 16.00". Raises `WrongValue` as `read_date` does."""
    moment = read_moment(text, now)
    if isinstance(moment, datetime):
        return moment
    day = the_day(text, in_city(now).date()) or read_date(text)
    return datetime.combine(day, _END_OF_DAY, city_zone())
