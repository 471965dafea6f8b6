"""What a task is, and the city in which it is talked through."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.cases.office import Office
from tests.talk import Clock, Talker
from tests.tasks.walking import Walk


@dataclass(frozen=True, slots=True)
class City:
    """A staffed registry office, and a citizen."""

    office: Office
    ani: Talker
    clock: Clock


@dataclass(frozen=True, slots=True)
class Task:
    """`most`: taps and texts together, at most."""

    name: str
    most: int
    does: Callable[[City, Walk], Awaitable[None]]
