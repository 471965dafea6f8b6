"""A small process for heavy drawing, so that the bot's event loop never waits and its memory stays low.

Started at the first use, ended when it has been idle or has done its share of jobs, so that the 50-280 MB of
the drawing libraries go away again.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from importlib import import_module
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class RenderFailed(Exception):
    """The process ended during the job, twice: out of memory, or over the time allowed."""


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
        self._seconds_per_job = seconds_per_job
        self._pool: ProcessPoolExecutor | None = None
        self._under_way = 0
        self._idle_timer: asyncio.TimerHandle | None = None

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._pool is not None

    async def render(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `function` returns or raises there. RenderFailed when the process did not survive it."""
        self._under_way += 1
        self._stop_idle_timer()
        try:
            try:
                return await self._run(function, *args, **kwargs)
            except BrokenProcessPool:
                # Perhaps another job's fault: once more in a new process.
                return await self._run(function, *args, **kwargs)
        except BrokenProcessPool as error:
            raise RenderFailed(f"the render process ended during {function.__name__}") from error
        finally:
            self._under_way -= 1
            self._start_idle_timer()

    async def warm(self) -> None:
        """Start the process and load the drawing library, when a chart is likely to be wanted soon."""
        await self.render(_load_drawing)

    async def close(self) -> None:
        """End the process; jobs that wait are dropped, the one under way is waited for."""
        self._stop_idle_timer()
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)

    async def _run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_prepare,
                max_tasks_per_child=self._jobs_per_process,
            )
        pool = self._pool
        try:
            job = partial(function, *args, **kwargs)
            return await asyncio.wrap_future(pool.submit(_within, self._seconds_per_job, job))
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = None
            pool.shutdown(wait=False)
            raise

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


def _prepare() -> None:
    # Ctrl-C reaches the whole group; it is the bot that decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A killed bot leaves no process behind: the pool's own pipe would never tell."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _within(seconds: int, job: Callable[[], T]) -> T:
    # The alarm's default is to end the process, which is the only sure way out of compiled code.
    signal.alarm(seconds)
    try:
        return job()
    finally:
        signal.alarm(0)


def _load_drawing() -> None:
    import_module("feedbackbot.reports.drawing.bar_drawing")
