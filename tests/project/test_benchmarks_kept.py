"""What a benchmark prints is kept as it stands there."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks.kept import FOLDER, Found, plot, room
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


WIDE = {"a title " * 20: {"a way with a very long name, " * 3: 1234567.0, "short": 0.0}}


@pytest.mark.parametrize("found", [figures_of(PRINTED), WIDE, {}])
def test_no_label_is_cut(found: Found) -> None:
    drawn = ElementTree.fromstring(plot(found))
    for text in drawn.iter("{http://www.w3.org/2000/svg}text"):
        words, at = text.text or "", float(text.attrib["x"])
        starts = at - room(words) if text.get("text-anchor") == "end" else at
        assert starts >= 0
        assert starts + room(words) <= float(drawn.attrib["width"])


@pytest.mark.parametrize("kept", sorted(FOLDER.glob("bench-*.json")), ids=lambda path: path.stem)
def test_a_kept_plot_is_drawn_from_the_figures_beside_it(kept: Path) -> None:
    drawn = kept.with_suffix(".svg").read_text("utf-8")
    assert drawn == plot(json.loads(kept.read_text("utf-8"))["found"])
