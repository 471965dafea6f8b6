"""Holm's correction against statsmodels, and that interval and verdict agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from feedbackbot.domain.campaigns.experiment.holm import holm

p_values = st.lists(st.floats(0, 1), min_size=1, max_size=5)


@given(p_values)
@settings(deadline=None, max_examples=40)
def test_verdicts_and_adjusted_p_values_are_those_of_statsmodels(values: list[float]) -> None:
    proven, adjusted, _, _ = multipletests(values, alpha=0.05, method="holm")
    ours = holm(values)
    assert [step.adjusted_p for step in ours] == pytest.approx(list(adjusted))
    assert [step.proven for step in ours] == list(proven)


@given(p_values)
@settings(deadline=None)
def test_a_comparison_is_proven_exactly_where_its_p_value_is_within_its_own_level(
    values: list[float],
) -> None:
    for value, step in zip(values, holm(values), strict=True):
        assert step.proven == (value <= step.alpha)
        assert 0.05 / len(values) <= step.alpha <= 0.05


def test_one_message_needs_no_correction() -> None:
    (only,) = holm([0.04])
    assert only.proven and only.alpha == 0.05 and only.adjusted_p == 0.04
