"""`python -m benchmarks compare A B [turns | idle] [rounds]`: two commits on one machine, in turn (A B A B …), medians and their ratio.

Each commit is laid out beside this checkout and measured by the benchmarks of this one, so that both are asked the same.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.kept import commit, keep

ROOT = Path(__file__).parents[1]
WHAT = {"turns": ["benchmarks.turns", "6", "ours", "once"], "idle": ["benchmarks.idle_memory", "--running"]}


def compare(before: str, after: str, what: str, rounds: int) -> None:
    """Prints the table, keeps figures and plot as `bench-compare-<what>`."""
    found: dict[str, dict[str, list[float]]] = {}
    with _laid_out(before) as one, _laid_out(after) as other:
        for turn in range(rounds):
            for name, folder in ((before, one), (after, other)):
                sys.stderr.write(f"round {turn + 1} of {rounds}: {name}\n")
                for figure, ways in _measured(folder, what).items():
                    kept = found.setdefault(figure, {before: [], after: []})
                    kept[name].append(next(iter(ways.values())))
    medians = {
        figure: {name: statistics.median(values) for name, values in ways.items()}
        for figure, ways in found.items()
    }
    sys.stdout.write(f"| {what} | {before} | {after} | ratio |\n|---|---|---|---|\n")
    for figure, ways in medians.items():
        ratio = ways[after] / ways[before] if ways[before] else float("nan")
        sys.stdout.write(f"| {figure} | {ways[before]:,.4g} | {ways[after]:,.4g} | {ratio:.2f} |\n")
    keep(f"compare-{what}", medians)


def _measured(folder: Path, what: str) -> dict[str, dict[str, float]]:
    """What the benchmark kept."""
    subprocess.run([sys.executable, "-m", *WHAT[what]], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    kept = next(iter((folder / "docs/images").glob(f"bench-{what}*.json")))
    found: dict[str, dict[str, float]] = json.loads(kept.read_text("utf-8"))["found"]
    return found


@contextmanager
def _laid_out(of: str) -> Iterator[Path]:
    """The commit's files with this checkout's benchmarks."""
    with tempfile.TemporaryDirectory(prefix="bench-compare-") as outer:
        folder = Path(outer, "tree")
        folder.mkdir()
        packed = subprocess.run(["git", "archive", of], cwd=ROOT, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(folder)], input=packed, check=True)
        subprocess.run(["rm", "-rf", str(folder / "benchmarks")], check=True)
        subprocess.run(["cp", "-r", str(ROOT / "benchmarks"), str(folder)], check=True)
        for old in (folder / "docs/images").glob("bench-*"):
            old.unlink()
        yield folder


def main(given: list[str]) -> int:
    """0, or 2 for what it was not told."""
    rounds = int(given.pop()) if given and given[-1].isdecimal() and len(given) > 2 else 3
    what = given[2] if len(given) > 2 else "turns"
    unknown = [one for one in given[:2] if not commit(one)]
    if len(given) < 2 or what not in WHAT or unknown:
        sys.stderr.write(f"{__doc__}\n" + "".join(f"there is no commit {one!r}\n" for one in unknown))
        return 2
    compare(given[0], given[1], what, rounds)
    return 0
