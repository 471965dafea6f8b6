"""What is compared lies before the training and after it has settled, with units not trained meanwhile."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.improvement.windows import comparison_units, windows_around

START = date(2026, 7, 1)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 400), st.integers(0, 200))
def test_both_windows_have_the_same_length_and_leave_the_settling_out(
    start: date, days: int, settling: int
) -> None:
    windows = windows_around(start, days=days, settling_days=settling)
    lengths = [(last - first).days + 1 for first, last in (windows.before, windows.after)]
    assert lengths == [days, days]
    assert (start - windows.before[1]).days == 1
    assert (windows.after[0] - start).days == settling


def test_a_unit_compares_until_its_own_training_touches_the_windows() -> None:
    windows = windows_around(START, days=30, settling_days=14)
    assert windows.after[1] == date(2026, 8, 13)
    starts = {"trained": START, "meanwhile": date(2026, 8, 13), "later": date(2026, 8, 14)}
    units = ("trained", "meanwhile", "later", "never")
    assert comparison_units(units, starts, windows) == ("later", "never")


def test_a_result_waits_for_the_end_of_its_window() -> None:
    windows = windows_around(START, days=30, settling_days=14)
    assert not windows.is_over(date(2026, 8, 13))
    assert windows.is_over(date(2026, 8, 14))
