"""One unit of work's way to asyncpg past SQLAlchemy, whose own way costs the bot three times the processor for each statement."""

from collections.abc import Awaitable, Sequence
from typing import Any, Final, TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import await_only

from feedbackbot.storage.compiled import Compiled, Values, in_one

T = TypeVar("T")
_COMMIT: Final = "COMMIT"


class Driver:
    """Of one open connection, from BEGIN to COMMIT. What it raises is what SQLAlchemy would raise: DBAPIError, and the connection is
    given up where it broke or where a statement was left half-way."""

    __slots__ = ("_connection", "_raw", "_with_commit")

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._raw: Any = connection.connection.driver_connection
        self._with_commit: list[str] = []

    def say(self, sql: str) -> None:
        """A statement without arguments or answer."""
        self._answer(sql, self._raw.execute(sql))

    def first(self, statement: Compiled, values: Values) -> Sequence[Any] | None:
        asked = self._raw.fetchrow(statement.sql, *statement.arguments(values))
        return cast(Sequence[Any] | None, self._answer(statement.sql, asked))

    def first_beside(
        self, statement: Compiled, values: Values, beside: Sequence[tuple[Compiled, Values]]
    ) -> Sequence[Any] | None:
        """As `first`, in one statement with those `beside`."""
        sql = in_one(*(one for one, _ in beside), statement)
        given = [argument for one, its in (*beside, (statement, values)) for argument in one.arguments(its)]
        return cast(Sequence[Any] | None, self._answer(sql, self._raw.fetchrow(sql, *given)))

    def all(self, statement: Compiled, values: Values) -> Sequence[Sequence[Any]]:
        asked = self._raw.fetch(statement.sql, *statement.arguments(values))
        return cast(Sequence[Sequence[Any]], self._answer(statement.sql, asked))

    def run(self, statement: Compiled, values: Values) -> int:
        """How many rows it changed: the server says "UPDATE 1"."""
        told = self._answer(statement.sql, self._raw.execute(statement.sql, *statement.arguments(values)))
        return int(told.rpartition(" ")[2])

    def run_each(self, statement: Compiled, rows: Sequence[Values]) -> None:
        asked = self._raw.executemany(statement.sql, [statement.arguments(row) for row in rows])
        self._answer(statement.sql, asked)

    def run_with_commit(self, statement: Compiled, values: Values) -> None:
        """Goes to the server together with the commit: what it locks is locked for no way over the network."""
        self._with_commit.append(statement.with_values(values))

    def commit(self) -> None:
        """Raises RuntimeError where the server has undone everything instead, after an error that somebody swallowed."""
        words = "; ".join((*self._with_commit, _COMMIT))
        told = self._answer(_COMMIT, self._raw.execute(words))
        if told != _COMMIT:
            raise RuntimeError(f"the server answered a commit by {told}")

    def _answer(self, sql: str, asked: Awaitable[T]) -> T:
        try:
            return await_only(asked)
        except BaseException as problem:
            told = self._told(sql, problem)
            if told is problem:
                raise
            raise told from problem

    def _told(self, sql: str, problem: BaseException) -> BaseException:
        if not isinstance(problem, Exception):  # cancelled: nobody knows what the server still does
            self._connection.invalidate(problem)
            return problem
        dialect, held = self._connection.dialect, self._connection.connection.dbapi_connection
        errors: Any = dialect.loaded_dbapi
        try:
            cast(Any, held)._handle_exception(problem)
        except errors.Error as known:
            lost = dialect.is_disconnect(known, cast(Any, held), None)
            if lost:
                self._connection.invalidate(known)
            told: BaseException = DBAPIError.instance(
                sql,
                None,
                known,
                errors.Error,
                hide_parameters=True,
                connection_invalidated=lost,
                dialect=dialect,
            )
            return told
        except Exception:  # a time-out stays one
            return problem
        return problem
