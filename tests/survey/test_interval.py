"""How sure an index is, checked against scipy and by simulation."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.special import expit, logit
from statsmodels.stats.weightstats import DescrStatsW

from feedbackbot.data import sekadau_answers
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.index import Weight
from feedbackbot.domain.survey.interval import (
    ikm_interval,
    ikm_interval_of_responses,
    mean_interval,
)


def test_the_interval_of_sekadau_is_that_of_scipy_on_the_logit_with_half_an_unhappy_person_below() -> None:
    totals = np.array([sum(answers.values()) for answers in sekadau_answers()])

    def end(weights: list[float], tail: float) -> float:
        weighed = DescrStatsW([*totals, 9], weights)
        place = (weighed.mean - 9) / 27
        error = weighed.std_mean / 27 / (place * (1 - place))
        return float(expit(stats.t.ppf(tail, 48, logit(place), error)) * 75 + 25)

    found = ikm_interval(49, int(totals.sum()), int((totals**2).sum()))
    assert found is not None
    assert found.low == pytest.approx(end([*[1.0] * 49, 0.5], 0.025))
    assert found.high == pytest.approx(end([*[1.0] * 49, 0.0], 0.955)), "nothing is missed below any more"
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
    assert ikm_interval(1, 30, 900, least=1) is None
    assert ikm_interval(40, 40 * 36, 40 * 36 * 36) is None
    assert ikm_interval_of_responses([four], least=1) is None
    assert ikm_interval_of_responses([four] * 40) is None
    without = [four | {"biaya": None}, four | {"biaya": None, "waktu": 1}]
    assert ikm_interval_of_responses(without * 20) is None


ANSWERS = st.lists(st.integers(1, 4), min_size=9, max_size=9)


@given(st.lists(ANSWERS, min_size=2, max_size=60))
def test_the_interval_lies_within_what_an_index_can_be_and_around_it(people: list[list[int]]) -> None:
    totals = [sum(answers) for answers in people]
    found = ikm_interval(len(totals), sum(totals), sum(t * t for t in totals), least=2)
    if found is not None:
        assert 25 <= found.low < sum(totals) / len(totals) * 25 / 9 < found.high <= 100


def test_below_the_floor_no_interval_is_given() -> None:
    totals = [20, 36] * 7
    sums = sum(totals), sum(t * t for t in totals)
    assert ikm_interval(14, *sums) is None
    assert ikm_interval(14, *sums, least=14) is not None
    assert mean_interval(14, 28, 60) is None and mean_interval(15, 30, 65) is not None


def test_twenty_people_who_nearly_agree_on_everything_are_not_taken_for_the_city() -> None:
    """One in twenty may be very unhappy and not among them: the index would be 96."""
    totals = [36] * 18 + [35] * 2
    found = ikm_interval(20, sum(totals), sum(t * t for t in totals))
    assert found is not None
    assert found.low < 96 < 99 < found.high


@pytest.mark.parametrize("n", [15, 30, 100])
@pytest.mark.parametrize("unhappy", [0.0, 0.02, 0.05, 0.1])
def test_the_interval_covers_a_satisfied_unit_though_few_of_its_people_are_very_unhappy(
    n: int, unhappy: float
) -> None:
    chance = np.random.default_rng(n)
    satisfied, others = chance.integers(30, 37, 4000), chance.integers(9, 14, 4000)
    true_index = ((1 - unhappy) * 33 + unhappy * 11) * 25 / 9
    covered = 0
    for _ in range(1500):
        drawn = np.where(chance.random(n) < unhappy, chance.choice(others, n), chance.choice(satisfied, n))
        found = ikm_interval(n, int(drawn.sum()), int((drawn**2).sum()))
        covered += found is not None and found.contains(true_index)
    assert covered / 1500 >= 0.94


def test_the_wider_end_of_an_interval_is_the_lower() -> None:
    found = mean_interval(20, 50, 150)
    assert found is not None and 2.5 - found.low > found.high - 2.5


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
