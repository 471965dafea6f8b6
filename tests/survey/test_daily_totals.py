"""The daily totals always say what a count of the responses says."""

import asyncio
import random
from datetime import date, timedelta

from sqlalchemy import func, select

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.daily_totals import UnitTotals, totals_by_unit, unit_totals
from feedbackbot.storage.survey.tables import daily_total, response
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import begin_rating, change_rating, submit_rating
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE, test_settings
from tests.talk import Clock


async def test_totals_equal_the_responses_after_submitting_and_changing_side_by_side(
    database: Database,
) -> None:
    """Many people at the same moment, on PostgreSQL in connections of their own: nothing is lost or counted twice."""
    chance, clock = random.Random(7), Clock()
    work = Runtime(database, clock, test_settings()).write

    def answers() -> dict[str, int]:
        return {key: chance.randint(1, 4) for key in ELEMENT_KEYS}

    async def rate(person: int) -> None:
        unit, first, changed = chance.choice((1, 2)), answers(), answers()
        rating = await work(lambda tx: begin_rating(tx, person, unit, None, "memory", None, first))
        submitted = await work(lambda tx: submit_rating(tx, person, rating))
        assert submitted.response_id == rating
        again = await work(lambda tx: submit_rating(tx, person, rating))
        assert again == submitted, "submitting twice counts once"
        await work(lambda tx: change_rating(tx, rating, changed))

    await work(lambda tx: load_city_units(tx, LHOKSEUMAWE))
    for day in range(3):
        await asyncio.gather(*(rate(day * 100 + person) for person in range(25)))
        clock.passes(days=1)

    sums = [func.sum(response.c[key]) for key in ELEMENT_KEYS]
    for unit in (1, 2):
        counted = await work(
            lambda tx, unit=unit: tx.run(select(func.count(), *sums).where(response.c.unit_id == unit)).one()
        )
        totals = await work(lambda tx, unit=unit: unit_totals(tx, unit, date(2026, 1, 1), date(2026, 12, 31)))
        assert (totals.n, *totals.sums.values()) == tuple(counted)
        rows = await work(
            lambda tx, unit=unit: tx.run(
                select(*(response.c[key] for key in ELEMENT_KEYS)).where(response.c.unit_id == unit)
            ).all()
        )
        assert totals.total == sum(sum(row) for row in rows)
        assert totals.total_of_squares == sum(sum(row) ** 2 for row in rows)


async def test_one_persons_two_ratings_at_the_same_moment_count_once(database: Database) -> None:
    """Two chats of one person, submitted side by side."""
    work = Runtime(database, Clock(), test_settings()).write
    await work(lambda tx: load_city_units(tx, LHOKSEUMAWE))
    full = dict.fromkeys(ELEMENT_KEYS, 3)
    ratings = [await work(lambda tx: begin_rating(tx, 1, 1, None, "memory", None, full)) for _ in range(6)]
    done = await asyncio.gather(*(work(lambda tx, one=one: submit_rating(tx, 1, one)) for one in ratings))
    assert len({one.response_id for one in done}) == 1
    assert await work(lambda tx: tx.run(select(func.count()).select_from(response)).scalar_one()) == 1
    totals = await work(lambda tx: unit_totals(tx, 1, date(2026, 1, 1), date(2026, 12, 31)))
    assert (totals.n, totals.total) == (1, 27)


async def test_a_rating_counts_under_the_citys_day_not_under_utc(database: Database) -> None:
    clock = Clock()
    clock.now = clock.now.replace(hour=18)  # one o'clock the next morning in Lhokseumawe
    full = dict.fromkeys(ELEMENT_KEYS, 4)

    def work(connection):  # type: ignore[no-untyped-def]
        tx = Transaction(connection, clock(), test_settings())
        load_city_units(tx, LHOKSEUMAWE)
        submit_rating(tx, 1, begin_rating(tx, 1, 1, None, "memory", None, full))
        return tx.run(select(daily_total.c.day)).scalar_one()

    assert await database.write(work) == clock.now.date() + timedelta(days=1)


async def test_an_incomplete_rating_is_not_counted(database: Database) -> None:
    def work(connection):  # type: ignore[no-untyped-def]
        tx = Transaction(connection, Clock()(), test_settings())
        load_city_units(tx, LHOKSEUMAWE)
        partial = begin_rating(tx, 1, 1, None, "memory", None, {"waktu": 3})
        return (
            submit_rating(tx, 1, partial),
            change_rating(tx, partial, {"waktu": 1}),
            submit_rating(tx, 1, 999),
        )

    assert await database.write(work) == (None, False, None)


async def test_a_unit_of_work_sees_its_own_rating_in_the_totals_that_it_changes_last(
    database: Database,
) -> None:
    """All who rate a unit change one row: on PostgreSQL right before the commit, so that they wait for that alone."""
    first, last, lasting = date(2026, 1, 1), date(2026, 12, 31), []

    def totals(tx: Transaction) -> UnitTotals:
        return unit_totals(tx, 1, first, last)

    def work(tx: Transaction) -> list[UnitTotals]:
        load_city_units(tx, LHOKSEUMAWE)
        rating = begin_rating(tx, 1, 1, None, "memory", None, dict.fromkeys(ELEMENT_KEYS, 4))
        submit_rating(tx, 1, rating)
        seen = [totals(tx)]
        change_rating(tx, rating, {"waktu": 1})
        lasting.extend(tx.left_for_the_end)
        seen.append(totals(tx))
        by_unit = totals_by_unit(tx, first, last, with_flagged=False)
        assert by_unit == {1: totals(tx)}
        return seen

    runtime = Runtime(database, Clock(), test_settings())
    seen = await runtime.write(work)
    # nine times the same answer is marked, and the change takes the mark away
    assert [(one.n, one.total, one.flagged) for one in seen] == [(1, 36, 1), (1, 33, 0)]
    assert await runtime.read(totals) == seen[-1]
    assert bool(lasting) is (database.dialect == "postgresql")
