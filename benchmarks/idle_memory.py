"""`python -m benchmarks.idle_memory`: which import costs how much of the memory that `bot.py run` holds when nothing happens.

Each module's own share: what the process grew by while it was imported, without what it imported in turn. Grown is
what the system gave (RSS), so small modules come out as 0 and their neighbours a little too large; sums of packages
are right to about half a megabyte.
"""

import argparse
import importlib.util
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from benchmarks.kept import keep
from benchmarks.running_memory import idle_megabytes

_MODULES = ("bot", "feedbackbot.running", "feedbackbot.wiring")
_STATUS = Path("/proc/self/status")


def resident() -> float:
    """MB of this process in memory."""
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


class _Weighing(Loader):
    """Executes a module as its own loader does, and notes by how much the process grew."""

    def __init__(self, loader: Loader, scale: "Scale") -> None:
        self._loader, self._scale = loader, scale

    def __getattr__(self, name: str) -> object:
        """What else a loader can do, as giving the files that lie beside a module."""
        return getattr(self._loader, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._scale.enter()
        try:
            self._loader.exec_module(module)
        finally:
            self._scale.leave(module.__name__)


class Scale(MetaPathFinder):
    """Stands before the finders of the system. `own` is MB by module."""

    def __init__(self) -> None:
        self.own: defaultdict[str, float] = defaultdict(float)
        self._open: list[list[float]] = []
        self._asking = False

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if self._asking:
            return None
        self._asking = True
        try:
            spec = importlib.util.find_spec(name) if path is None else _in(name, path)
        finally:
            self._asking = False
        if spec is not None and spec.loader is not None and hasattr(spec.loader, "exec_module"):
            spec.loader = _Weighing(spec.loader, self)
        return spec

    def enter(self) -> None:
        self._open.append([resident(), 0.0])

    def leave(self, name: str) -> None:
        before, inner = self._open.pop()
        grown = resident() - before
        self.own[name] += grown - inner
        if self._open:
            self._open[-1][1] += grown


def _in(name: str, path: Sequence[str]) -> ModuleSpec | None:
    for finder in sys.meta_path:
        if not isinstance(finder, Scale) and (spec := finder.find_spec(name, path)):
            return spec
    return None


def _print(grown: Mapping[str, float], at_least: float) -> None:
    for name, megabytes in sorted(grown.items(), key=lambda one: -one[1]):
        if megabytes >= at_least:
            print(f"{megabytes:6.1f}  {name}")


def _weigh_running() -> None:
    """As it is started, and without docstrings."""
    plain, bare = idle_megabytes(), idle_megabytes("-OO")
    print("| | idle MB | start s |\n|---|---|---|")
    for name, found in (("python", plain), ("python -OO", bare)):
        print(f"| {name} | {found['idle MB']:.1f} | {found['start s']:.2f} |")
    keep("idle", {"idle MB": {"python": plain["idle MB"], "python -OO": bare["idle MB"]}})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", action="store_true", help="every module of half a megabyte or more too")
    parser.add_argument("--running", action="store_true", help="`bot.py run` against the playground instead")
    arguments = parser.parse_args()
    if arguments.running:
        _weigh_running()
        return
    empty, scale = resident(), Scale()
    sys.meta_path.insert(0, scale)
    for name in _MODULES:
        module = importlib.import_module(name)
        if name == "bot":
            module.leave_rich_out()
    packages: defaultdict[str, float] = defaultdict(float)
    for name, grown in scale.own.items():
        packages[name.partition(".")[0]] += grown
    print(f"empty interpreter {empty:.1f} MB, all imported {resident():.1f} MB")
    _print(packages, at_least=0.5)
    if arguments.modules:
        print()
        _print(scale.own, at_least=0.5)


if __name__ == "__main__":
    main()
