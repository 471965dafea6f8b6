"""The distributions in plain Python are those of scipy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from feedbackbot.domain.statistics.counts import chi_square_p_value, fisher_p_value
from feedbackbot.domain.statistics.student_t import (
    noncentral_t_above,
    t_p_value,
    t_probability_within,
    t_quantile,
)

FREEDOM = st.floats(0.6, 5000) | st.integers(1, 5000)


@given(st.floats(0.51, 0.9999), FREEDOM)
@settings(deadline=None)
def test_the_quantile_of_t_is_that_of_scipy(probability: float, freedom: float) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(special.stdtrit(freedom, probability), rel=1e-7)


@given(st.floats(0, 40), FREEDOM)
@settings(deadline=None)
def test_the_probability_of_t_is_that_of_scipy(t: float, freedom: float) -> None:
    expected = 2 * special.stdtr(freedom, -t)
    assert t_p_value(t, freedom) == pytest.approx(expected, rel=1e-5, abs=1e-9)
    assert t_p_value(-t, freedom) == t_p_value(t, freedom)
    assert t_probability_within(t, freedom) == pytest.approx(1 - expected, abs=1e-10)


def test_t_with_endless_freedom_is_the_normal_distribution() -> None:
    assert t_p_value(1.959964, 1e9) == pytest.approx(0.05, abs=1e-6)


@pytest.mark.parametrize(("probability", "freedom"), [(0.975, 0), (0.5, 3), (1.0, 3), (0.975, float("nan"))])
def test_a_quantile_that_does_not_exist_is_refused(probability: float, freedom: float) -> None:
    with pytest.raises(ValueError, match="no t quantile"):
        t_quantile(probability, freedom)


@pytest.mark.parametrize(("t", "freedom"), [(float("nan"), 3), (1.0, float("nan")), (1.0, 0)])
def test_nan_has_no_probability(t: float, freedom: float) -> None:
    with pytest.raises(ValueError, match="no probability"):
        t_p_value(t, freedom)


@given(st.floats(0.5, 4), st.integers(1, 200), st.floats(0, 8))
@settings(deadline=None)
def test_the_power_of_a_t_test_is_that_of_scipy(threshold: float, freedom: int, shift: float) -> None:
    expected = 1 - special.nctdtr(freedom, shift, threshold)
    assert noncentral_t_above(threshold, freedom, shift) == pytest.approx(expected, abs=2e-6)


@given(st.floats(0, 200), st.integers(1, 60))
@settings(deadline=None)
def test_the_tail_of_chi_square_is_that_of_scipy(statistic: float, freedom: int) -> None:
    assert chi_square_p_value(statistic, freedom) == pytest.approx(
        special.chdtrc(freedom, statistic), rel=1e-9
    )


@given(*[st.integers(0, 400)] * 4)
@settings(deadline=None)
def test_fishers_exact_test_is_that_of_scipy(a: int, b: int, c: int, d: int) -> None:
    expected = stats.fisher_exact([[a, b], [c, d]])[1]
    assert fisher_p_value(a, b, c, d) == pytest.approx(expected, rel=1e-6, abs=1e-12)


def test_a_table_of_a_hundred_thousand_people_is_no_trouble() -> None:
    expected = stats.fisher_exact([[120, 49_880], [180, 49_820]])[1]
    assert fisher_p_value(120, 49_880, 180, 49_820) == pytest.approx(expected, rel=1e-6)


def test_a_negative_count_is_no_table() -> None:
    with pytest.raises(ValueError, match="no table"):
        fisher_p_value(-1, 2, 3, 4)
