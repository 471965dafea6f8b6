"""Breakdowns by channel and profile say what a count of the ratings says, whatever is kept of them and whatever happens meanwhile."""

import asyncio
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, update

from feedbackbot.storage.database import Database
from feedbackbot.storage.survey.part_tables import changed_day, part_progress, part_total
from feedbackbot.storage.survey.tables import response
from feedbackbot.usecases.privacy.unlink_ratings import unlink_ratings
from feedbackbot.usecases.survey.keep_part_totals import keep_part_totals
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE
from tests.survey.parts import AnyCity, parts_counted, parts_read
from tests.talk import Clock
from tests.usecase_runner import Desk

ALWAYS = date(2020, 1, 1), date(2040, 1, 1)
HAPPENS = (
    "rates", "rates", "rates", "changes", "says", "says", "erases", "joins", "doubts", "brings_a_sheet", "takes_a_sheet_back",
    "hours_pass", "hours_pass", "clock_is_set_back", "job_runs", "another_job_counts", "the_other_job_keeps",
)  # fmt: skip


@pytest.fixture
async def desk(database: Database) -> Desk:
    desk = Desk(database)
    await desk.do(load_city_units, LHOKSEUMAWE)
    return desk


async def is_exact(desk: Desk, first: date, last: date) -> None:
    assert await desk.look(parts_read, first, last) == await desk.look(parts_counted, first, last)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(HAPPENS), min_size=5, max_size=30), st.integers(0, 10**6))
async def test_any_order_of_what_may_happen_leaves_breakdowns_exact_at_every_moment(
    desk: Desk, happens: list[str], seed: int
) -> None:
    desk.clock.now = Clock.now
    city = AnyCity(desk, Random(seed))
    await city.empties()
    for what in happens:
        await getattr(city, what)()
        await is_exact(desk, *ALWAYS)
        await is_exact(desk, date(2026, 11, 10), date(2026, 11, 25))


async def lived(desk: Desk, days: int = 10) -> AnyCity:
    """A city with a week or so of ratings, all counted."""
    city = AnyCity(desk, Random(7))
    for _ in range(days):
        for _ in range(4):
            await city.rates()
            await city.says()
        desk.clock.passes(days=1)
    await city.job_runs()
    return city


async def test_days_that_are_over_are_read_from_the_totals_and_not_from_the_ratings(desk: Desk) -> None:
    """Whoever changes a rating past all marks is not seen, until all is counted anew after a week."""
    await lived(desk)
    before = await desk.look(parts_read, *ALWAYS)
    await desk.do(lambda tx: tx.run(update(response).values(channel="elsewhere")))
    assert await desk.look(parts_read, *ALWAYS) == before
    desk.clock.passes(days=8)
    for _ in range(5):
        await keep_part_totals(desk.runtime)
    assert await desk.look(parts_read, *ALWAYS) != before
    await is_exact(desk, *ALWAYS)


async def test_a_rating_of_today_marks_nothing_and_a_late_change_is_counted_anew_once(desk: Desk) -> None:
    await lived(desk)
    city = AnyCity(desk, Random(2), people=(5, 6))
    await city.rates()
    await city.says()
    assert await desk.rows(select(func.count()).select_from(changed_day)) == [0]
    assert await keep_part_totals(desk.runtime) == {"days": 0}
    desk.clock.passes(days=1)
    await city.rates()
    await city.brings_a_sheet()
    marked = set(await desk.rows(select(changed_day.c.unit_id, changed_day.c.day)))
    await is_exact(desk, *ALWAYS)
    counted = await keep_part_totals(desk.runtime)
    assert counted["days"] >= len(marked) > 0
    assert await desk.rows(select(func.count()).select_from(changed_day)) == [0]
    assert await keep_part_totals(desk.runtime) == {"days": 0}


async def test_a_day_is_counted_an_hour_after_it_is_over(desk: Desk) -> None:
    city = AnyCity(desk, Random(1))
    await city.rates()
    desk.clock.passes(hours=14.5)  # half past midnight in Lhokseumawe
    assert await keep_part_totals(desk.runtime) == {"days": 0}
    desk.clock.passes(hours=1)
    assert await keep_part_totals(desk.runtime) == {"days": 1}


async def test_what_a_person_said_is_gone_from_the_totals_with_the_erasure_itself(desk: Desk) -> None:
    """A total of one person would tell what was erased, so it does not wait for the job."""
    city = await lived(desk)
    for person in range(1, 5):
        await desk.do(unlink_ratings, person)
    said = select(part_total.c.value).where(part_total.c.dimension != "channel", part_total.c.value != "")
    assert await desk.rows(said) == []
    await is_exact(desk, *ALWAYS)
    await city.job_runs()
    assert await desk.rows(said) == []
    assert await desk.rows(select(func.count()).select_from(part_total)) != [0]
    await is_exact(desk, *ALWAYS)


async def test_the_first_catch_up_goes_on_where_a_run_of_it_ended(desk: Desk) -> None:
    city = AnyCity(desk, Random(3))
    for _ in range(20):
        await city.brings_a_sheet()
    desk.clock.passes(days=2)
    await keep_part_totals(desk.runtime)
    assert len(await desk.rows(select(part_progress.c.unit_id))) == 2
    await is_exact(desk, *ALWAYS)


async def test_a_release_that_knows_another_column_reads_the_ratings_until_all_is_counted_anew(
    desk: Desk,
) -> None:
    await lived(desk)
    before = await desk.rows(select(func.count()).select_from(part_total))
    await desk.do(lambda tx: tx.run(update(part_progress).values(dimensions="channel")))
    await desk.do(lambda tx: tx.run(delete(part_total).where(part_total.c.dimension != "channel")))
    await is_exact(desk, *ALWAYS)
    await keep_part_totals(desk.runtime)
    assert await desk.rows(select(func.count()).select_from(part_total)) == before
    await is_exact(desk, *ALWAYS)


async def test_side_by_side_ratings_erasures_and_two_jobs_lose_nothing(desk: Desk) -> None:
    """On PostgreSQL in connections of their own."""
    await lived(desk, days=4)
    cities = [AnyCity(desk, Random(number)) for number in range(4)]

    async def lives(city: AnyCity) -> None:
        for what in ("brings_a_sheet", "rates", "says", "erases", "brings_a_sheet", "takes_a_sheet_back"):
            await getattr(city, what)()

    async def reads() -> None:
        for _ in range(10):
            await desk.look(lambda tx: _same(parts_read(tx, *ALWAYS), parts_counted(tx, *ALWAYS)))

    jobs = [keep_part_totals(desk.runtime) for _ in range(2)]
    await asyncio.gather(*(lives(city) for city in cities), *jobs, reads())
    await keep_part_totals(desk.runtime)
    await is_exact(desk, *ALWAYS)


def _same(one: object, other: object) -> None:
    """In one snapshot."""
    assert one == other
