"""One module of figures: golden results, periods, parts, protection of small numbers."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.period import free_period, parse_period
from feedbackbot.reports.figures import (
    by_channel,
    by_profile,
    by_service,
    change_between,
    figures_of_unit,
    figures_of_units,
    trend,
)
from feedbackbot.reports.figures.breakdown import NOT_SAID, REST
from tests.builders import test_settings
from tests.reports.figures.conftest import Ratings

HALF = parse_period("2026-S2")


@pytest.mark.parametrize(("weight", "ikm"), [("1/9", "78.74"), ("0.111", "78.66"), ("0.11", "77.95")])
async def test_the_published_answers_give_the_published_index(
    ratings: Ratings, weight: str, ikm: str
) -> None:
    for answers in sekadau_answers():
        await ratings.rate(answers)
    ratings.settings = test_settings(survey_weight=weight)
    figures = await ratings.ask(figures_of_unit, 1, HALF)
    assert figures.index is not None and figures.interval is not None
    assert (figures.index.ikm, figures.index.grade.value, figures.n) == (Decimal(ikm), "B", 49)
    assert [figures.totals.sums[key] for key in ELEMENT_KEYS] == [138, 139, 150, 177, 159, 163, 161, 143, 159]
    assert figures.interval.contains(float(figures.index.ikm))
    assert all(figures.element_intervals[key].contains(float(figures.index.nrr[key])) for key in ELEMENT_KEYS)


async def test_an_empty_period_has_no_result_and_one_respondent_no_interval(ratings: Ratings) -> None:
    empty = await ratings.ask(figures_of_unit, 1, parse_period("2025"))
    assert (empty.n, empty.index, empty.interval) == (0, None, None)
    await ratings.rate(4)
    one = await ratings.ask(figures_of_unit, 1, HALF)
    assert one.index is not None
    assert (one.index.ikm, one.interval, one.element_intervals) == (Decimal("100.00"), None, {})


async def test_a_rating_half_done_at_the_end_of_the_period_is_in_no_result(ratings: Ratings) -> None:
    ratings.now = datetime(2026, 12, 31, 16, 59, tzinfo=UTC)
    await ratings.rate(dict.fromkeys(ELEMENT_KEYS[:8], 4))
    assert (await ratings.ask(figures_of_unit, 1, HALF)).n == 0


async def test_midnight_is_that_of_the_city(ratings: Ratings) -> None:
    """17.00 UTC is midnight in Jakarta's zone: a second earlier belongs to the old half year."""
    ratings.now = datetime(2026, 6, 30, 16, 59, 59, tzinfo=UTC)
    await ratings.rate(4)
    ratings.now = datetime(2026, 6, 30, 17, 0, 0, tzinfo=UTC)
    await ratings.rate(1)
    old = await ratings.ask(figures_of_unit, 1, HALF.before)
    new = await ratings.ask(figures_of_unit, 1, HALF)
    assert old.index is not None and new.index is not None
    assert (old.index.ikm, new.index.ikm) == (Decimal("100.00"), Decimal("25.00"))


async def test_marked_ratings_are_in_or_out_by_the_setting_and_always_told(ratings: Ratings) -> None:
    await ratings.rate(4)
    await ratings.rate(dict.fromkeys(ELEMENT_KEYS, 3) | {"waktu": 2})
    within = await ratings.ask(figures_of_unit, 1, HALF)
    assert (within.n, within.flagged, within.with_flagged) == (2, 1, True)
    ratings.settings = test_settings(survey_count_flagged=False)
    without = await ratings.ask(figures_of_unit, 1, HALF)
    assert (without.n, without.flagged, without.with_flagged) == (1, 1, False)
    assert [part.figures.n for part in await ratings.ask(by_channel, 1, HALF)] == []


async def test_parts_too_small_are_put_together_so_that_no_subtraction_gives_them(ratings: Ratings) -> None:
    for sex in ("female",) * 7 + ("male",) * 6 + (None,) * 2:
        await ratings.rate(3, **({"sex": sex} if sex else {}))
    parts = {part.key: part.figures.n for part in await ratings.ask(by_profile, 1, HALF, "sex")}
    assert parts == {"female": 7, REST: 8}, "two alone could be had from the whole"
    for _ in range(3):
        await ratings.rate(3)
    parts = {part.key: part.figures.n for part in await ratings.ask(by_profile, 1, HALF, "sex")}
    assert parts == {"female": 7, "male": 6, NOT_SAID: 5}


async def test_nothing_is_broken_down_below_the_small_number(ratings: Ratings) -> None:
    for _ in range(4):
        await ratings.rate(3, sex="female")
    assert await ratings.ask(by_profile, 1, HALF, "sex") == []


async def test_services_add_up_to_the_unit(ratings: Ratings) -> None:
    for service in (1, 1, 1, 1, 1, 2, 2, 2, 2, 2, None, None, None, None, None):
        await ratings.rate(3, service_id=service)
    parts = await ratings.ask(by_service, 1, HALF)
    assert sorted((part.key, part.figures.n) for part in parts) == [("0", 5), ("1", 5), ("2", 5)]


async def test_the_sample_wanted_is_that_of_the_units_visitors(ratings: Ratings) -> None:
    await ratings.rate(3)
    known = await ratings.ask(figures_of_unit, 1, HALF, 1000)
    assert (known.wanted, known.representative) == (278, False)
    assert (await ratings.ask(figures_of_unit, 1, HALF)).representative is None


async def test_the_change_says_what_is_more_than_chance(ratings: Ratings) -> None:
    threes = dict.fromkeys(ELEMENT_KEYS, 3)
    ratings.now = datetime(2026, 3, 1, 5, tzinfo=UTC)
    for number in range(40):
        await ratings.rate(threes | {"biaya": 2 + number % 3})
    ratings.now = datetime(2026, 9, 1, 5, tzinfo=UTC)
    for number in range(40):
        await ratings.rate(threes | {"biaya": 2 + number % 3, "waktu": 2 + number % 2})
    now = await ratings.ask(figures_of_unit, 1, HALF)
    before = await ratings.ask(figures_of_unit, 1, HALF.before)
    change = change_between(now, before)
    assert change is not None
    assert (change.dropped, change.risen, change.nrr["waktu"]) == ({"waktu"}, frozenset(), Decimal("-0.50"))
    assert change_between(now, await ratings.ask(figures_of_unit, 1, parse_period("2024"))) is None


async def test_a_trend_keeps_periods_without_ratings(ratings: Ratings) -> None:
    await ratings.rate(4)
    points = await ratings.ask(trend, 1, parse_period("2026-Q4"), 3)
    assert [(period.code, figures.n) for period, figures in points] == [
        ("2026-Q2", 0),
        ("2026-Q3", 0),
        ("2026-Q4", 1),
    ]


async def test_all_units_of_a_free_period_are_had_at_once(ratings: Ratings) -> None:
    await ratings.rate(4, 1)
    await ratings.rate(2, 3)
    found = await ratings.ask(figures_of_units, free_period(date(2026, 11, 24), date(2026, 11, 24)))
    assert {unit: figures.index.ikm for unit, figures in found.items() if figures.index} == {
        1: Decimal("100.00"),
        3: Decimal("50.00"),
    }
