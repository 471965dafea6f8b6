"""Copies the erasure log to its file, within a second or two of each erasing."""

import asyncio
import contextlib
from pathlib import Path

from feedbackbot.domain.calendar import city_day
from feedbackbot.storage.lookout import Lookout
from feedbackbot.storage.privacy.erasure_file import (
    add_erasures,
    erasure_file,
    read_erasures,
    rewrite_erasures,
)
from feedbackbot.storage.privacy.erasure_log import logged_after, oldest_kept
from feedbackbot.storage.runtime import Runtime
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
_EVERY_SECONDS = 1.0


class ErasureKeeper:
    """Runs beside the bot. What a crash or a full disk kept from the file is written at the next look: the table is the truth."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._file: Path = erasure_file(runtime.settings)
        self._newest_id = 0
        self._written: set[str] = set()
        self._lookout = Lookout(runtime)
        self._stop = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name="erasures")

    async def close(self) -> None:
        """Returns when the last ones are in the file, or cannot be written."""
        self._stop.set()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        while True:
            last = self._stop.is_set()
            try:
                # a file that is gone, and the end, are no matter of what was committed
                if last or not self._file.exists() or self._lookout.begins():
                    await self.look()
                    self._lookout.found_nothing()
            except Exception as problem:
                # the table keeps them until the file can be written
                _log.warning("erasures could not be copied to their file", problem=type(problem).__name__)
            if last:
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_EVERY_SECONDS):
                    await self._stop.wait()

    async def look(self) -> None:
        """Write what the file does not hold yet. Raises OSError, DatabaseAway."""
        if not self._file.exists():
            self._newest_id, self._written = 0, set()
            await asyncio.to_thread(add_erasures, self._file, [])
        elif self._newest_id == 0 and not self._written:
            self._written = await asyncio.to_thread(self._read_and_forget)

        found, newest_id = await self._runtime.read(lambda tx: logged_after(tx, self._newest_id))
        fresh = [one for one in found if one.token not in self._written]
        if fresh:
            await asyncio.to_thread(add_erasures, self._file, fresh)
            self._written.update(one.token for one in fresh)
        self._newest_id = newest_id

    def _read_and_forget(self) -> set[str]:
        """What the file holds, after what is older than any backup has left it."""
        held = read_erasures(self._file)
        since = oldest_kept(city_day(self._runtime.now()), self._runtime.settings.backups_kept_days)
        kept = [one for one in held if one.day >= since]
        if len(kept) < len(held):
            rewrite_erasures(self._file, kept)
        return {one.token for one in kept}
