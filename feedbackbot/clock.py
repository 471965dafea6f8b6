"""The present moment, as something that can be handed in, and the time zone of the city that is served."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_SHIPPED = ZoneInfo("Asia/Jakarta")
"""The shipped city's."""
# each task inherits it from whoever started it, so two cities in one process keep two times
_zone: ContextVar[ZoneInfo] = ContextVar("city_zone", default=_SHIPPED)

Now = Callable[[], datetime]
"""Returns the present moment: aware, UTC."""


def city_zone() -> ZoneInfo:
    """The time zone in which the city thinks of days and hours, as its file says."""
    return _zone.get()


def keep_time_of(name: str) -> None:
    """From here on, and in all that is started from here, the city's zone is `name` ("Asia/Makassar"), which is known to exist."""
    _zone.set(ZoneInfo(name))


@contextmanager
def time_of(name: str) -> Iterator[None]:
    """The same for a block."""
    token = _zone.set(ZoneInfo(name))
    try:
        yield
    finally:
        _zone.reset(token)


def zone_sign(moment: datetime) -> str:
    """What people write behind an hour of the city's clock: "WIB", "WITA" or "WIT"."""
    return moment.astimezone(city_zone()).tzname() or ""


def system_now() -> datetime:
    return datetime.now(UTC)


class ShiftedClock:
    """The system's clock plus an offset that tests and the playground move."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def __call__(self) -> datetime:
        return system_now() + self.offset
