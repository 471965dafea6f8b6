"""`python -m benchmarks [name …] [--option … | number …]`: all benchmarks, or those named, one after the other, each told what follows
the names; `compare A B [name]`: two commits.

What one prints is kept as `docs/images/bench-NAME.json` and drawn beside it, unless it has kept its own figures.
"""

import itertools
import pkgutil
import subprocess
import sys
import time
from collections.abc import Sequence

import benchmarks
from benchmarks.compare import main as compare
from benchmarks.kept import FOLDER, keep
from benchmarks.read_tables import figures_of


def main() -> int:
    if sys.argv[1:2] == ["compare"]:
        return compare(sys.argv[2:])
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.ispkg]
    chosen = list(itertools.takewhile(lambda one: one in names, sys.argv[1:]))
    told = sys.argv[1 + len(chosen) :]
    if told and not chosen:
        sys.stderr.write(f"there is no benchmark {told[0]!r}; there are {', '.join(names)}\n")
        return 2
    chosen = chosen or names
    failed = 0
    for name in chosen:
        sys.stdout.write(f"\n# {name}\n")
        sys.stdout.flush()
        failed += not _run(name, told)
    return 1 if failed else 0


def _run(name: str, told: Sequence[str]) -> bool:
    """Shows what it prints while it prints it."""
    began, printed = time.time(), list[str]()
    with subprocess.Popen(
        [sys.executable, "-u", "-m", f"benchmarks.{name}", *told], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            printed.append(line)
    has_kept = any(file.stat().st_mtime >= began for file in FOLDER.glob(f"bench-{name}*.json"))
    if running.returncode == 0 and not has_kept and (found := figures_of("".join(printed))):
        keep(name, found)
    return running.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
