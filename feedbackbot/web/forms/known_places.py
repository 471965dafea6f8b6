"""Units as pages ask for them, remembered for a moment: under a crowd hundreds of people open the page of one office in a second."""

import time
from typing import Final

from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.forms.rate_on_page import RatedPlace, rated_place

_FOR_SECONDS: Final = 1.0
_MOST: Final = 500


class KnownPlaces:
    """A unit that was changed or closed shows it at most a second later; what is not there is asked for again each time."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._known: dict[tuple[str, str], tuple[float, RatedPlace]] = {}

    async def find(self, unit: str, counter: str = "") -> RatedPlace | None:
        """By their codes, as they stand in an address."""
        key, now = (unit[:40], counter[:20]), time.monotonic()
        until, place = self._known.get(key, (0.0, None))
        if place is not None and now < until:
            return place
        if place is not None:  # one asks again; all who come meanwhile get what was known
            self._known[key] = (now + _FOR_SECONDS, place)
        found = await self._runtime.read(lambda tx: rated_place(tx, *key))
        if len(self._known) >= _MOST:
            self._known.clear()
        if found is None:
            self._known.pop(key, None)
        else:
            self._known[key] = (now + _FOR_SECONDS, found)
        return found
