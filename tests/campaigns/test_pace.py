"""Who ignores nudges gets fewer."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.campaigns.pace import PastNudge, earliest, gap, next_wave
from tests.talk import Clock

NOW = Clock().now
USUAL = timedelta(days=3)


def history(*ignored: bool) -> list[PastNudge]:
    """Newest first, a day apart."""
    return [PastNudge(NOW - timedelta(days=place), one) for place, one in enumerate(ignored)]


def test_two_ignored_in_a_row_halve_the_rate_and_four_quarter_it() -> None:
    assert (
        gap(history(), USUAL) == gap(history(True), USUAL) == gap(history(True, False, True), USUAL) == USUAL
    )
    assert gap(history(True, True), USUAL) == gap(history(True, True, True), USUAL) == 2 * USUAL
    assert gap(history(True, True, True, True, False), USUAL) == 4 * USUAL


def test_one_that_was_noticed_restores_the_rate() -> None:
    assert gap(history(False, True, True, True), USUAL) == USUAL


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=12))
def test_the_gap_only_grows_with_more_ignored_ones_and_has_an_end(ignored: list[bool]) -> None:
    assert USUAL <= gap(history(*ignored), USUAL) <= gap(history(True, *ignored), USUAL) <= 8 * USUAL


def test_the_first_nudge_may_go_at_once_and_the_next_after_the_gap() -> None:
    assert earliest([], USUAL) is None
    assert earliest(history(False), USUAL) == NOW + USUAL


def test_waves_end_with_their_number_or_with_the_horizon() -> None:
    end = NOW + timedelta(days=14)
    assert next_wave(NOW, 2, 7, 1, end) == NOW + timedelta(days=7)
    assert next_wave(NOW, 2, 7, 2, end) is None
    assert next_wave(NOW, 3, 7, 2, end) is None
