"""`python -m benchmarks.cities.timetable [cities]`: what the timetables of so many cities (1,000) ask for on one day.

What is measured: the processor that each job takes in a city that has lived with the bot for a year, of which hardly anything is new (the
demonstration's, 9,000 ratings), median of five runs. What is simulated: when each job of each city begins, by its own trigger and the
three time zones as Indonesia's 514 regencies and cities lie in them. No process of a thousand cities is run here (`benchmarks.cities`).
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.triggers.interval import IntervalTrigger

from benchmarks.kept import keep
from conversations import ALL, HOME
from feedbackbot.assistant import Assistant
from feedbackbot.jobs.job import Job
from feedbackbot.playground.living.city import live_a_year
from feedbackbot.settings import Settings, load_settings
from feedbackbot.storage.lookout import LONGEST_REST_SECONDS
from feedbackbot.telemetry import set_up_logging
from feedbackbot.usecases.units.prepare_database import prepare_database
from feedbackbot.wiring import assemble

_RUNS = 5
_DAY = datetime(2026, 12, 7, tzinfo=UTC)  # a Monday in all three zones from one in the morning on
_REGENCIES = {0: 301, 1: 150, 2: 63}
"""How many regencies and cities have so many hours more than Jakarta."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A job, and the seconds of processor that one run takes where there is nothing new."""

    job: Job
    cpu: float

    def seconds_between(self, *, resting: bool) -> float | None:
        """None for one that runs at an hour of the day."""
        if not isinstance(self.job.trigger, IntervalTrigger):
            return None
        every: float = self.job.trigger.interval.total_seconds()
        return max(every, LONGEST_REST_SECONDS) if resting and self.job.rests else every


async def measured_in(settings: Settings) -> list[Measured]:
    """Each job of a city of one year, run until nothing is left to do, and then some times more."""
    await prepare_database(settings)
    await live_a_year(settings)
    assistant = assemble(settings, ALL, HOME)
    try:
        return [Measured(job, await _cost_of(job, assistant)) for job in assistant.timetable.jobs]
    finally:
        await assistant.runtime.database.close()
        await assistant.render.close()
        await assistant.reading.close()


async def _cost_of(job: Job, assistant: Assistant) -> float:
    costs = []
    for _ in range(_RUNS + 1):
        began = time.process_time()
        await job.work(assistant.runtime)
        costs.append(time.process_time() - began)
    return statistics.median(costs[1:])


def moments(job: Job) -> list[datetime]:
    """When it begins in a city of Jakarta's time on one day, where it runs at an hour of the day."""
    found, at = [], _DAY
    while (at := job.trigger.get_next_fire_time(None, at)) < _DAY + timedelta(days=1):
        found.append(at)
        at += timedelta(microseconds=1)
    return found


def fullest_seconds(jobs: Sequence[Measured], cities: int) -> list[tuple[datetime, int, float, list[str]]]:
    """(moment, how many begin, seconds of processor, which) of the seconds with most to do, for jobs at an hour of the day."""
    begins, cpu, names = (
        defaultdict[datetime, int](int),
        defaultdict[datetime, float](float),
        defaultdict[datetime, set[str]](set),
    )
    whole = sum(_REGENCIES.values())
    for one in jobs:
        if one.seconds_between(resting=False) is not None:
            continue
        for moment in moments(one.job):
            for east, share in _REGENCIES.items():
                there, count = moment - timedelta(hours=east), round(cities * share / whole)
                begins[there] += count
                cpu[there] += count * one.cpu
                names[there].add(one.job.name)
    fullest = sorted(cpu, key=lambda at: cpu[at], reverse=True)[:5]
    return [(at, begins[at], cpu[at], sorted(names[at])) for at in fullest]


def around_the_clock(jobs: Sequence[Measured], cities: int, *, resting: bool) -> tuple[float, float]:
    """Runs a second, and the part of a core that they take."""
    runs = load = 0.0
    for one in jobs:
        if every := one.seconds_between(resting=resting):
            runs, load = runs + cities / every, load + cities * one.cpu / every
    return runs, load


def main() -> None:
    cities = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    set_up_logging("console", "ERROR")
    with tempfile.TemporaryDirectory(prefix="bench-timetable-") as folder:
        url = f"sqlite:///{Path(folder) / 'city.db'}"
        settings = load_settings(
            None, database_url=url, secret_key="k" * 40, mark_as_sample=True, telegram_token="1:a"
        )
        jobs = asyncio.run(measured_in(settings))
    print(f"| {cities:,} cities, {len(jobs)} jobs each | runs a second | cores |\n|---|---|---|")
    found = {
        "every so often, each look made": around_the_clock(jobs, cities, resting=False),
        "every so often, cities at rest": around_the_clock(jobs, cities, resting=True),
    }
    for name, (runs, load) in found.items():
        print(f"| {name} | {runs:,.0f} | {load:,.2f} |")
    print("\n| second (UTC) | jobs that begin | s of processor | which |\n|---|---|---|---|")
    peaks = fullest_seconds(jobs, cities)
    for at, begin, spent, names in peaks:
        print(f"| {at.astimezone(UTC):%a %H:%M} | {begin:,} | {spent:,.1f} | {', '.join(names)} |")
    keep(
        "cities-timetable",
        {
            "runs a second": {name: runs for name, (runs, _) in found.items()},
            "cores": {name: load for name, (_, load) in found.items()},
            "s of processor that fall due at once": {f"{at:%H:%M} UTC": spent for at, _, spent, _ in peaks},
        },
    )


if __name__ == "__main__":
    main()
