"""What runs inside the process for heavy work. It reads nothing that only the bot needs:
asyncio alone is a twentieth of a second that whoever waits for the first chart would wait longer."""

import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from feedbackbot.city_title import title_of
from feedbackbot.clock import time_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one job may take: `seconds` by the clock, and `megabytes` of memory beyond what the process holds already (None: no bound)."""

    seconds: int = 60
    megabytes: int | None = None


class Shared(Protocol):
    """A number that both processes see: of the job at work (0 between two jobs), or of the process."""

    value: int


_at_work: Shared | None = None


def prepare(at_work: Shared, pid: Shared) -> None:
    """Once, before the first job."""
    global _at_work
    _at_work = at_work
    # numpy's threads would fight with the bot for its cores: with two of them everything takes three times as long
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    pid.value = os.getpid()
    # Ctrl-C reaches the whole group; it is the bot that decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed bot leaves no process behind: the pool's own pipe would never tell."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def within(bounds: Bounds, number: int, city: tuple[str, str], job: Callable[[], T]) -> T:
    """What `job`, that of this number, gives. `city` is the key of its time zone and what it is called.

    The process ends where it takes too long.
    """
    _say_at_work(number)
    # The alarm's default is to end the process, which is the only sure way out of compiled code.
    signal.alarm(bounds.seconds)
    before = resource.getrlimit(resource.RLIMIT_DATA)
    if bounds.megabytes is not None:
        most = _private_bytes() + bounds.megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, before[1]))
    try:
        with time_of(city[0]), title_of(city[1]):
            return job()
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)
        signal.alarm(0)
        _say_at_work(0)


def _say_at_work(number: int) -> None:
    if _at_work is not None:
        _at_work.value = number


def _private_bytes() -> int:
    """What the limit counts: memory of this process alone, without its libraries' files."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
