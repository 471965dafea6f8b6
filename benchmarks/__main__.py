"""`python -m benchmarks [name …]`: all benchmarks, or those named, one after the other; `compare A B [name]`: two commits."""

import pkgutil
import subprocess
import sys

import benchmarks
from benchmarks.compare import main as compare


def main() -> int:
    if sys.argv[1:2] == ["compare"]:
        return compare(sys.argv[2:])
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__) if module.ispkg]
    chosen = sys.argv[1:] or names
    for unknown in set(chosen) - set(names):
        sys.stderr.write(f"there is no benchmark {unknown!r}; there are {', '.join(names)}\n")
        return 2
    failed = 0
    for name in chosen:
        sys.stdout.write(f"\n# {name}\n")
        sys.stdout.flush()
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
