"""`python -m benchmarks.evidence [runs] [index|campaigns|loop …]`: one table, and what it misses.

With 2,000 runs a cell, 95 % are known to ± 1 point (two standard errors). All cells take some 20 minutes.
"""

import sys
from collections.abc import Callable, Iterator

from benchmarks.evidence import campaigns, intervals, loop
from benchmarks.evidence.table import HEADING, Cell

PARTS: dict[str, Callable[[int], Iterator[Cell]]] = {
    "index": intervals.cells,
    "campaigns": campaigns.cells,
    "loop": loop.cells,
}


def main(runs: int, parts: list[str]) -> int:
    missed: list[str] = []
    print(HEADING)
    for part in parts:
        for cell in PARTS[part](runs):
            print(cell, flush=True)
            missed += cell.failures()
    print("\nmissed beyond luck: " + ("; ".join(missed) or "nothing"))
    return 1 if missed else 0


if __name__ == "__main__":
    given = sys.argv[1:]
    numbers = [int(word) for word in given if word.isdigit()]
    raise SystemExit(main(numbers[0] if numbers else 2000, [w for w in given if w in PARTS] or list(PARTS)))
