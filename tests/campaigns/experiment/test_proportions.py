"""Wilson and Newcombe against statsmodels, and the laws that tie the p-value to the interval."""

from math import comb

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from feedbackbot.domain.campaigns.experiment.proportions import (
    difference_interval,
    difference_p_value,
    difference_standard_error,
    people_interval,
    people_p_value,
    share_interval,
)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    people = draw(st.integers(1, 3000))
    return draw(st.integers(0, people)), people


@given(shares(), st.sampled_from([0.05, 0.05 / 3, 0.01]))
@settings(deadline=None)
def test_the_share_interval_is_statsmodels_wilson(share: tuple[int, int], alpha: float) -> None:
    ours = share_interval(*share, alpha)
    assert (ours.low, ours.high) == pytest.approx(
        proportion_confint(*share, alpha=alpha, method="wilson"), abs=1e-9
    )


@given(shares(), shares(), st.sampled_from([0.05, 0.05 / 3]))
@settings(deadline=None)
def test_the_difference_interval_is_statsmodels_newcombe(
    message: tuple[int, int], control: tuple[int, int], alpha: float
) -> None:
    ours = difference_interval(*message, *control, alpha=alpha)
    theirs = confint_proportions_2indep(*message, *control, method="newcomb", compare="diff", alpha=alpha)
    assert (ours.low, ours.high) == pytest.approx(theirs, abs=1e-9)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombes_own_examples(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe (1998), table II, method 10."""
    ours = difference_interval(*one, *other)
    assert (ours.low, ours.high) == pytest.approx((low, high), abs=5e-5)


@given(shares(), shares(), st.floats(0.001, 0.4))
@settings(deadline=None)
def test_the_p_value_is_below_alpha_exactly_where_the_interval_excludes_zero(
    message: tuple[int, int], control: tuple[int, int], alpha: float
) -> None:
    p_value = difference_p_value(*message, *control)
    assume(abs(p_value - alpha) > 1e-9)
    assert (p_value < alpha) == (not difference_interval(*message, *control, alpha=alpha).covers(0))


@given(shares(), shares())
@settings(deadline=None)
def test_swapping_the_groups_turns_the_difference_round(
    message: tuple[int, int], control: tuple[int, int]
) -> None:
    there, back = difference_interval(*message, *control), difference_interval(*control, *message)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-12)
    assert difference_p_value(*message, *control) == difference_p_value(*control, *message)


@pytest.mark.parametrize(("message", "control"), [(10, 10), (13, 13), (19, 19), (10, 40)])
def test_a_claim_about_people_is_false_in_at_most_five_of_a_hundred_by_enumeration(
    message: int, control: int
) -> None:
    proven = [
        (acted, others)
        for acted in range(message + 1)
        for others in range(control + 1)
        if people_p_value(acted, message, others, control) <= 0.05
    ]
    for rate in (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5):
        false = sum(
            comb(message, acted) * comb(control, others) * rate**did * (1 - rate) ** (message + control - did)
            for acted, others in proven
            if (did := acted + others) >= 0
        )
        assert false <= 0.05


@given(shares(), shares(), st.floats(0.001, 0.4))
@settings(deadline=None)
def test_an_interval_about_people_excludes_zero_exactly_where_the_claim_is_proven(
    message: tuple[int, int], control: tuple[int, int], alpha: float
) -> None:
    p_value = people_p_value(*message, *control)
    assume(abs(p_value - alpha) > 1e-9)
    assert (p_value < alpha) == (not people_interval(*message, *control, alpha=alpha).covers(0))


@given(shares(), shares())
@settings(deadline=None)
def test_the_standard_error_is_never_zero(message: tuple[int, int], control: tuple[int, int]) -> None:
    assert difference_standard_error(*message, *control) > 0


@pytest.mark.parametrize(("acted", "people"), [(0, 0), (5, 4), (-1, 4)])
def test_what_is_no_share_is_refused(acted: int, people: int) -> None:
    with pytest.raises(ValueError, match="not a share"):
        share_interval(acted, people)
