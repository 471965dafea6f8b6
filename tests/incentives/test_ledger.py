"""The ledger of points: its sum is the balance, no cause pays twice, whatever repeats and whoever runs at once."""

import asyncio
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, select

from feedbackbot.domain.incentives.seasons import season_of
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.incentives.points import Entry, book, entries_of, season_sum, total
from feedbackbot.storage.incentives.tables import point_entry
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.incentives.book_points import book_points
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE, test_settings
from tests.city_staff import answer, attend, hire, invite, miss, offer_training, pass_course
from tests.talk import Clock
from tests.usecase_runner import Desk

NOW = Clock().now


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def keys(entries: list[Entry]) -> set[str]:
    return {entry.cause_key for entry in entries}


async def test_what_was_recorded_elsewhere_is_booked_once_however_often_the_job_runs(desk: Desk) -> None:
    [fajar] = await desk.do(hire, 1)
    training, session = await desk.do(offer_training)
    await desk.do(invite, training, [fajar])
    await desk.do(answer, training, fajar)
    await desk.do(attend, session, fajar)
    await desk.do(pass_course, training, fajar)
    counts = [await desk.do(book_points) for _ in range(3)]
    assert [one["booked"] for one in counts] == [3, 0, 0]
    assert await desk.do(total, fajar) == 20 + 30 + 5


async def test_a_late_answer_earns_nothing_and_a_no_as_much_as_a_yes(desk: Desk) -> None:
    yes, no, late = await desk.do(hire, 3)
    training, _ = await desk.do(offer_training, register_until=desk.clock.now + timedelta(days=2))
    await desk.do(invite, training, [yes, no, late])
    await desk.do(answer, training, yes, "seated")
    await desk.do(answer, training, no, "declined")
    desk.clock.passes(days=3)
    await desk.do(answer, training, late, "seated")
    await desk.do(book_points)
    assert [await desk.do(total, one) for one in (yes, no, late)] == [5, 5, 0]


async def test_waiting_with_the_answer_earns_nothing_yet(desk: Desk) -> None:
    [fajar] = await desk.do(hire, 1)
    training, _ = await desk.do(offer_training)
    await desk.do(invite, training, [fajar])
    await desk.do(answer, training, fajar, "later")
    await desk.do(book_points)
    assert await desk.do(total, fajar) == 0


async def test_an_attendance_entered_for_the_wrong_person_is_taken_back_in_its_own_season(desk: Desk) -> None:
    [fajar] = await desk.do(hire, 1)
    _, session = await desk.do(offer_training, starts_at=desk.clock.now)
    await desk.do(attend, session, fajar)
    season = season_of(desk.clock.now).key
    await desk.do(book_points)
    desk.clock.passes(days=60)
    await desk.do(miss, session, fajar)
    await desk.do(book_points)
    await desk.do(book_points)
    assert keys(await desk.do(entries_of, fajar)) == {f"attended:{session}", f"taken-back:attended:{session}"}
    assert await desk.do(season_sum, fajar, season) == 0 == await desk.do(total, fajar)


async def test_a_unit_that_reaches_its_goal_pays_each_who_took_part_once(desk: Desk) -> None:
    await desk.do(load_city_units, LHOKSEUMAWE)
    five = await desk.do(hire, 5, units=[1])
    _, session = await desk.do(offer_training, starts_at=desk.clock.now)
    for one in five[:3]:
        await desk.do(attend, session, one)
    await desk.do(book_points)
    await desk.do(book_points)
    assert [await desk.do(total, one) for one in five] == [35, 35, 35, 0, 0]
    await desk.do(attend, session, five[3])
    await desk.do(book_points)
    assert await desk.do(total, five[3]) == 35 and await desk.do(total, five[0]) == 35


async def test_a_unit_below_its_goal_or_too_small_for_a_team_pays_nobody(desk: Desk) -> None:
    await desk.do(load_city_units, LHOKSEUMAWE)
    below, small = await desk.do(hire, 5, units=[1]), await desk.do(hire, 4, units=[2])
    _, session = await desk.do(offer_training, starts_at=desk.clock.now)
    for one in (*below[:2], *small):
        await desk.do(attend, session, one)
    await desk.do(book_points)
    assert {await desk.do(total, one) for one in (*below[:2], *small)} == {20}


ENTRIES = st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abcde"), st.integers(-30, 30)), max_size=30)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ENTRIES, st.integers(1, 5))
def test_the_sum_of_the_rows_is_the_balance_and_a_cause_pays_once(
    wanted: list[tuple[int, str, int]], part: int
) -> None:
    """Booked in parts of any size, each part twice."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        tx = Transaction(connection, NOW, test_settings())
        hire(tx, 3)
        entries = [Entry(who, key, points, "2026-Q4", NOW) for who, key, points in wanted]
        for start in range(0, len(entries), part):
            for _ in range(2):
                book(tx, entries[start : start + part])
        first: dict[tuple[int, str], int] = {}
        for who, key, points in wanted:
            first.setdefault((who, key), points)
        for who in (1, 2, 3):
            mine = {key: points for (one, key), points in first.items() if one == who}
            assert {e.cause_key: e.points for e in entries_of(tx, who)} == mine
            assert total(tx, who) == season_sum(tx, who, "2026-Q4") == sum(mine.values())
    engine.dispose()


async def test_two_processes_that_book_the_same_events_at_once_pay_once(database_url: str) -> None:
    """Each with its own connections; on PostgreSQL their transactions really overlap."""
    first = open_database(database_url, synchronous="NORMAL", pool=4)
    second = open_database(database_url, synchronous="NORMAL", pool=4)
    one, other = Desk(first), Desk(second)
    try:
        staff = await one.do(hire, 40)
        _, session = await one.do(offer_training, starts_at=one.clock.now)
        for who in staff:
            await one.do(attend, session, who)
        counts = await asyncio.gather(*(desk.do(book_points) for desk in (one, other) * 3))
        rows = await one.rows(select(point_entry.c.employee_id, point_entry.c.cause_key))
        assert len(rows) == len(set(rows)) == 40
        assert sum(count["booked"] for count in counts) == 40
    finally:
        await first.close()
        await second.close()
