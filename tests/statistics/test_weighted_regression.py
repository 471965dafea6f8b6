"""Weighted regressions with errors after Bell and McCaffrey, beside statsmodels."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.statistics.weighted_regression import WeightedFit


@given(st.integers(0, 10_000), st.integers(6, 40))
@settings(deadline=None, max_examples=40)
def test_values_and_errors_are_those_of_statsmodels(seed: int, n: int) -> None:
    chance = np.random.default_rng(seed)
    rows = np.column_stack([np.ones(n), np.arange(n) % 2, chance.normal(size=n)])
    weights, y = chance.uniform(0.5, 20, n), chance.normal(size=n)
    fit = WeightedFit(rows.tolist(), weights.tolist(), y.tolist())
    peer = sm.WLS(y, rows, weights=weights).fit(cov_type="HC2")
    found = fit.contrast([0.0, 1.0, 0.0])
    assert found.value == pytest.approx(peer.params[1], abs=1e-9)
    assert found.variance**0.5 == pytest.approx(peer.bse[1], rel=1e-8)


def test_the_freedom_of_two_equal_groups_is_n_minus_two() -> None:
    rows = [[1.0, 0.0]] * 5 + [[0.0, 1.0]] * 5
    fit = WeightedFit(rows, [3.0] * 10, [0, 1, 2, 3, 4, 1, 1, 2, 5, 0])
    assert fit.contrast([-1.0, 1.0]).freedom == pytest.approx(8)


def test_columns_that_say_the_same_are_refused() -> None:
    with pytest.raises(ValueError, match="says nothing"):
        WeightedFit([[1.0, 2.0]] * 4, [1.0] * 4, [1.0, 2.0, 3.0, 4.0])


def test_a_row_that_alone_decides_is_refused_and_not_divided_by_zero() -> None:
    rows = [[1.0, 0.0]] * 4 + [[1.0, 1.0]]
    fit = WeightedFit(rows, [1.0] * 5, [1.0, 2.0, 3.0, 4.0, 9.0])
    assert fit.leverages[4] == pytest.approx(1)
    with pytest.raises(ValueError, match="alone decides"):
        fit.contrast([0.0, 1.0])
