"""Which tests cost so much that `make quick` leaves them out: measured, not guessed, in `tests/costly.txt`.

`make costs` runs all tests and writes that list anew. The processor's time counts, not the clock's: a busy machine
changes nothing. What a test starts (a bot, a browser) counts too, once it has ended.
"""

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

COSTLY = Path(__file__).with_name("costly.txt")
_AT_MOST = 0.2
"""Seconds of processor time."""


def name_of(item: pytest.Item) -> str:
    """The test without its parameters: they cost alike, and come and go."""
    return item.nodeid.partition("[")[0]


def costly() -> frozenset[str]:
    return frozenset(COSTLY.read_text("utf-8").split())


class CostKeeper:
    """Notes the costs of tests; in a worker of pytest-xdist it hands them to the one who writes."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._costs: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        before = _spent()
        try:
            return (yield)
        finally:
            self._keep(name_of(item), _spent() - before)

    def _keep(self, name: str, seconds: float) -> None:
        self._costs[name] = max(seconds, self._costs.get(name, 0.0))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        for name, seconds in getattr(node, "workeroutput", {}).get("costs", {}).items():
            self._keep(name, seconds)

    def pytest_sessionfinish(self) -> None:
        output = getattr(self._config, "workeroutput", None)
        if output is not None:
            output["costs"] = self._costs
            return
        names = sorted(name for name, seconds in self._costs.items() if seconds > _AT_MOST)
        COSTLY.write_text("".join(f"{name}\n" for name in names), "utf-8")


def _spent() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))
