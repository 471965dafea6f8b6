"""The announced power against statsmodels and scipy, and its laws."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import power_proportions_2indep

from feedbackbot.domain.campaigns.experiment.plan import FEWEST_PEOPLE, Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.experiment.power import (
    Visibility,
    of_people,
    of_units,
    power_to_see,
    smallest_visible_difference,
    visibility,
)
from feedbackbot.domain.campaigns.experiment.proportions import people_p_value
from feedbackbot.domain.campaigns.experiment.unit_shares import LEVEL_USED


@pytest.mark.parametrize(
    ("message", "control", "base", "difference", "messages"),
    [(450, 450, 0.3, 0.0886, 1), (300, 900, 0.1, 0.06, 1), (450, 450, 0.3, 0.1, 3)],
)
def test_the_power_for_many_persons_is_that_of_statsmodels_less_what_the_exact_test_costs(
    message: int, control: int, base: float, difference: float, messages: int
) -> None:
    theirs = power_proportions_2indep(
        difference, base, message, ratio=control / message, alpha=0.05 / messages / 2, alternative="larger"
    )
    ours = power_to_see(difference, of_people(message), of_people(control), base, messages=messages)
    assert theirs.power - 0.03 < ours < theirs.power


@pytest.mark.parametrize(
    ("people", "part", "base", "rise"), [(900, 0.5, 0.01, 0.02), (1500, 0.1, 0.005, 0.03)]
)
def test_where_acts_are_rare_the_power_is_that_of_simulated_campaigns(
    people: int, part: float, base: float, rise: float
) -> None:
    chance = np.random.default_rng(20261127)
    message = chance.binomial(people, part, 4000)
    pairs = zip(
        message, chance.binomial(message, base + rise), chance.binomial(people - message, base), strict=True
    )
    seen = [
        acted / size > control / (people - size)
        and people_p_value(acted, size, control, people - size) <= 0.05
        for size, acted, control in ((int(a), int(b), int(c)) for a, b, c in pairs)
    ]
    announced = power_to_see(
        rise, of_people(round(people * part)), of_people(people - round(people * part)), base
    )
    assert announced == pytest.approx(sum(seen) / len(seen), abs=0.03)


def power_by_all_tables(people: int, part: float, base: float, difference: float) -> float:
    """Every size of the groups, every pair of counts, each judged by the rule that the verdict uses."""
    found = 0.0
    for message in range(people + 1):
        control = people - message
        if min(message, control) < FEWEST_PEOPLE:
            continue
        nudged = stats.binom.pmf(range(message + 1), message, base + difference)
        without = stats.binom.pmf(range(control + 1), control, base)
        declared = sum(
            nudged[acted] * without[other]
            for acted in range(message + 1)
            for other in range(control + 1)
            if nudged[acted] * without[other] > 1e-6
            and acted * control > other * message
            and people_p_value(acted, message, other, control) <= 0.05
        )
        found += stats.binom.pmf(message, people, part) * declared
    return float(found)


@pytest.mark.parametrize(("people", "part", "base"), [(40, 0.5, 0.3), (44, 0.5, 0.05), (60, 0.35, 0.6)])
def test_the_power_for_few_persons_is_that_of_all_tables(people: int, part: float, base: float) -> None:
    everybody = of_people(people)
    message, control = everybody.part(part), everybody.part(1 - part)
    visible = smallest_visible_difference(message, control, base)
    assert visible is not None
    assert power_by_all_tables(people, part, base, visible) == pytest.approx(0.8, abs=0.03)


def test_the_power_for_equal_units_is_the_noncentral_t() -> None:
    group = of_units([20] * 30, 0.05)
    assert group.people == pytest.approx(600 / (1 + 19 * 0.05))
    error = ((0.3 * 0.7 + 0.42 * 0.58) / group.people) ** 0.5
    threshold = stats.t.ppf(1 - LEVEL_USED * 0.025, 58)
    assert power_to_see(0.12, group, group, 0.3) == pytest.approx(stats.nct.sf(threshold, 58, 0.12 / error))


def test_unequal_units_pay_one_degree_of_freedom_for_being_adjusted() -> None:
    group = of_units([10, 30] * 15, 0.05)
    assert group.people == pytest.approx(15 * (10 / 1.45 + 30 / 2.45))
    error = ((0.3 * 0.7 + 0.42 * 0.58) / group.people * (1 + 1 / 57)) ** 0.5
    threshold = stats.t.ppf(1 - LEVEL_USED * 0.025, 57)
    assert power_to_see(0.12, group, group, 0.3) == pytest.approx(stats.nct.sf(threshold, 57, 0.12 / error))


@given(st.integers(30, 5000), st.floats(0.02, 0.6), st.integers(1, 4))
@settings(deadline=None, max_examples=25)
def test_the_smallest_visible_difference_has_just_the_wanted_power(
    people: int, base: float, messages: int
) -> None:
    group = of_people(people)
    smallest = smallest_visible_difference(group, group, base, messages=messages)
    if smallest is None:
        assert power_to_see(1 - base, group, group, base, messages=messages) < 0.8
    else:
        assert power_to_see(smallest, group, group, base, messages=messages) == pytest.approx(0.8, abs=1e-6)


@given(st.integers(50, 3000), st.integers(1, 3))
@settings(deadline=None, max_examples=15)
def test_more_people_see_less_and_more_messages_need_more(people: int, messages: int) -> None:
    def smallest(people: int, messages: int) -> float:
        found = smallest_visible_difference(of_people(people), of_people(people), 0.3, messages=messages)
        assert found is not None
        return found

    assert smallest(2 * people, messages) < smallest(people, messages) < smallest(people, messages + 1)


def test_people_of_one_unit_tell_less_than_as_many_independent_people() -> None:
    units = of_units([50] * 20, 0.05)
    assert units.people < 1000
    alike, apart = (smallest_visible_difference(g, g, 0.3) for g in (units, of_people(1000)))
    assert alike is not None and apart is not None and alike > apart


def test_where_nearly_everybody_acts_already_nothing_can_be_seen() -> None:
    assert smallest_visible_difference(of_people(40), of_people(40), 0.97) is None


@given(st.integers(20, 300), st.floats(0.1, 0.9), st.floats(0.001, 0.999), st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None, max_examples=40)
def test_a_counted_power_is_a_chance_and_rises_with_the_difference(
    people: int, part: float, base: float, one: float, other: float
) -> None:
    message, control = of_people(people).part(part), of_people(people).part(1 - part)
    low, high = sorted(share * (1 - base) for share in (one, other))
    less, more = (power_to_see(d, message, control, base) for d in (low, high))
    assert 0 <= less <= more + 1e-9 and more <= 1 + 1e-9
    assert power_to_see(0.0, message, control, base) <= 0.05, "a rise that is none is claimed in 5 % at most"


def test_units_too_few_for_a_verdict_show_nothing() -> None:
    four, five = of_units([500] * 4, 0.01), of_units([500] * 5, 0.01)
    assert power_to_see(0.5, four, five, 0.3) == 0.0 < power_to_see(0.5, five, five, 0.3)


def test_a_campaign_is_announced_by_its_smallest_message() -> None:
    now = datetime(2026, 1, 5, tzinfo=UTC)
    arms = (Arm("control", 2), Arm("norm", 1), Arm("seat", 1))
    plan = Plan("c", arms, AssignBy.PERSON, now, now.replace(month=2))
    seen = visibility(plan, of_people(900), 900, 0.3)
    assert seen.smallest == smallest_visible_difference(of_people(225), of_people(450), 0.3, messages=2)
    assert seen.people == 900 and seen.needs_confirmation


@pytest.mark.parametrize(("smallest", "asked"), [(0.05, False), (0.0501, True), (None, True)])
def test_over_five_points_or_nothing_visible_must_be_confirmed(smallest: float | None, asked: bool) -> None:
    assert Visibility(900, smallest).needs_confirmation is asked


@pytest.mark.parametrize(("base", "difference"), [(0.0, 0.1), (1.0, 0.0), (0.95, 0.1), (0.3, -0.1)])
def test_what_is_no_rise_of_a_share_is_refused(base: float, difference: float) -> None:
    with pytest.raises(ValueError, match="not a rise"):
        power_to_see(difference, of_people(100), of_people(100), base)
