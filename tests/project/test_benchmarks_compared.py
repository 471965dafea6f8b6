"""`python -m benchmarks compare`: refuses what it does not know, and tells the medians of two commits and their ratio."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import kept
from benchmarks.compare import WHAT, Found, _measured, _tell, main
from benchmarks.laid_out import Tree

TABLE = "| way | messages/s | share |\n|---|---|---|\n| ours | 1,564 | 99.9 % |\n| theirs | 1,619 | – |\n"


@pytest.mark.parametrize("given", [[], ["HEAD"], ["HEAD", "HEAD", "dreams"], ["HEAD", "no-such-commit"]])
def test_what_it_does_not_know_is_told_and_nothing_is_measured(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == 2
    said = capsys.readouterr()
    assert not said.out
    assert "python -m benchmarks compare" in said.err
    assert ("there is no commit 'no-such-commit'" in said.err) == ("no-such-commit" in given)


def a_tree(folder: Path, program: str) -> Tree:
    """A commit's files whose benchmark `broadcast` is this program, and `turns` too."""
    (folder / "benchmarks").mkdir()
    for name in ("__init__", "broadcast", "turns"):
        (folder / "benchmarks" / f"{name}.py").write_text(program, "utf-8")
    return Tree(folder, sys.executable)


def test_the_figures_of_a_commits_own_benchmark_are_read_from_what_it_prints(tmp_path: Path) -> None:
    tree = a_tree(tmp_path, f"if __name__ == '__main__':\n    print({TABLE!r})\n")
    assert _measured(tree, "broadcast") == {
        "messages/s: ours": 1564.0,
        "messages/s: theirs": 1619.0,
        "share: ours": 99.9,
    }


def test_the_figures_of_our_benchmark_are_read_from_what_it_kept(tmp_path: Path) -> None:
    kept = tmp_path / "docs/images"
    kept.mkdir(parents=True)
    found = {"turns/s": {"feedbackbot": 564.0}, "ms": {"feedbackbot": 2.0, "usual": 9.0}}
    (kept / "bench-turns.json").write_text(json.dumps({"found": found}), "utf-8")
    told = _measured(a_tree(tmp_path, ""), "turns")
    assert told == {"turns/s": 564.0, "ms: feedbackbot": 2.0, "ms: usual": 9.0}


def test_medians_and_their_ratio_are_told_and_kept_and_what_one_has_not_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found: Found = {
        "turns/s": {"old": [100.0, 900.0, 200.0], "new": [300.0, 1.0, 500.0]},
        "refused": {"old": [0.0], "new": [3.0]},
        "only new": {"old": [], "new": [7.0]},
    }
    _tell(found, "turns", 3, tmp_path)
    said = capsys.readouterr()
    assert "| turns, rounds: 3 | old | new | ratio |" in said.out
    assert "| turns/s | 200 | 300 | 1.50 |" in said.out
    assert "| refused | 0 | 3 | nan |" in said.out
    assert "only new" not in said.out and "only one of them tells: only new" in said.err
    written = json.loads((tmp_path / "bench-compare-turns.json").read_text("utf-8"))
    assert written["found"] == {"turns/s": {"old": 200.0, "new": 300.0}, "refused": {"old": 0.0, "new": 3.0}}


@pytest.mark.parametrize("what", WHAT)
def test_each_thing_that_is_compared_is_a_benchmark_of_this_checkout(what: str) -> None:
    module = Path(kept.__file__).parent / WHAT[what].module
    assert module.with_suffix(".py").is_file() or (module / "__main__.py").is_file()
