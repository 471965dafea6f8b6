"""Count days that are over by channel and profile, so that a breakdown costs the days it spans and not the ratings.

All reading is done beside the writer, a week of a unit at a time; keeping it takes some milliseconds. What is not counted yet is read
from the ratings, so nobody has to wait for this job: after an update it catches up, and each night it adds the day before.
"""

from datetime import date, timedelta
from functools import partial
from typing import Final

from feedbackbot.domain.calendar import city_day
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.part_totals import (
    begin_units,
    count_anew,
    go_back,
    is_too_far,
    keep_stretch,
    next_stretch,
    unit_to_count_anew,
    units_counted_otherwise,
    units_to_begin,
)

JOB, EVERY = "keep_part_totals", timedelta(minutes=10)
# a rating of yesterday's last moment is surely committed by then, and no clock of ours is that wrong
_SURELY_OVER = timedelta(hours=1)
# whatever went wrong (a clock, an old release that ran beside and marks nothing) is right again after so long
_COUNTED_ANEW: Final = timedelta(days=7)
_MOST_STRETCHES = 1000


async def keep_part_totals(runtime: Runtime) -> dict[str, int]:
    """How many days of units were counted: all that wait, but no more than some minutes' work. Two at once do no harm: each keeps only
    what the other has not."""
    today = city_day(runtime.now())
    last = city_day(runtime.now() - _SURELY_OVER) - timedelta(days=1)
    await _prepare(runtime, last, today)
    days = 0
    for _ in range(_MOST_STRETCHES):
        stretch = await runtime.read(lambda tx: next_stretch(tx, last))
        if stretch is None:
            old = await runtime.read(lambda tx: unit_to_count_anew(tx, today - _COUNTED_ANEW))
            await _count_anew(runtime, [] if old is None else [old], last, today)
            break
        if await runtime.write(partial(keep_stretch, stretch=stretch)):
            days += len(stretch.days)
    return {"days": days}


async def _prepare(runtime: Runtime, last: date, today: date) -> None:
    if await runtime.read(lambda tx: is_too_far(tx, last)):
        await runtime.write(lambda tx: go_back(tx, last))
    if fresh := await runtime.read(units_to_begin):
        await runtime.write(lambda tx: begin_units(tx, fresh, last, today))
    await _count_anew(runtime, await runtime.read(units_counted_otherwise), last, today)


async def _count_anew(runtime: Runtime, unit_ids: list[int], last: date, today: date) -> None:
    for unit_id in unit_ids:
        await runtime.write(partial(count_anew, unit_id=unit_id, last=last, today=today))
