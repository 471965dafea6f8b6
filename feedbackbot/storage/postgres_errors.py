"""Which troubles with PostgreSQL say nothing about the work that met them."""

import asyncpg
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

NO_CONNECTION = (
    OSError,
    PoolTimeoutError,
    DBAPIError,
    InvalidRequestError,  # of the pool: what it held and what it opened instead were both given up meanwhile
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
"""What opening a connection may raise."""

# serialization failure, deadlock: nothing was written, and the same work may pass now
_RETRIED = frozenset({"40001", "40P01"})
# by class: connection, insufficient resources (connections, disk), operator's intervention (restart), system error
_AWAY_CLASSES = frozenset({"08", "53", "57", "58"})
_STATEMENT_CANCELLED = "57014"
_READ_ONLY = "25006"  # the server has become a standby


def may_pass_now(problem: DBAPIError) -> bool:
    """Whether the same work may be run again at once. Also where somebody has migrated meanwhile, and what is prepared on this
    connection no longer fits the tables: the driver has forgotten it by now."""
    stale = problem.orig is not None and isinstance(
        problem.orig.__cause__, asyncpg.InvalidCachedStatementError
    )
    return stale or _state(problem) in _RETRIED


def is_away(problem: DBAPIError, *, writing: bool) -> bool:
    """Whether the server or the way to it is to blame."""
    if problem.connection_invalidated:
        return True
    state = _state(problem)
    if state == _STATEMENT_CANCELLED:
        return False
    return state[:2] in _AWAY_CLASSES or (writing and state == _READ_ONLY)


def what_is_wrong(problem: DBAPIError) -> str:
    """Which of the troubles it is, without names and addresses: readiness says it to whoever asks."""
    state = _state(problem)
    if state == _READ_ONLY:
        return "PostgreSQL only reads: it follows another server"
    if state == "53300":
        return "PostgreSQL has no connection left"
    if state[:2] == "53":
        return "PostgreSQL has no room left"
    return "PostgreSQL cannot be used"


def in_short(problem: BaseException) -> str:
    """One line without the statement and its values, which hold people's words."""
    orig = getattr(problem, "orig", None) or problem
    return str(orig).partition("\n")[0] or type(orig).__name__


def _state(problem: DBAPIError) -> str:
    """The five characters of the SQL standard, "" where there are none."""
    return str(getattr(problem.orig, "sqlstate", None) or "")
