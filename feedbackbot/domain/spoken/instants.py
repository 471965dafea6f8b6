"""A moment with its distance from Greenwich, as programs write it: on the city's clock it may be another day."""

import re
from datetime import datetime, timedelta, timezone

from feedbackbot.clock import city_zone

_ZONED = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[t ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*"
    r"(?:z|utc|gmt|(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d))"
)


def read_instant(plain: str) -> datetime | None:
    """The moment of "2026-12-01t02:00:00z" (from `plain_words`) on the city's clock; None for everything else."""
    found = _ZONED.fullmatch(plain)
    if found is None:
        return None
    away = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    try:
        zone = timezone(-away if found["sign"] == "-" else away)
        parts = (int(found[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second"))
        return datetime(*parts, tzinfo=zone).astimezone(city_zone())  # type: ignore[misc,arg-type]
    except (ValueError, OverflowError):
        return None
