"""Put a backup in the place of the database, and carry out again what was erased since."""

import asyncio
import sqlite3
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from feedbackbot.clock import system_now
from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage import restoring_postgres
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.pipeline.canary import keep_canary
from feedbackbot.storage.pipeline.sending_hold import hold_all
from feedbackbot.storage.privacy.erasure_file import erasure_file, read_erasures
from feedbackbot.storage.privacy.erasure_log import ErasedAddress
from feedbackbot.storage.replacing import copy_to_prepare, swap_in, throw_away
from feedbackbot.storage.runtime import open_runtime
from feedbackbot.storage.schema import newest_revision
from feedbackbot.storage.sqlite_file import alone_with, problems_of, read_only, sqlite_file
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.repeat_erasures import repeat_erasures


@dataclass(frozen=True, slots=True)
class Restored:
    """`erased_again` are people; `held` are messages that wait for an operator's word;
    `old_file` is where the former SQLite file is kept."""

    revision: str
    erased_again: int
    held: int = 0
    old_file: Path | None = None


async def restore_database(
    settings: Settings, backup: Path, *, erasures: Collection[Path] = (), without_erasures: bool = False
) -> Restored:
    """All or nothing. `erasures` are erasure files beside the one that the settings name. Raises SettingsError, in a line, for whatever
    keeps it from being done; the present database is untouched then."""
    settings.require_key()
    if not backup.is_file():
        raise SettingsError(f"there is no backup {backup}")
    file = sqlite_file(settings.database_url)
    try:
        if file is None:
            return await _into_postgres(settings, backup, _logged(settings, erasures, None, without_erasures))
        return await _over_sqlite(settings, backup, file, erasures, without_erasures)
    except OSError as problem:
        raise SettingsError(f"{problem.filename or backup}: {problem.strerror}") from None


async def _over_sqlite(
    settings: Settings, backup: Path, file: Path, erasures: Collection[Path], without_erasures: bool
) -> Restored:
    with alone_with(file):  # said before anything is begun
        pass
    await asyncio.to_thread(_refuse_backup, backup)
    logged = _logged(settings, erasures, file, without_erasures)
    prepared = await asyncio.to_thread(copy_to_prepare, backup, file)
    try:
        ready = await _made_ready(settings, f"sqlite:///{prepared}", logged)
        old = await asyncio.to_thread(swap_in, prepared, file, system_now())
    finally:
        throw_away(prepared)
    return replace(ready, old_file=old)


async def _into_postgres(settings: Settings, backup: Path, logged: list[ErasedAddress]) -> Restored:
    async with restoring_postgres.restored(settings.database_url, backup):
        return await _made_ready(settings, settings.database_url, logged)


async def _made_ready(settings: Settings, url: str, logged: list[ErasedAddress]) -> Restored:
    """Brought to this release, its key compared, what was erased gone, what may have gone out since held."""
    revision = await migrate(url, under_way=True)

    def work(tx: Transaction) -> Restored:
        keep_canary(tx)
        erased = repeat_erasures(tx, logged)
        return Restored(revision, erased, hold_all(tx))

    async with open_runtime(settings.model_copy(update={"database_url": url})) as runtime:
        return await runtime.write(work)


def _refuse_backup(backup: Path) -> None:
    """Nothing is written beside the backup."""
    try:
        with closing(read_only(backup, immutable=True)) as connection:
            found = problems_of(connection, "integrity_check")
            if not found:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                if row is None or str(row[0]) > newest_revision():
                    found = ["a newer release has made it"]
    except sqlite3.Error as problem:
        found = [str(problem)]
    if found:
        raise SettingsError(f"{backup} is no backup that can be restored: {found[0]}")


def _logged(
    settings: Settings, handed_in: Collection[Path], old: Path | None, without: bool
) -> list[ErasedAddress]:
    """Of the erasure file, of files handed in, and of the old database as far as it can still be read."""
    if without:
        return []
    usual = erasure_file(settings)
    found = _logged_in_database(old) if old else []
    for file in handed_in:
        found += read_erasures(file)
    if usual.exists():
        found += read_erasures(usual)
    elif not handed_in:
        raise SettingsError(
            f"the erasure log {usual} is missing: hand in a copy with --erasures FILE; if there is none, --without-erasures restores "
            "people who were erased since the backup"
        )
    return found


def _logged_in_database(file: Path) -> list[ErasedAddress]:
    """What an old, perhaps broken file still tells: best effort, the erasure file has the rest."""
    try:
        with closing(read_only(file)) as connection:
            rows = connection.execute("SELECT token, address_hash, day FROM erasure_log").fetchall()
    except sqlite3.Error:
        return []
    return [ErasedAddress(token, hashed, date.fromisoformat(day)) for token, hashed, day in rows]
