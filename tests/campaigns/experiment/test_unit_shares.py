"""The comparison of units against statsmodels, scipy and brute force."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy import stats

from feedbackbot.domain.campaigns.experiment.unit_shares import (
    LEVEL_USED,
    UnitShare,
    compare_unit_shares,
    effective_people,
)


def city(seed: int, arms: int, number: int, spread: float) -> list[UnitShare]:
    rng = np.random.default_rng(seed)
    people = np.maximum(3, np.round(50 * np.exp(rng.normal(0, spread, number)))).astype(int)
    return [
        UnitShare(index % arms, int(n), float(rng.binomial(n, rng.beta(6, 14)) / n))
        for index, n in enumerate(people)
    ]


@pytest.mark.parametrize(("seed", "arms"), [(1, 2), (2, 4), (3, 3)])
def test_differences_and_errors_are_those_of_statsmodels_weighted_regression(seed: int, arms: int) -> None:
    units = city(seed, arms, 48, 1.0)
    weights = np.array([effective_people(unit.people, 0.05) for unit in units])
    columns = [np.array([float(unit.arm == arm) for unit in units]) for arm in range(1, arms)]
    design = np.column_stack([np.ones(len(units)), *columns, np.log([unit.people for unit in units])])
    theirs = sm.WLS([unit.share for unit in units], design, weights=weights).fit(cov_type="HC2")
    ours = compare_unit_shares(units, arms, 0.05).differences
    assert [d.value for d in ours] == pytest.approx(theirs.params[1:arms])
    assert [d.standard_error for d in ours] == pytest.approx(theirs.bse[1:arms])


def test_with_equal_units_it_is_students_t_test_at_nine_tenths_of_the_level() -> None:
    units = city(4, 2, 20, 0.0)
    ours = compare_unit_shares(units, 2, 0.05).differences[0]
    theirs = stats.ttest_ind([u.share for u in units if u.arm == 1], [u.share for u in units if u.arm == 0])
    interval = theirs.confidence_interval(1 - 0.05 * LEVEL_USED)
    assert ours.degrees_of_freedom == pytest.approx(18)
    assert ours.p_value == pytest.approx(theirs.pvalue / LEVEL_USED)
    assert (ours.interval(0.05).low, ours.interval(0.05).high) == pytest.approx((interval.low, interval.high))


def test_the_degrees_of_freedom_match_the_spread_of_the_variance_estimate() -> None:
    """Satterthwaite: 2 E[V]² / Var[V] under the working model, here by drawing 4,000 outcomes."""
    units = city(5, 2, 14, 1.0)
    rng = np.random.default_rng(5)
    deviations = [effective_people(unit.people, 0.05) ** -0.5 for unit in units]
    fits = [
        compare_unit_shares(
            [
                UnitShare(unit.arm, unit.people, float(rng.normal(0.3, deviation)))
                for unit, deviation in zip(units, deviations, strict=True)
            ],
            2,
            0.05,
        ).differences[0]
        for _ in range(4000)
    ]
    variances = np.array([fit.standard_error**2 for fit in fits])
    drawn = 2 * variances.mean() ** 2 / variances.var()
    assert fits[0].degrees_of_freedom == pytest.approx(drawn, rel=0.1)


def test_the_arms_shares_differ_by_the_differences() -> None:
    fit = compare_unit_shares(city(6, 3, 30, 1.0), 3, 0.05)
    assert [share.value - fit.shares[0].value for share in fit.shares[1:]] == pytest.approx(
        [difference.value for difference in fit.differences]
    )


def test_units_that_are_all_alike_prove_nothing() -> None:
    fit = compare_unit_shares([UnitShare(index % 2, 20 + index, 0.25) for index in range(12)], 2, 0.05)
    assert fit.differences[0].p_value == 1.0
    assert fit.differences[0].interval(0.05).covers(0.0)


def test_an_interval_never_leaves_what_a_share_can_be() -> None:
    units = [
        UnitShare(index % 2, 10, share) for index, share in enumerate([0, 0.9, 0, 1, 0.1, 1, 0, 0, 0.2, 1])
    ]
    fit = compare_unit_shares(units, 2, 0.05)
    assert fit.shares[0].interval(0.05, lowest=0.0).low == 0.0
    assert fit.shares[1].interval(0.05, lowest=0.0).high <= 1.0


def test_one_unit_in_an_arm_cannot_show_its_spread() -> None:
    with pytest.raises(ValueError, match="two units"):
        compare_unit_shares([UnitShare(0, 10, 0.1), UnitShare(0, 10, 0.2), UnitShare(1, 10, 0.3)], 2, 0.05)
