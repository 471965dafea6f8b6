"""`python -m benchmarks compare A B [turns | broadcast | staff | reports | idle | all] [rounds]`: two commits on one machine.

In turn (A B A B …), medians and their ratio. Each commit is laid out beside this checkout, with its own libraries where its list of them
differs. `turns` and `idle` look at a process from outside: both commits are measured by the benchmarks of this checkout. The others call
into the program, so each commit brings its own; where these ask something else, `asked_alike/` has a patch for the older one.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.kept import FOLDER, commit, keep
from benchmarks.laid_out import Tree, laid_out
from benchmarks.read_tables import figures_of


@dataclass(frozen=True)
class Asked:
    """A module of `benchmarks` and what it is told; `its_own`: each commit's own, of which the printed figures are read."""

    module: str
    told: tuple[str, ...]
    its_own: bool


WHAT: Mapping[str, Asked] = {
    "turns": Asked("turns", ("6", "ours", "once"), its_own=False),
    "broadcast": Asked("broadcast", ("c", "10000"), its_own=True),
    "staff": Asked("staff", ("--staff", "2000", "--rows", "0"), its_own=True),
    "reports": Asked("reports", ("--responses", "200000", "--databases", "sqlite"), its_own=True),
    "idle": Asked("idle_memory", ("--running",), its_own=False),
}
Found = dict[str, dict[str, list[float]]]
"""By figure, and in it by commit: one value a round."""


def compare(before: str, after: str, what: str, rounds: int) -> None:
    """Prints the table after each round, so that an interruption costs one; keeps figures and plot as `bench-compare-<what>`."""
    ours = not WHAT[what].its_own
    found: Found = {}
    with laid_out(before, ours=ours) as one, laid_out(after, ours=ours) as other:
        for turn in range(1, rounds + 1):
            for name, tree in ((before, one), (after, other)):
                sys.stderr.write(f"{what}, round {turn} of {rounds}: {name}\n")
                for figure, value in _measured(tree, what).items():
                    found.setdefault(figure, {before: [], after: []})[name].append(value)
            _tell(found, what, turn)


def _tell(found: Found, what: str, rounds: int, folder: Path = FOLDER) -> None:
    both = {figure: ways for figure, ways in found.items() if all(ways.values())}
    medians = {
        figure: {name: statistics.median(values) for name, values in ways.items()}
        for figure, ways in both.items()
    }
    before, after = next(iter(medians.values()))
    sys.stdout.write(f"\n| {what}, rounds: {rounds} | {before} | {after} | ratio |\n|---|---|---|---|\n")
    for figure, ways in medians.items():
        ratio = ways[after] / ways[before] if ways[before] else float("nan")
        sys.stdout.write(f"| {figure} | {ways[before]:,.4g} | {ways[after]:,.4g} | {ratio:.2f} |\n")
    sys.stdout.flush()
    for figure in found.keys() - both.keys():
        sys.stderr.write(f"only one of them tells: {figure}\n")
    keep(f"compare-{what}", medians, folder)


def _measured(tree: Tree, what: str) -> dict[str, float]:
    """By figure; what is measured in several ways names the way too."""
    asked = WHAT[what]
    command = [tree.python, "-m", f"benchmarks.{asked.module}", *asked.told]
    ran = subprocess.run(command, cwd=tree.folder, check=True, stdout=subprocess.PIPE, text=True)
    if asked.its_own:
        told = figures_of(ran.stdout)
    else:
        kept = next(iter((tree.folder / "docs/images").glob(f"bench-{what}*.json")))
        told = json.loads(kept.read_text("utf-8"))["found"]
    return {
        figure if len(ways) == 1 and not asked.its_own else f"{figure}: {way}": value
        for figure, ways in told.items()
        for way, value in ways.items()
    }


def main(given: list[str]) -> int:
    """0, or 2 for what it was not told."""
    rounds = int(given.pop()) if given and given[-1].isdecimal() and len(given) > 2 else 3
    what = given[2] if len(given) > 2 else "turns"
    unknown = [one for one in given[:2] if not commit(one)]
    if len(given) < 2 or what not in (*WHAT, "all") or unknown:
        sys.stderr.write(f"{__doc__}\n" + "".join(f"there is no commit {one!r}\n" for one in unknown))
        return 2
    for one in WHAT if what == "all" else (what,):
        compare(given[0], given[1], one, rounds)
    return 0
