"""An hour is a burst by the unit's own normal hour, and marking it keeps nobody waiting."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from feedbackbot.domain.survey.bursts import burst_hours
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.database import Database
from feedbackbot.storage.survey.daily_totals import UnitTotals, add_to_day, unit_totals
from feedbackbot.storage.survey.responses import lock_response
from feedbackbot.storage.survey.tables import response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.mark_bursts import BurstMarking
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE
from tests.usecase_runner import Desk

NINE = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LATER = NINE + timedelta(days=3)


def hours(*counts: int, first: datetime = NINE) -> dict[datetime, int]:
    return {first + number * HOUR: count for number, count in enumerate(counts) if count}


@given(st.integers(1, 100_000), st.integers(2, 200), st.integers(0, 24 * 9))
def test_an_even_stream_is_no_burst_whatever_its_rate_and_from_its_first_hour_on(
    rate: int, length: int, after: int
) -> None:
    assert burst_hours(hours(*[rate] * length), NINE + after * HOUR) == frozenset()


def test_an_hour_far_above_the_normal_ones_is_a_burst_even_before_it_ends() -> None:
    quiet = hours(2, 1, 3, 2, 2, 4, first=NINE - timedelta(days=2))
    assert burst_hours(quiet | {NINE: 21}, NINE + timedelta(minutes=10)) == {NINE}
    busy = hours(10, 12, 9, 11, 10, 10, first=NINE - timedelta(days=2))
    assert burst_hours(busy | {NINE: 30}, LATER) == frozenset()
    assert burst_hours(busy | {NINE: 50}, LATER) == {NINE}


def test_a_handful_is_never_a_burst() -> None:
    assert burst_hours(hours(1, 1, 1, 1, 1, 1, 20), LATER) == frozenset()


def test_a_unit_without_a_past_is_judged_by_the_hours_around_once_these_are_known() -> None:
    alone = {NINE: 30}
    assert burst_hours(alone, NINE + 3 * HOUR) == frozenset()
    assert burst_hours(alone, NINE + 4 * HOUR) == {NINE}
    assert burst_hours(hours(30, 25, 28), NINE + 4 * HOUR) == frozenset()


def test_a_rise_that_lasts_is_normal_after_some_hours() -> None:
    found = burst_hours(hours(*[2] * 8, *[60] * 8), LATER)
    assert found == {NINE + number * HOUR for number in (8, 9, 10)}


@pytest.fixture
async def office(database: Database) -> Desk:
    desk = Desk(database)
    await desk.do(load_city_units, LHOKSEUMAWE)
    return desk


async def come_in(office: Desk, counts: Mapping[datetime, int], unit_id: int = 1, **values: object) -> None:
    """So many ratings in each hour, evenly; every third with one answer throughout."""

    def work(tx: Transaction) -> None:
        for hour, count in counts.items():
            for number in range(count):
                flags = "" if number % 3 else "straight-line"
                moment = hour + number * HOUR / count
                row = {
                    "pseudonym": f"{unit_id}-{moment.isoformat()}"[:32], "unit_id": unit_id, "channel": "memory",
                    "started_at": moment, "submitted_at": moment, "day": date(2026, 7, 1), "flags": flags,
                    "sample": False, **dict.fromkeys(ELEMENT_KEYS, 3), **values,
                }  # fmt: skip
                made = tx.run(insert(response).values(row).returning(response.c.id)).scalar_one()
                found = lock_response(tx, made)
                assert found is not None
                add_to_day(tx, found, date(2026, 7, 1), flagged=bool(flags))

    await office.do(work)


async def totals(office: Desk, unit_id: int, *, with_flagged: bool) -> UnitTotals:
    day = date(2026, 7, 1)
    return await office.look(unit_totals, unit_id, day, day, with_flagged=with_flagged)


async def test_a_burst_is_marked_whole_in_steps_and_its_totals_follow(office: Desk) -> None:
    await come_in(office, hours(*[2] * 6, 250))
    await come_in(office, hours(40, 40), unit_id=2)
    office.clock.now = NINE + 7 * HOUR
    marking = BurstMarking()
    assert await marking.run(office.runtime) == {"marked": 250}
    found = await totals(office, 1, with_flagged=True)
    # of each 2 before, the first has one answer throughout
    assert (found.n, found.sums["waktu"], found.flagged) == (262, 3 * 262, 250 + 6)
    assert (await totals(office, 1, with_flagged=False)).n == 6
    office.clock.passes(hours=1)
    assert await marking.run(office.runtime) == {"marked": 0}
    flags = await office.rows(select(response.c.flags).where(response.c.unit_id == 1).distinct())
    assert sorted(flags) == ["", "burst", "burst,straight-line", "straight-line"]
    assert (await totals(office, 2, with_flagged=True)).flagged == 2 * 14


async def test_sample_data_and_sheets_are_no_burst(office: Desk) -> None:
    await come_in(office, hours(*[2] * 6, 60), sample=True)
    await come_in(office, hours(*[2] * 6, 60), unit_id=2, channel="sheet")
    office.clock.now = NINE + 12 * HOUR
    assert await BurstMarking().run(office.runtime) == {"marked": 0}


async def test_of_two_processes_one_looks(office: Desk) -> None:
    await come_in(office, hours(*[2] * 6, 60))
    office.clock.now = NINE + 7 * HOUR
    one, other = (BurstMarking() for _ in range(2))
    assert [await one.run(office.runtime), await other.run(office.runtime)] == [{"marked": 60}, {"marked": 0}]
    await come_in(office, {NINE + 6 * HOUR: 10})
    office.clock.passes(minutes=10)
    assert await other.run(office.runtime) == {"marked": 10}
