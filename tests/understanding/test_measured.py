"""The sets of sentences of docs/understanding.md as they are read today: what was understood once stays understood."""

import csv
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.understanding import reader_of_shipped_city

HERE = Path(__file__).parent
SETS = ("open", "own", "fresh", "unseen", "third", "fourth", "fifth", "forum", "manners")
READER = reader_of_shipped_city()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


@pytest.mark.slow
def test_nine_of_ten_sentences_find_their_way_and_none_does_harm(tmp_path: Path) -> None:
    """All sets in one run, for the bot and its people are made once."""
    rows = [
        row | {"id": f"{name} {row['id']}"} for name in SETS for row in _rows(HERE / f"utterances_{name}.csv")
    ]
    every, out = tmp_path / "every.csv", tmp_path / "out.csv"
    with every.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    subprocess.run(  # the script stands alone, as others run it
        [sys.executable, str(HERE / "measure.py"), str(every), "--out", str(out)],
        check=True,
        cwd=HERE.parents[1],
        capture_output=True,
    )
    verdicts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in (judged := list(_rows(out))):
        verdicts[row["id"].split()[0]][row["verdict"]] += 1
    for name, counts in verdicts.items():
        assert counts["right"] >= 0.95 * counts.total(), (name, counts)
        assert counts["not understood"] <= 0.03 * counts.total(), (name, counts)
    # the one that an open question has to claim is that question's
    assert not [
        row["id"] for row in judged if row["verdict"] == "harmful" and row["state"] != "closing-question"
    ]
    assert not [row["id"] for row in judged if row["outcome"] == "emergency" and row["verdict"] != "right"]


@pytest.mark.parametrize("name", ["first", "second", "unseen", "last", "fifth", "final", "sealed"])
def test_emergencies_are_told_the_numbers_and_what_only_sounds_like_one_is_not_stopped(name: str) -> None:
    rows = [
        (row["text"], row["danger"] == "yes", READER.read(row["text"]))
        for row in _rows(HERE / f"alarms_{name}.csv")
    ]
    cries = [read for _, danger, read in rows if danger]
    assert not [text for text, danger, read in rows if danger and not read.perhaps]
    assert sum(read.urgent for read in cries) >= 0.9 * len(cries)
    false = [text for text, danger, read in rows if not danger and read.urgent]
    assert len(false) <= 0.06 * len(rows), false


def test_ordinary_sentences_sound_no_alarm() -> None:
    ordinary = [
        row["text"]
        for name in SETS
        for row in _rows(HERE / f"utterances_{name}.csv")
        if row["outcome"] != "emergency"
    ]
    read = [READER.read(text) for text in ordinary]
    assert not [text for text, one in zip(ordinary, read, strict=True) if one.urgent]
    assert sum(one.perhaps for one in read) <= 0.05 * len(ordinary)
