"""A process that is killed between two transactions, and what the next run makes of it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from feedbackbot.storage.runtime import Runtime, Work

T = TypeVar("T")
J = TypeVar("J")


class Killed(BaseException):
    """What a SIGKILL is to whoever waits for a commit."""


class Dying(Runtime):
    """So many transactions are committed, then the process is gone."""

    commits = 0

    async def write(self, work: Work[T]) -> T:
        if self.commits == 0:
            raise Killed
        self.commits -= 1
        return await super().write(work)


def dying(runtime: Runtime, commits: int) -> Dying:
    made = Dying(runtime.database, runtime.now, runtime.settings)
    made.commits = commits
    return made


async def killed_at_each_step(runtime: Runtime, job: Callable[[Runtime], Awaitable[J]]) -> tuple[int, J]:
    """Run it, killed after its first transaction; again, killed after two; and so on, until one run gets through. Returns how many
    were killed, and what the last one said."""
    for commits in range(1, 100):
        try:
            return commits - 1, await job(dying(runtime, commits))
        except Killed:
            continue
    raise AssertionError("it never ends")
