"""For those who look into the database again and again, whether there is anything for them: an idle city costs next to nothing.

A look that found nothing is not repeated while nothing was committed and the moment has not come that it told of. Another process
that serves the database, or a PostgreSQL, cannot be watched so: then every look is made (`Runtime.news`; docs/decisions/0040).
"""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import Final

from feedbackbot.storage.runtime import Runtime

LONGEST_REST_SECONDS: Final = 120.0
"""After so long a look is made whatever is known: for what falls due without telling when."""


class Lookout:
    """Of one who looks. `ticks` are seconds that no change of a clock touches."""

    def __init__(self, runtime: Runtime, ticks: Callable[[], float] = monotonic) -> None:
        self._runtime = runtime
        self._ticks = ticks
        self._began: int | None = None
        self._empty_at: int | None = None
        self._until: datetime | None = None
        self._rests_until = 0.0

    def begins(self) -> bool:
        """Whether to look now; the look itself comes after this."""
        news = self._runtime.news()
        if self._rests(news):
            return False
        self._began, self._empty_at = news, None
        return True

    def found_nothing(self, until: datetime | None = None) -> None:
        """The look that has begun last. `until`: when something will be there though nobody commits anything."""
        self._empty_at, self._until = self._began, until
        self._rests_until = self._ticks() + LONGEST_REST_SECONDS

    def _rests(self, news: int | None) -> bool:
        if news is None or news != self._empty_at or self._ticks() >= self._rests_until:
            return False
        return self._until is None or self._runtime.now() < self._until
