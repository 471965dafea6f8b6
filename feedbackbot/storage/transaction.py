"""What every use case gets: an open transaction and the circumstances it happens in."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy import Connection, Executable, Select, Table, text
from sqlalchemy.engine import CursorResult

from feedbackbot.domain.links import Links
from feedbackbot.errors import FeedbackbotError
from feedbackbot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

    from feedbackbot.storage.postgres_driver import Driver

P = ParamSpec("P")
R = TypeVar("R")

DRIVER: Final = "driver"
"""Under this name a connection knows its way past SQLAlchemy."""
ROUTINE: Final = "routine"
"""Under this name it knows that its unit of work changes nothing for which anybody looks."""


class ReadOnlyError(RuntimeError):
    """A mistake of ours: what may only read (a link, for example) wrote."""


class ReadFirst(Exception):
    """A unit of work wants to know what is too much to read where everybody waits: undo it, read `work` beside the writer, run it again."""

    def __init__(self, key: Hashable, work: "Callable[[Transaction], Any]") -> None:
        super().__init__("to be read beside the writer")
        self.key, self.work = key, work


class AtEnd(Protocol):
    """A change of a row that many people share."""

    def run(self, tx: "Transaction") -> None: ...


@dataclass
class Transaction:
    """One unit of work. `now` is fixed for its whole length; `after` collects what to wake once it is committed."""

    connection: Connection
    now: datetime
    settings: Settings
    links: Links = field(default_factory=Links)
    wakes_delivery: bool = field(default=False)
    # what was read beside the writer for this unit of work; None: nobody would run it again, all is read here
    read_first: Mapping[Hashable, Any] | None = field(default=None)
    # what waits for the end of this unit of work; None: nobody would come back for it, so it is done at once
    _at_end: "list[AtEnd] | None" = field(default=None)
    _only_reads: bool = field(default=False)
    # what is left for the end is being done, and nothing but the commit follows
    only_commits: bool = field(default=False, init=False)

    def run(
        self, statement: Executable, parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        if self._only_reads:
            self.refuse_to_write(statement)
        return self.connection.execute(statement, parameters)

    def beside(
        self, read: Callable[Concatenate["Transaction", P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """What `read` finds on a snapshot beside the writer, for reading that grows with the city: `Runtime.write` undoes this unit of
        work, reads, and runs it again. So `read` is asked with the same arguments each time, and sees nothing that this unit wrote."""
        if self.read_first is None:
            return read(self, *args, **kwargs)
        key = (read, args, tuple(sorted(kwargs.items())))
        if key not in self.read_first:
            raise ReadFirst(key, lambda tx: read(tx, *args, **kwargs))
        found: R | FeedbackbotError = self.read_first[key]
        if isinstance(found, FeedbackbotError):  # refused there as it would be here
            raise found
        return found

    def will_end(self) -> None:
        """Whoever calls this calls `end` before the commit. SQLite's writer is one, so there nobody would gain by it."""
        self._at_end = [] if self.on_postgresql else None

    def last(self, change: AtEnd) -> None:
        """Change a row that many people share right before the commit: whoever comes next waits for that alone, not for all that this
        unit of work still asks over the network. `left_for_the_end` tells what a reading does not see until then."""
        if self._at_end is None:
            change.run(self)
        else:
            self._at_end.append(change)

    @property
    def left_for_the_end(self) -> "Sequence[AtEnd]":
        return self._at_end or ()

    def end(self, *, commits: bool = False) -> None:
        """Do what was left for the end, in its order. `commits`: nothing but the commit follows."""
        changes, self._at_end = self._at_end, None
        self.only_commits = commits
        for change in changes or ():
            change.run(self)

    def is_routine(self) -> None:
        """This unit of work changes nothing for which anybody looks (a beat, a lease): those who rest go on resting."""
        self.connection.info[ROUTINE] = True

    def ask_anything(self) -> None:
        """The cheapest question; raises DatabaseAway where nobody answers."""
        self.connection.execute(text("SELECT 1"))

    @contextmanager
    def only_reading(self) -> Iterator[None]:
        """While it lasts, a statement that writes raises ReadOnlyError."""
        before, self._only_reads = self._only_reads, True
        try:
            yield
        finally:
            self._only_reads = before

    def refuse_to_write(self, statement: Executable) -> None:
        """Raises ReadOnlyError for a statement that writes while nothing may be written."""
        if self._only_reads and not isinstance(statement, Select):
            raise ReadOnlyError("something that may only read wanted to write")

    @property
    def on_postgresql(self) -> bool:
        return self.connection.dialect.name == "postgresql"

    @property
    def on_the_writer(self) -> bool:
        """Whether this is SQLite's writer thread, where the driver can be spoken to at once; readers go through aiosqlite."""
        return self.connection.dialect.driver == "pysqlite"

    @property
    def driver(self) -> "Driver | None":
        """PostgreSQL's, for a unit of work of the bot; None elsewhere."""
        return cast("Driver | None", self.connection.info.get(DRIVER))


def upsert(transaction: Transaction, table: Table) -> "postgresql.Insert | sqlite.Insert":
    """An INSERT of the database's own dialect, which knows ON CONFLICT (both spell it alike)."""
    return insert_of(table, on_postgresql=transaction.on_postgresql)


def insert_of(table: Table, *, on_postgresql: bool) -> "postgresql.Insert | sqlite.Insert":
    """As `upsert`, for a statement that is made once. The dialect of the other database is never read: two megabytes."""
    if on_postgresql:
        from sqlalchemy.dialects.postgresql import insert

        return insert(table)
    from sqlalchemy.dialects.sqlite import insert as insert_on_sqlite

    return insert_on_sqlite(table)
