"""Whoever sends wrong keys again and again is not looked up any more: a limit by network address, in memory, for some minutes."""

from collections import deque
from datetime import datetime, timedelta
from typing import Final

MOST: Final = 20
_WITHIN: Final = timedelta(minutes=10)
_PLACES: Final = 10_000


class WrongKeys:
    """Of each process by itself; addresses are forgotten with the time, the oldest first where there are very many."""

    def __init__(self) -> None:
        self._moments: dict[str, deque[datetime]] = {}

    def wait(self, place: str, now: datetime) -> int:
        """Seconds until this address may try again; 0: it may now."""
        moments = self._fresh(place, now)
        return max(1, int((moments[0] + _WITHIN - now).total_seconds())) if len(moments) >= MOST else 0

    def note(self, place: str, now: datetime) -> None:
        """A wrong key came from there."""
        moments = self._fresh(place, now)
        moments.append(now)
        self._moments.pop(place, None)  # the newest stands last
        self._moments[place] = moments
        if len(self._moments) > _PLACES:
            del self._moments[next(iter(self._moments))]

    def _fresh(self, place: str, now: datetime) -> deque[datetime]:
        moments = self._moments.get(place) or deque(maxlen=MOST)
        while moments and not now - _WITHIN < moments[0] <= now:
            moments.popleft()
        if not moments:
            self._moments.pop(place, None)
        return moments
