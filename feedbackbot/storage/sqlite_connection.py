"""What every connection to an SQLite file is told, and what its errors mean."""

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy.exc import DBAPIError

from feedbackbot.errors import DatabaseAway

BUSY_SECONDS: Final = 30.0
BUSY_AT_ONCE_SECONDS: Final = 0.25
"""The writer asks again by itself, so that it can be told to stop while another process keeps the file locked."""
# what the disk, the memory or another process did, not the unit of work
_AWAY_CODES = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)


def tune_sqlite(raw: Any, synchronous: str, *, read_only: bool = False) -> None:
    """Pragmas of every connection; `raw` is a DB-API connection."""
    cursor = raw.cursor()
    cursor.execute(f"PRAGMA busy_timeout={(BUSY_SECONDS if read_only else BUSY_AT_ONCE_SECONDS) * 1000:.0f}")
    cursor.execute("PRAGMA foreign_keys=ON")
    # in KB, filled as pages are read and then kept: eight readers of 16 MB would be the largest part of the bot's memory. What is not
    # here the system has in its own cache, which it shrinks when others need the memory
    cursor.execute(f"PRAGMA cache_size=-{1_000 if read_only else 3_000}")
    if read_only:
        cursor.execute("PRAGMA query_only=ON")
    else:
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute(f"PRAGMA synchronous={synchronous}")
        # what was erased is overwritten, not only given free
        cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def as_told(problem: BaseException, *, reading: bool = False) -> BaseException:
    """What the waiter of a unit of work gets: DatabaseAway where not the work is to blame."""
    orig = problem.orig if isinstance(problem, DBAPIError) else problem
    if isinstance(orig, sqlite3.Error):
        # the low byte is the kind, the rest its details
        code = getattr(orig, "sqlite_errorcode", 0) & 0xFF
        if code in _AWAY_CODES and not (reading and code == sqlite3.SQLITE_READONLY):
            away = DatabaseAway(f"SQLite: {orig}")
            away.__cause__ = problem
            return away
    if isinstance(problem, StopIteration):  # a future refuses it
        return RuntimeError("a unit of work raised StopIteration")
    return problem


def empty_wal(file: Path) -> bool:
    """False where a reader or writer was in the way for a second."""
    with contextlib.closing(sqlite3.connect(file, timeout=1)) as connection:
        try:
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
    return not busy
