"""A small process for heavy work (drawing, files from outside), so that the bot's event loop never waits and its memory stays low.

Started at the first use, ended when it has been idle or has done its share of jobs, so that the 50-280 MB of
the drawing libraries go away again.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from feedbackbot.city_title import city_title
from feedbackbot.clock import city_zone
from feedbackbot.reports.inside_render_process import Bounds, Shared, prepare, within

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = ["FOREIGN_FILE", "Bounds", "RenderFailed", "RenderProcess"]

P = ParamSpec("P")
T = TypeVar("T")
_TRIES = 4
_LAST_JOB_SECONDS = 1.0


class RenderFailed(Exception):
    """The process did not survive the job, or the job wanted more than it is allowed: memory or time."""


FOREIGN_FILE = Bounds(seconds=60, megabytes=800)
"""For a file from outside, which may be made to burst: 100,000 rows of 52 columns take 550 MB."""


class _EndedDuring(Exception):
    """The process ended while this very job was at work."""


class RenderProcess:
    """Runs picklable functions in one process of their own, one after the other.

    Belongs to one event loop. `idle_seconds` without a job, or `jobs_per_process` jobs, end the process; the
    next job starts a new one. A job over `seconds_per_job` is killed.
    """

    def __init__(
        self, *, idle_seconds: float = 120.0, jobs_per_process: int = 100, seconds_per_job: int = 60
    ) -> None:
        self._idle_seconds = idle_seconds
        self._jobs_per_process = jobs_per_process
        self._usual = Bounds(seconds=seconds_per_job)
        self._pool: ProcessPoolExecutor | None = None
        self._at_work: Shared | None = None
        self._pid: Shared | None = None
        self._last_job = 0
        self._under_way = 0
        self._idle_timer: asyncio.TimerHandle | None = None

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._pool is not None

    async def render(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` returns or raises there. RenderFailed when the process did not survive it."""
        return await self.bounded(self._usual, function, *args, **kwargs)

    async def bounded(self, bounds: Bounds, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`render` for a job that may be out of measure. Let it return little: unpickling holds up the event loop.

        RenderFailed where it goes over `bounds`; the jobs behind it are done in a new process.
        """
        self._under_way += 1
        self._stop_idle_timer()
        try:
            for _ in range(_TRIES - 1):
                # It may have ended by another job's fault, or between two jobs
                with suppress(BrokenExecutor):
                    return await self._run(bounds, partial(function, *args, **kwargs))
            return await self._run(bounds, partial(function, *args, **kwargs))
        except (_EndedDuring, BrokenExecutor) as error:
            raise RenderFailed(f"the process ended during {function.__name__}") from error
        except MemoryError as error:
            raise RenderFailed(f"{function.__name__} wants too much memory") from error
        finally:
            self._under_way -= 1
            self._start_idle_timer()

    async def close(self) -> None:
        """End the process; jobs that wait are dropped, the one under way is waited for a moment: whoever wants it asks again."""
        self._stop_idle_timer()
        pool, self._pool = self._pool, None
        if pool is None:
            return
        ending = asyncio.create_task(asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True))
        _, late = await asyncio.wait([ending], timeout=_LAST_JOB_SECONDS)
        if late:
            if self._pid is not None and self._pid.value:
                with suppress(ProcessLookupError):
                    os.kill(self._pid.value, signal.SIGKILL)
            await ending

    async def _run(self, bounds: Bounds, job: Callable[[], T]) -> T:
        self._last_job += 1
        number = self._last_job
        pool, at_work = self._present_pool()
        try:
            return await asyncio.wrap_future(
                pool.submit(within, bounds, number, (city_zone().key, city_title()), job)
            )
        except BrokenExecutor as error:
            if self._pool is pool:
                self._pool = None
            pool.shutdown(wait=False)
            if at_work.value == number:
                raise _EndedDuring from error
            raise

    def _present_pool(self) -> "tuple[ProcessPoolExecutor, Shared]":
        if self._pool is None or self._at_work is None:
            # With the first job: a bot at rest has no such process, and needs nothing of what starts one
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context("spawn")
            self._at_work, self._pid = context.RawValue("Q", 0), context.RawValue("Q", 0)
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=context,
                initializer=prepare,
                initargs=(self._at_work, self._pid),
                max_tasks_per_child=self._jobs_per_process,
            )
        return self._pool, self._at_work

    def _start_idle_timer(self) -> None:
        if self._under_way == 0 and self._pool is not None:
            loop = asyncio.get_running_loop()
            self._idle_timer = loop.call_later(self._idle_seconds, self._end_idle_process)

    def _stop_idle_timer(self) -> None:
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None

    def _end_idle_process(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False)
