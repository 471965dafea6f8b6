"""How sure an index is, checked against scipy and by simulation."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Weight
from feedbackbot.domain.survey.interval import (
    Interval,
    ikm_interval,
    ikm_interval_of_responses,
    mean_interval,
)
from feedbackbot.domain.survey.student_t import t_probability_within, t_quantile


@given(st.floats(0.51, 0.9995), st.integers(1, 5000))
@settings(deadline=None)
def test_the_quantile_of_t_is_that_of_scipy(probability: float, freedom: int) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(stats.t.ppf(probability, freedom), rel=1e-7)


@given(st.floats(0, 8), st.integers(1, 300))
@settings(deadline=None)
def test_the_probability_of_t_is_that_of_scipy(t: float, freedom: int) -> None:
    expected = stats.t.cdf(t, freedom) - stats.t.cdf(-t, freedom)
    assert t_probability_within(t, freedom) == pytest.approx(expected, abs=1e-10)


@pytest.mark.parametrize(("probability", "freedom"), [(0.975, 0), (0.5, 3), (1.0, 3)])
def test_a_quantile_that_does_not_exist_is_refused(probability: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="no t quantile"):
        t_quantile(probability, freedom)


def test_the_interval_of_sekadau_is_that_of_scipy() -> None:
    totals = [sum(answers.values()) for answers in sekadau_answers()]
    low, high = stats.ttest_1samp([t * 25 / 9 for t in totals], 0).confidence_interval(0.95)
    found = ikm_interval(49, sum(totals), sum(t * t for t in totals))
    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.contains(78.74)


@pytest.mark.parametrize("weight", Weight)
def test_totals_and_single_responses_agree_when_all_answered_all(weight: Weight) -> None:
    answers = sekadau_answers()
    totals = [sum(a.values()) for a in answers]
    from_totals = ikm_interval(49, sum(totals), sum(t * t for t in totals), weight)
    from_responses = ikm_interval_of_responses(answers, weight)
    assert from_totals is not None and from_responses is not None
    assert (from_responses.low, from_responses.high) == pytest.approx((from_totals.low, from_totals.high))


def test_skipped_answers_do_not_spoil_the_coverage() -> None:
    """The real respondents leave out a fifth of their answers: still within 94-96 %."""
    chance = random.Random(14)
    people = sekadau_answers()
    true_index = sum(sum(answers.values()) for answers in people) / len(people) * 25 / 9
    rounds, covered = 3000, 0
    for _ in range(rounds):
        drawn = [
            {key: None if chance.random() < 0.2 else answer for key, answer in person.items()}
            for person in chance.choices(people, k=60)
        ]
        found = ikm_interval_of_responses(drawn)
        covered += found is not None and found.contains(true_index)
    assert 0.94 <= covered / rounds <= 0.96


def test_one_respondent_or_equal_answers_say_nothing_of_the_spread() -> None:
    four = dict.fromkeys(ELEMENT_KEYS, 4)
    assert ikm_interval(0, 0, 0) is None
    assert ikm_interval(1, 30, 900) is None
    assert ikm_interval(3, 108, 3 * 36 * 36) is None
    assert ikm_interval_of_responses([four]) is None
    assert ikm_interval_of_responses([four, four, four]) is None
    assert ikm_interval_of_responses([four | {"biaya": None}, four | {"biaya": None, "waktu": 1}]) is None


def test_the_interval_stays_within_what_an_index_can_be() -> None:
    found = ikm_interval(3, 36 + 36 + 9, 36**2 + 36**2 + 9**2)
    assert found == Interval(25.0, 100.0)


def test_the_interval_of_a_mean_is_symmetric_around_it() -> None:
    found = mean_interval(4, 10, 30)
    assert found is not None and (found.low + found.high) / 2 == pytest.approx(2.5)


def test_the_interval_covers_the_true_index_of_real_people_19_times_in_20() -> None:
    """Resampling the 49 real respondents as if they were the city: coverage within 94-96 %."""
    chance = random.Random(20190630)
    totals = [sum(answers.values()) for answers in sekadau_answers()]
    true_index = sum(totals) / len(totals) * 25 / 9
    rounds, covered = 8000, 0
    for _ in range(rounds):
        drawn = chance.choices(totals, k=60)
        found = ikm_interval(60, sum(drawn), sum(t * t for t in drawn))
        covered += found is not None and found.contains(true_index)
    assert 0.94 <= covered / rounds <= 0.96
