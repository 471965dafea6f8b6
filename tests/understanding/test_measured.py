"""The open sentences and our own, typed into the whole bot: goals of docs/understanding.md."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.slow
@pytest.mark.parametrize("name", ["utterances_open.csv", "utterances_own.csv"])
def test_nine_of_ten_sentences_find_their_way_and_none_does_harm(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out.csv"
    subprocess.run(  # the script stands alone, as others run it
        [sys.executable, str(HERE / "measure.py"), str(HERE / name), "--out", str(out)],
        check=True,
        cwd=HERE.parents[1],
        capture_output=True,
    )
    rows = list(csv.DictReader(out.open(encoding="utf-8")))
    verdicts = Counter(row["verdict"] for row in rows)
    assert verdicts["right"] >= 0.93 * len(rows), verdicts
    assert verdicts["not understood"] <= 0.03 * len(rows), verdicts
    # the one that an open question has to claim is that question's
    assert not [
        row["id"] for row in rows if row["verdict"] == "harmful" and row["state"] != "closing-question"
    ]
    assert not [row["id"] for row in rows if row["outcome"] == "emergency" and row["verdict"] != "right"]
