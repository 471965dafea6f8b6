"""Bring the database to another revision, by Alembic."""

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from feedbackbot.errors import SettingsError
from feedbackbot.storage.backup import back_up
from feedbackbot.storage.restoring_postgres import refuse_half_restored
from feedbackbot.storage.schema import SCRIPTS, in_transaction, present_revision, revision_of
from feedbackbot.storage.sqlite_file import refuse_unsound, sqlite_file

T = TypeVar("T")
_MIGRATION_LOCK = 5_020_117  # any number that nothing else locks
_LONGEST_LOCK_WAIT = "5s"
_PAUSES_SECONDS = (0.2, 0.5, 1.0, 2.0, 4.0)


def alembic_config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


async def migrate(url: str, revision: str = "head", *, under_way: bool = False) -> str:
    """Bring the database to `revision` (up, or down for an older one); returns the revision it has afterwards.

    All or nothing, and one process at a time. Raises SettingsError where there is no such revision, where a newer release has
    written the database, where it is damaged, or where a restore left it half-way (unless that is `under_way`).
    """

    def work(connection: Connection) -> str:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
        if not under_way:
            refuse_half_restored(connection)
        config = alembic_config(connection)
        scripts = ScriptDirectory.from_config(config)
        present = revision_of(connection)
        try:
            older = (
                [one.revision for one in scripts.iterate_revisions(present, "base")][1:] if present else []
            )
            if revision == "base" or revision in older:
                command.downgrade(config, revision)
            else:
                command.upgrade(config, revision)
        except (CommandError, RevisionError) as problem:
            raise SettingsError(f"the database cannot be brought to {revision}: {problem}") from None
        return revision_of(connection) or "base"

    await asyncio.to_thread(refuse_unsound, url)
    if sqlite_file(url) is not None:
        return await in_transaction(url, work)
    return await _beside_who_writes(url, work)


async def _beside_who_writes(url: str, work: Callable[[Connection], T]) -> T:
    """An older release may go on writing meanwhile: where both wait for each other, PostgreSQL ends one of them, and if that is the
    migration, which has changed nothing by then, it begins anew."""
    # with the driver, which SQLite does not need
    from feedbackbot.storage.postgres_errors import may_pass_now

    for pause in _PAUSES_SECONDS:
        try:
            return await in_transaction(url, work)
        except DBAPIError as problem:
            if not may_pass_now(problem):
                raise
        await asyncio.sleep(pause)
    return await in_transaction(url, work)


async def waiting_migrations(url: str) -> list[str]:
    """What `migrate` would do, "0033 certificates of trainings elsewhere", oldest first. Nothing is changed."""
    present = await present_revision(url)
    scripts = ScriptDirectory(str(SCRIPTS))
    newest_first = scripts.iterate_revisions("head", present or "base")
    return [f"{one.revision} {one.doc}" for one in reversed(list(newest_first)) if one.revision != present]


async def try_migrations(url: str) -> None:
    """All of them carried out on what the database holds now, and undone: an SQLite file's on a copy beside it, PostgreSQL's in a
    transaction that is rolled back, during which others wait. Raises SettingsError with what failed."""
    file = sqlite_file(url)
    if file is None:
        with suppress(_Undone):
            await _beside_who_writes(url, _carry_out_and_undo)
        return
    with tempfile.TemporaryDirectory(prefix=".dry-run-", dir=file.absolute().parent) as scratch:
        copy = Path(scratch) / file.name
        await back_up(url, copy)
        await migrate(f"sqlite:///{copy}")


class _Undone(Exception):
    """It went well, and is not to stay."""


def _carry_out_and_undo(connection: Connection) -> None:
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_LONGEST_LOCK_WAIT}'")
    command.upgrade(alembic_config(connection), "head")
    raise _Undone
