"""Days as certificates write them, and numbers as official papers do."""

from datetime import date

import pytest

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.day_spans import read_days
from feedbackbot.domain.spoken.in_words import in_words
from feedbackbot.domain.spoken.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12 Maret 2026", (3, 12), (3, 12)),
        ("12-3-2026", (3, 12), (3, 12)),
        ("10-12 Maret 2026", (3, 10), (3, 12)),
        ("28 Februari s.d. 2 Maret 2026", (2, 28), (3, 2)),
        ("10/3/2026 sampai dengan 12/3/2026", (3, 10), (3, 12)),
    ],
)
def test_one_day_or_several(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert read_days(text) == (date(2026, *first), date(2026, *last))


@pytest.mark.parametrize("text", ["12 - 10 Maret 2026", "kapan-kapan", "-"])
def test_no_days_are_refused(text: str) -> None:
    with pytest.raises(WrongValue):
        read_days(text)


def test_every_number_is_written_so_that_it_is_read_back() -> None:
    assert in_words(24) == "dua puluh empat"
    assert [whole_number(in_words(one), 1, 999) for one in range(1, 1000)] == list(range(1, 1000))
