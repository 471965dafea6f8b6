"""Campaigns by unit in the oddest cities: a verdict is never proven by what is no number, nor by no spread."""

from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.campaigns.experiment.holm import holm
from feedbackbot.domain.campaigns.experiment.unit_shares import UnitShare, compare_unit_shares

UNIT = st.tuples(st.integers(1, 1000), st.sampled_from([0.0, 0.0, 0.5, 1.0, 1.0]) | st.floats(0, 1))


@given(st.lists(UNIT, min_size=10, max_size=24), st.integers(2, 3), st.sampled_from([0.0, 0.05, 0.9]))
@settings(deadline=None, max_examples=120)
def test_whatever_the_units_are_the_verdict_is_finite_and_within_the_scale(
    city: list[tuple[int, float]], arms: int, correlation: float
) -> None:
    units = [UnitShare(place % arms, n, round(share * n) / n) for place, (n, share) in enumerate(city)]
    fit = compare_unit_shares(units, arms, correlation)
    for step, difference in zip(holm([d.p_value for d in fit.differences]), fit.differences, strict=True):
        interval = difference.interval(step.alpha)
        assert isfinite(difference.value) and isfinite(difference.p_value)
        assert -1 <= interval.low < interval.high <= 1, "never without width"
        assert step.proven == (difference.p_value <= step.alpha) == (not interval.low <= 0 <= interval.high)
    for share in fit.shares:
        interval = share.interval(0.05, lowest=0.0)
        assert 0 <= interval.low < interval.high <= 1


def test_one_unit_of_another_size_proves_nothing_by_itself() -> None:
    """Its leverage with the size as covariate is 1: the errors were 0 / 0, and NaN counted as proof."""
    shares = [0.2, 0.3, 0.25, 0.3, 0.2, 0.25, 0.3, 0.2, 0.25, 0.9]
    units = [UnitShare(place % 2, 400 if place == 9 else 20, share) for place, share in enumerate(shares)]
    (difference,) = compare_unit_shares(units, 2, 0.05).differences
    assert difference.p_value > 0.05 and difference.interval(0.05).covers(0)


def test_none_of_thirty_beside_one_of_thirty_everywhere_is_no_proof() -> None:
    units = [UnitShare(place % 2, 30, place % 2 / 30) for place in range(10)]
    (difference,) = compare_unit_shares(units, 2, 0.05).differences
    interval = difference.interval(0.05)
    assert difference.p_value > 0.05 and interval.low < 0 < 1 / 30 < interval.high


def test_a_p_value_that_is_no_number_proves_nothing() -> None:
    first, second = holm([float("nan"), 0.001])
    assert not first.proven and first.adjusted_p == 1.0 and second.proven
