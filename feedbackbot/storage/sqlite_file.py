"""The file of an SQLite database: who may read it, whether it is sound, whether somebody uses it."""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import make_url

from feedbackbot.errors import SettingsError

BESIDE = ("-wal", "-shm", "-journal")
# SQLite's own lock bytes (its file format, "The Lock-Byte Page"): whoever has the file open in WAL mode holds some of them
_FIRST_SHARED_BYTE = 0x40000002
_SHARED_BYTES = 510


def sqlite_file(url: str) -> Path | None:
    """None for another kind of database."""
    address = make_url(url)
    return Path(address.database or "") if address.drivername == "sqlite" else None


def beside(file: Path, ending: str) -> Path:
    """`bot.db` → `bot.db-wal`."""
    return file.with_name(file.name + ending)


def make_private(file: Path) -> None:
    """Only its owner reads and writes the file (made empty if need be) and what SQLite puts beside it; a folder that is made too."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # never opened where it exists: closing it would end the locks of this process's own connections
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_RDONLY | os.O_CREAT | os.O_EXCL, 0o600))
    for one in (file, *(beside(file, ending) for ending in BESIDE)):
        try:
            if one.stat().st_mode & 0o077:
                one.chmod(0o600)
        except (FileNotFoundError, PermissionError):  # not there, or another's: opening it will tell
            continue


def open_folder(file: Path) -> str:
    """What to tell an operator whose file lies in a folder that others may look into, as older releases and careful hands leave it; ""
    where all is well. It is not closed by itself: others may have a reason to be in it."""
    try:
        mode = file.absolute().parent.stat().st_mode
    except FileNotFoundError:
        return ""
    if not mode & 0o077 or mode & 0o1000:
        return ""
    return f"{file.absolute().parent} is open to other users (0{mode & 0o777:o}): chmod 700 it"


def read_only(file: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that cannot change the file. `immutable` makes nothing beside it, and is wrong where somebody writes."""
    more = "&immutable=1" if immutable else ""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro{more}", uri=True, check_same_thread=False)


def problems_of(connection: sqlite3.Connection, check: str = "quick_check") -> list[str]:
    """What SQLite's own check finds wrong: "quick_check" reads every page, "integrity_check" compares the indexes too. Raises
    sqlite3.OperationalError where the file cannot be opened or is locked."""
    try:
        found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
    except sqlite3.OperationalError as problem:
        if getattr(problem, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_ERROR):
            return [str(problem)]
        raise
    except sqlite3.DatabaseError as problem:  # so broken that not even the check runs
        return [str(problem)]
    return [line for line in found if line != "ok"]


def refuse_unsound(url: str, opened: Callable[[sqlite3.Connection], None] = lambda _: None) -> None:
    """Raises SettingsError for an SQLite file that its own check finds damaged, or that a restore has left half-way. Nothing is
    written. The check reads the whole file: `opened` gets the connection, whose `interrupt` ends it early."""
    file = sqlite_file(url)
    if file is None:
        return
    if beside(file, ".restored").exists():
        raise SettingsError(f"a restore of {file} was broken off: run `python bot.py restore FILE` again")
    if not file.exists():
        return
    try:
        with closing(read_only(file)) as connection:
            opened(connection)
            found = problems_of(connection)
    except sqlite3.OperationalError as problem:
        raise SettingsError(f"the database cannot be opened: {problem}") from None
    if found:
        raise SettingsError(
            f"the database {file} is damaged ({found[0]}): put a backup in its place with `python bot.py restore FILE`"
        )


@contextmanager
def alone_with(file: Path) -> Iterator[None]:
    """Nobody else has the file open, and nobody can open it before the end. Raises SettingsError where somebody has. The file must
    not be opened and closed by this process within: that would end the lock."""
    if not file.exists():
        yield
        return
    opened = os.open(file, os.O_RDWR)
    try:
        try:
            fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_BYTES, _FIRST_SHARED_BYTE)
        except OSError:
            raise SettingsError(f"{file} is in use: stop the bot first") from None
        yield
    finally:
        os.close(opened)
