"""The folder in which the bot keeps its own backups."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from feedbackbot.clock import city_zone
from feedbackbot.storage.backup import back_up
from feedbackbot.storage.encrypting import encrypt, ending
from feedbackbot.storage.sqlite_file import sqlite_file

_NAME = re.compile(r"feedbackbot-(\d{8}-\d{6})\.(?:db|dump)(?:\.age|\.gpg)?")
_MOMENT = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """`made_at` is on the city's clock, as the file's name says."""

    file: Path
    made_at: datetime


def kept_backups(folder: Path) -> list[KeptBackup]:
    """Oldest first; files of other names are nobody's business here."""
    if not folder.is_dir():
        return []
    found = [(one, _NAME.fullmatch(one.name)) for one in sorted(folder.iterdir())]
    return [
        KeptBackup(one, datetime.strptime(name[1], _MOMENT).replace(tzinfo=city_zone()))
        for one, name in found
        if name is not None
    ]


async def plain_copy(url: str, folder: Path) -> Path:
    """A copy of the database that is still to be tried and encrypted; what an earlier night left is written over."""
    plain = folder / f".tonight{_kind(url)}"
    await back_up(url, plain)
    return plain


async def put_away(plain: Path, folder: Path, now: datetime, key: str) -> Path:
    """The copy under its name, encrypted where there is a key. Raises SettingsError."""
    moment = f"{now.astimezone(city_zone()):{_MOMENT}}"
    target = folder / f"feedbackbot-{moment}{plain.suffix}{ending(key)}"
    if key:
        await encrypt(plain, target, key)
        plain.unlink()
    else:
        plain.replace(target)
    return target


def _kind(url: str) -> str:
    return ".dump" if sqlite_file(url) is None else ".db"


def beside_postgres(url: str, name: str) -> str:
    """The address of another database on the same server."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)
