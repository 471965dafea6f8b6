"""One unit of work for all that happens: a function of an open transaction, with clock and settings in it."""

from collections.abc import AsyncIterator, Callable, Hashable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Connection

from feedbackbot.clock import Now, system_now
from feedbackbot.domain.links import Links
from feedbackbot.errors import FeedbackbotError
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.transaction import ReadFirst, Transaction

T = TypeVar("T")
P = TypeVar("P")
Work = Callable[[Transaction], T]
_MOST_READ_FIRST = 20


class Runtime:
    """The database bound to clock and settings. After a commit that queued a message it wakes whoever sends."""

    def __init__(self, database: Database, now: Now, settings: Settings) -> None:
        self.database = database
        self.now = now
        self.settings = settings
        self.links = Links()
        self.alone: Callable[[], bool] = lambda: False
        """Whether, as far as this process knows, no other one serves this database."""
        self._senders: list[Callable[[], None]] = []

    def wakes(self, sender: Callable[[], None]) -> None:
        """`sender` is called after each commit that queued something."""
        self._senders.append(sender)

    def news(self) -> int | None:
        """As `Database.news`; None also where another process serves this database, whose commits are to be seen at once."""
        return self.database.news() if self.alone() else None

    async def write(self, work: Work[T]) -> T:
        """Run `work` in one transaction; returns after the commit. `work` may run more than once: what it wants to know by
        `Transaction.beside` is read before, on a snapshot. Raises DatabaseAway."""
        read: dict[Hashable, Any] = {}
        for _ in range(_MOST_READ_FIRST):
            try:
                return await self._write(work, read)
            except ReadFirst as wanted:
                read[wanted.key] = await self._found_or_refused(wanted.work)
        raise RuntimeError("a unit of work that asks for something else each time it runs")

    async def _found_or_refused(self, work: Work[T]) -> T | FeedbackbotError:
        try:
            return await self.read(work)
        except FeedbackbotError as refusal:
            return refusal

    async def _write(self, work: Work[T], read: Mapping[Hashable, Any]) -> T:
        opened: Transaction | None = None

        def step(connection: Connection) -> T:
            nonlocal opened
            opened = self.transaction(connection)
            opened.read_first = read
            opened.will_end()
            done = work(opened)
            opened.end(commits=True)
            return done

        done = await self.database.write(step)
        if opened is not None and opened.wakes_delivery:
            for wake in self._senders:
                wake()
        return done

    async def write_in_slices(
        self, items: Sequence[P], most: int, work: Callable[[Transaction, Sequence[P]], T]
    ) -> list[T]:
        """Whatever a person can make large is written so: `most` items a transaction, so that nobody waits for all of them. Returns
        what each slice did.

        A crash leaves the first slices: `work` is such that whoever begins again does only the rest.
        """
        done = []
        for start in range(0, len(items), most):
            part = items[start : start + most]
            done.append(await self.write(lambda tx, part=part: work(tx, part)))  # type: ignore[misc]
        return done

    async def write_until_done(self, step: Work[int]) -> int:
        """The same where the database knows what is left: `step` does some of it and tells how much. Returns the sum."""
        total = 0
        while done := await self.write(step):
            total += done
        return total

    async def read(self, work: Work[T]) -> T:
        """Run `work` on one snapshot that it cannot write to. Raises DatabaseAway."""
        return await self.database.read(lambda connection: work(self.transaction(connection)))

    def transaction(self, connection: Connection) -> Transaction:
        """For those who hold a connection already: tests and the engine."""
        return Transaction(connection, self.now(), self.settings, self.links)


@asynccontextmanager
async def open_runtime(settings: Settings) -> AsyncIterator[Runtime]:
    """The database of the settings for one command, closed afterwards."""
    database = open_database(settings.database_url, synchronous=settings.sqlite_synchronous)
    try:
        yield Runtime(database, system_now, settings)
    finally:
        await database.close()
