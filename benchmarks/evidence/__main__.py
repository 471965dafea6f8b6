"""`python -m benchmarks.evidence [runs] [index|campaigns|loop …] [words]`: one table, and what it misses.

With 2,000 runs a cell, 95 % are known to ± 1 point (two standard errors). `words`: only cells named so. All
cells take some 15 minutes of one core.
"""

import sys
from collections.abc import Callable, Iterator

from benchmarks.evidence import campaigns, intervals, loop
from benchmarks.evidence.table import HEADING, Cell

PARTS: dict[str, Callable[[int, str], Iterator[Cell]]] = {
    "index": intervals.cells,
    "campaigns": campaigns.cells,
    "loop": loop.cells,
}


def main(given: list[str]) -> int:
    runs = next((int(word) for word in given if word.isdigit()), 2000)
    parts = [word for word in given if word in PARTS] or list(PARTS)
    only = next((word for word in given if not word.isdigit() and word not in PARTS), "")
    missed: list[str] = []
    print(HEADING)
    for part in parts:
        for cell in PARTS[part](runs, only):
            print(cell, flush=True)
            missed += cell.failures()
    print("\nmissed beyond luck: " + ("; ".join(missed) or "nothing"))
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
