"""How fast the number may write: to one person, over all, and to how many people outside their window."""

import time
from collections import OrderedDict, deque

from feedbackbot.playground.whatsapp.account import Account
from feedbackbot.playground.whatsapp.refusals import PAIR_LIMIT, TOO_FAST, GraphRefusal

DAY = 24 * 3600
MOST_PAIRS = 100_000


class Limits:
    """Counts by the real clock plus the announced offset, so that a day skipped on the page is a day of rest here too."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.offset_seconds = 0.0
        self._pairs: OrderedDict[int, tuple[float, float]] = OrderedDict()
        self._second: deque[float] = deque()
        self._templated: OrderedDict[int, float] = OrderedDict()

    def _now(self) -> float:
        return time.monotonic() + self.offset_seconds

    def count_incoming(self) -> None:
        """A message came in: it counts against the number's throughput, and is never refused."""
        if self.account.per_second:
            self._second.append(self._now())

    def count(self, person_id: int | None) -> None:
        """A message is to go out. Raises `GraphRefusal` where it goes over a limit; then it is not counted."""
        now = self._now()
        if self.account.per_second:
            while self._second and self._second[0] <= now - 1:
                self._second.popleft()
            if len(self._second) >= self.account.per_second:
                raise GraphRefusal(
                    TOO_FAST, f"more than {self.account.per_second} messages a second, in and out"
                )
        if self.account.pair_burst and person_id is not None:
            self._count_pair(person_id, now)
        if self.account.per_second:
            self._second.append(now)

    def _count_pair(self, person_id: int, now: float) -> None:
        debt, since = self._pairs.get(person_id, (0.0, now))
        debt = max(0.0, debt - (now - since) / self.account.pair_seconds)
        if debt + 1 > self.account.pair_burst:
            raise GraphRefusal(PAIR_LIMIT, "too many messages to this person in a short time")
        self._pairs[person_id] = (debt + 1, now)
        self._pairs.move_to_end(person_id)
        if len(self._pairs) > MOST_PAIRS:
            self._pairs.popitem(last=False)

    def is_full(self, person_id: int) -> bool:
        """Count a person outside the window; True where the portfolio may not write to any more today."""
        now = self._now()
        while self._templated and next(iter(self._templated.values())) <= now - DAY:
            self._templated.popitem(last=False)
        if person_id not in self._templated and len(self._templated) >= self.account.portfolio_limit:
            return True
        self._templated.setdefault(person_id, now)
        return False

    @property
    def templated(self) -> int:
        """People written to outside their window within a day."""
        return len(self._templated)
