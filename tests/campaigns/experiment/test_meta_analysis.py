"""The mean effect against statsmodels, and its coverage by simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from benchmarks.experiment.pooling import coverage
from feedbackbot.domain.campaigns.experiment.meta_analysis import Finding, mean_effect
from feedbackbot.domain.campaigns.experiment.proportions import z_of

SPREAD_OUT = [
    Finding(0.05, 0.02),
    Finding(-0.02, 0.01),
    Finding(0.09, 0.03),
    Finding(0.01, 0.015),
    Finding(0.04, 0.02),
]
findings = st.lists(st.builds(Finding, st.floats(-0.2, 0.2), st.floats(0.005, 0.08)), min_size=1, max_size=12)


def test_mean_spread_and_interval_are_those_of_statsmodels() -> None:
    """Paule-Mandel variance with the Hartung-Knapp t interval."""
    theirs = combine_effects(
        np.array([f.difference for f in SPREAD_OUT]),
        np.array([f.standard_error**2 for f in SPREAD_OUT]),
        method_re="iterated",
        use_t=True,
        atol=1e-8,
    )
    low, high = theirs.conf_int(use_t=True)[3]  # random effects, Hartung-Knapp scale
    ours = mean_effect(SPREAD_OUT)
    assert ours is not None
    assert ours.mean == pytest.approx(theirs.mean_effect_re, abs=1e-6)
    assert ours.spread == pytest.approx(theirs.tau2**0.5, abs=1e-6)
    assert (ours.interval.low, ours.interval.high) == pytest.approx((low, high), abs=1e-5)


def test_campaigns_that_agree_are_not_taken_for_certain() -> None:
    ours = mean_effect([Finding(0.02, 0.01), Finding(0.02, 0.01), Finding(0.02, 0.01)])
    assert ours is not None and ours.spread == 0.0
    assert ours.interval.high - ours.mean == pytest.approx(z_of(0.05) * 0.01 / 3**0.5)


def test_one_campaign_stands_for_itself() -> None:
    ours = mean_effect([Finding(0.03, 0.01)])
    assert ours is not None and ours.campaigns == 1
    assert (ours.interval.low, ours.interval.high) == pytest.approx((0.03 - 0.0196, 0.03 + 0.0196), abs=1e-5)


def test_without_campaigns_there_is_no_mean() -> None:
    assert mean_effect([]) is None


@given(findings)
@settings(deadline=None)
def test_the_mean_lies_among_the_findings_and_in_its_interval(given_findings: list[Finding]) -> None:
    ours = mean_effect(given_findings)
    assert ours is not None
    values = [finding.difference for finding in given_findings]
    assert min(values) - 1e-12 <= ours.mean <= max(values) + 1e-12
    assert ours.interval.covers(ours.mean)


@given(findings, st.floats(-0.3, 0.3))
@settings(deadline=None)
def test_moving_all_findings_moves_the_mean_alike(given_findings: list[Finding], shift: float) -> None:
    still = mean_effect(given_findings)
    shifted = mean_effect([Finding(f.difference + shift, f.standard_error) for f in given_findings])
    assert still is not None and shifted is not None
    assert shifted.mean - still.mean == pytest.approx(shift, abs=1e-6)


def test_the_interval_covers_where_fixed_effect_pooling_fails() -> None:
    """Six campaigns that truly differ by two points, 2,000 times."""
    ours, fixed = coverage(2000, campaigns=6, mean=0.014, spread=0.02, seed=1)
    assert ours >= 0.935
    assert fixed < 0.85


def test_a_finding_without_error_is_refused() -> None:
    with pytest.raises(ValueError, match="without error"):
        Finding(0.01, 0.0)
