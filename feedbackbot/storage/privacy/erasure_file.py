"""The copy of the erasure log outside the database: a text file, one erased address a line, only ever added to while the bot runs."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.privacy.erasure_log import ErasedAddress

_HEADER = "# feedbackbot: erased addresses as keyed hashes; needed at the next restore, keep it apart from the database\n"
_LINE_LENGTH = 10 + 1 + 32 + 1 + 64  # of day, token and hash


def erasure_file(settings: Settings) -> Path:
    """Where it is: as set, else beside the SQLite file, else `var/erasures.log`."""
    if settings.erasure_log:
        return Path(settings.erasure_log)
    if settings.database_url.startswith("sqlite:///"):
        database = Path(settings.database_url.removeprefix("sqlite:///"))
        return database.with_name(database.name + ".erasures")
    return Path("var/erasures.log")


def read_erasures(file: Path) -> list[ErasedAddress]:
    """What the file holds. A line that a crash cut off is left out: its erasure is written again. Any other that cannot be read is a
    SettingsError that names it. Raises OSError."""
    found = []
    for number, line in enumerate(file.read_text("utf-8", "replace").split("\n"), 1):
        if len(line) < _LINE_LENGTH or line.startswith("#"):
            continue
        try:
            day, token, hashed = line.split(" ")
            found.append(ErasedAddress(token, hashed, date.fromisoformat(day)))
        except ValueError:
            raise SettingsError(f"{file}, line {number}: this is no erasure") from None
    return found


def add_erasures(file: Path, erased: Iterable[ErasedAddress]) -> None:
    """Made if need be; on the disk when it returns. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    opened = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.fchmod(opened, 0o600)
        size = os.fstat(opened).st_size
        # a line that a crash cut off stays alone
        start = "" if size == 0 or os.pread(opened, 1, size - 1) == b"\n" else "\n"
        text = start + ("" if size else _HEADER) + "".join(map(_line, erased))
        if text:
            os.write(opened, text.encode())
            os.fsync(opened)
    finally:
        os.close(opened)


def rewrite_erasures(file: Path, erased: Iterable[ErasedAddress]) -> None:
    """The whole file anew, or not at all. Raises OSError."""
    making = file.with_name(file.name + ".new")
    making.unlink(missing_ok=True)
    add_erasures(making, erased)
    making.replace(file)


def _line(one: ErasedAddress) -> str:
    return f"{one.day.isoformat()} {one.token} {one.address_hash}\n"
