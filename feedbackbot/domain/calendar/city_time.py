"""Between UTC, in which moments are kept, and the city's clock, by which people think."""

from datetime import UTC, date, datetime, time

from feedbackbot.clock import city_zone


def in_city(moment: datetime) -> datetime:
    """The same moment on the city's clock. A naive moment is a mistake in our code: `ValueError`."""
    if moment.utcoffset() is None:
        raise ValueError("a moment without time zone")
    return moment.astimezone(city_zone())


def city_day(moment: datetime) -> date:
    """The calendar day on which the moment falls in the city."""
    return in_city(moment).date()


def at_city(day: date, at: time) -> datetime:
    """The moment, in UTC, at which the city's clock shows `at` on `day`."""
    return datetime.combine(day, at.replace(tzinfo=None), city_zone()).astimezone(UTC)


def full_hour(moment: datetime) -> datetime:
    """The beginning of the hour: what is kept of a moment that must not tell who acted then."""
    return moment.replace(minute=0, second=0, microsecond=0)
