"""What a benchmark prints is kept as it stands there."""

from benchmarks.kept import plot
from benchmarks.read_tables import figures_of

PRINTED = """
## (b)

| way | messages/s | CPU ms a message | share |
|---|---|---|---|
| **feedbackbot** | **1,564** | 0.42 | 99.9 % |
| aiogram loop, keeps nothing | 1,619 | 0.47 | – |

import of 6,000 employees                                      1.34 s CPU   4,490 rows/s
peak memory: 1,169 MB
sqlite 1,000,000: filled in 20 s
it has 34 pages
"""


def test_tables_are_read_by_column_and_row_and_lines_by_their_unit() -> None:
    found = figures_of(PRINTED)
    assert found == {
        "messages/s": {"feedbackbot": 1564.0, "aiogram loop, keeps nothing": 1619.0},
        "CPU ms a message": {"feedbackbot": 0.42, "aiogram loop, keeps nothing": 0.47},
        "share": {"feedbackbot": 99.9},
        "s CPU": {"import of 6,000 employees": 1.34},
        "MB": {"peak memory": 1169.0},
        "s": {"sqlite 1,000,000": 20.0},
    }
    assert "1,564" in plot(found)


def test_what_says_no_figure_gives_none() -> None:
    assert figures_of("| a | b |\n|---|---|\n| x | – |\nwords: none\n") == {}
