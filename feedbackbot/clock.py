"""The present moment, as something that can be handed in."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

CITY_ZONE = ZoneInfo("Asia/Jakarta")

Now = Callable[[], datetime]
"""Returns the present moment: aware, UTC."""


def system_now() -> datetime:
    return datetime.now(UTC)


class ShiftedClock:
    """The system's clock plus an offset that tests and the playground move."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def __call__(self) -> datetime:
        return system_now() + self.offset
