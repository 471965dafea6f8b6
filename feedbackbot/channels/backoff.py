"""How long to wait before a chat service is tried again."""

import random


class Backoff:
    """Growing pauses with jitter, in seconds."""

    def __init__(self, first: float = 0.5, longest: float = 30.0) -> None:
        self._first = first
        self._longest = longest
        self._next = first

    def pause(self) -> float:
        """The next pause; each is up to twice as long as the one before."""
        pause = self._next * random.uniform(0.5, 1.0)  # noqa: S311  jitter, not a secret
        self._next = min(self._next * 2, self._longest)
        return pause

    def reset(self) -> None:
        self._next = self._first
