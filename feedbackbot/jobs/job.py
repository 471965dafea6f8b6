"""The one shape of job: a name, a trigger, and work that gets the runtime and returns counts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger

from feedbackbot.clock import city_zone
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction

Counts = dict[str, int]
Step = Callable[[Transaction], Counts]


@dataclass(frozen=True, slots=True)
class Job:
    """`trigger` is in the city's time zone; `work` claims its rows, so two processes do nothing twice. Of several processes one does it,
    or each where it is for each (`everywhere`). `rests`: it finds nothing but what was committed, so it is not run again while nothing was
    (`storage.lookout`)."""

    name: str
    trigger: BaseTrigger
    work: Callable[[Runtime], Awaitable[Counts]]
    everywhere: bool = False
    rests: bool = False


def once(step: Step) -> Callable[[Runtime], Awaitable[Counts]]:
    """Work of one transaction."""

    async def work(runtime: Runtime) -> Counts:
        return await runtime.write(step)

    return work


def until_done(step: Step) -> Callable[[Runtime], Awaitable[Counts]]:
    """Work in bounded transactions, until one has nothing to count."""

    async def work(runtime: Runtime) -> Counts:
        total: Counts = {}
        while True:
            counts = await runtime.write(step)
            total = {key: total.get(key, 0) + count for key, count in counts.items()}
            if not any(counts.values()):
                return total

    return work


def at(**fields: object) -> CronTrigger:
    """A moment of the city's clock: hour=8, minute=30, day_of_week="mon" …"""
    return CronTrigger(timezone=city_zone(), **fields)
