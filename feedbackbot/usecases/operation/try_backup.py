"""A backup put back into a scratch place, as `bot.py restore` would do it, and looked into."""

import secrets
import tempfile
from pathlib import Path

from feedbackbot.settings import Settings
from feedbackbot.storage.backup_folder import beside_postgres
from feedbackbot.storage.counted_rows import counted_rows
from feedbackbot.storage.privacy.erasure_file import erasure_file
from feedbackbot.storage.runtime import open_runtime
from feedbackbot.storage.scratch_database import create_database, drop_database
from feedbackbot.storage.sqlite_file import sqlite_file
from feedbackbot.usecases.privacy.restore_database import restore_database


async def try_backup(settings: Settings, backup: Path) -> dict[str, int]:
    """How many people, ratings and cases were found in it. The scratch place is gone afterwards. Raises SettingsError where it cannot
    be restored; on PostgreSQL also where the role may not create a database."""
    log = erasure_file(settings)
    if sqlite_file(settings.database_url) is not None:
        with tempfile.TemporaryDirectory(prefix=".trial-", dir=backup.parent) as scratch:
            return await _restored(settings, backup, f"sqlite:///{Path(scratch) / 'trial.db'}", log)
    name = f"feedbackbot_trial_{secrets.token_hex(4)}"
    await create_database(settings.database_url, name)
    try:
        return await _restored(settings, backup, beside_postgres(settings.database_url, name), log)
    finally:
        await drop_database(settings.database_url, name)


async def _restored(settings: Settings, backup: Path, url: str, log: Path) -> dict[str, int]:
    scratch = settings.model_copy(update={"database_url": url, "erasure_log": str(log)})
    await restore_database(scratch, backup, without_erasures=not log.exists())
    async with open_runtime(scratch) as runtime:
        return await runtime.read(counted_rows)
