"""Wrong keys from one network address, counted for some minutes: beyond a limit they are told to wait. A right key never is."""

from collections import deque
from datetime import datetime, timedelta
from typing import Final

_WITHIN: Final = timedelta(minutes=10)
_PLACES: Final = 10_000


class WrongKeys:
    """Of each process by itself; addresses are forgotten with the time, the oldest first where there are very many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._moments: dict[str, deque[datetime]] = {}

    def wait(self, place: str, now: datetime) -> int:
        """Seconds until this address may try again; 0: it may now."""
        moments = self._fresh(place, now)
        return max(1, int((moments[0] + _WITHIN - now).total_seconds())) if len(moments) >= self._most else 0

    def note(self, place: str, now: datetime) -> None:
        """A wrong key came from there."""
        moments = self._fresh(place, now)
        moments.append(now)
        self._moments.pop(place, None)  # the newest stands last
        self._moments[place] = moments
        if len(self._moments) > _PLACES:
            del self._moments[next(iter(self._moments))]

    def _fresh(self, place: str, now: datetime) -> deque[datetime]:
        moments = self._moments.get(place) or deque(maxlen=self._most)
        while moments and not now - _WITHIN < moments[0] <= now:
            moments.popleft()
        if not moments:
            self._moments.pop(place, None)
        return moments
