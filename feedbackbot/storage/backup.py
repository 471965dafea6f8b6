"""Copies of the whole database, made while the bot runs."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from feedbackbot.errors import SettingsError
from feedbackbot.storage.sqlite_file import refuse_unsound, sqlite_file
from feedbackbot.storage.whole_file import appears_whole


async def back_up(url: str, target: Path) -> None:
    """A consistent copy: SQLite's backup API into a file, or pg_dump's custom format. The file appears only when it is complete, and
    is its owner's alone. Raises SettingsError where the database is damaged, the copy cannot be written, or pg_dump is missing or
    refuses."""
    source = sqlite_file(url)
    try:
        if source is None:
            await _dump_postgres(url, target)
        elif not source.exists():
            raise SettingsError("there is no database to back up yet: run `bot.py migrate` first")
        else:
            await asyncio.to_thread(_copy_sqlite, url, source, target)
    except OSError as problem:
        raise SettingsError(f"{target} cannot be written: {problem.strerror}") from None


def _copy_sqlite(url: str, source: Path, target: Path) -> None:
    refuse_unsound(url)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    opened = os.open(scratch, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(scratch)) as writing:
            # without a journal SQLite needs no name any more once the file is open
            writing.execute("PRAGMA journal_mode=OFF")
            writing.execute("PRAGMA schema_version").fetchone()
            scratch.unlink()
            # in one step: in WAL mode it reads one snapshot and nobody waits for it; in several steps each commit would begin it anew
            reading.backup(writing)
            with appears_whole(target) as file, os.fdopen(os.dup(opened), "rb") as copied:
                copied.seek(0)
                shutil.copyfileobj(copied, file, 1 << 20)
    except sqlite3.Error as problem:
        raise SettingsError(f"{target} cannot be written: {problem}") from None
    finally:
        os.close(opened)
        scratch.unlink(missing_ok=True)


async def _dump_postgres(url: str, target: Path) -> None:
    with appears_whole(target) as file:
        await run_tool("pg_dump", "--format=custom", url=url, output=file.fileno())


async def run_tool(
    program: str,
    *arguments: str,
    url: str = "",
    output: int | None = None,
    package: str = "postgresql-client",
) -> None:
    """A program of the system, by default one of PostgreSQL's, on the database of `url` if there is one.

    Raises SettingsError where it is missing or fails.
    """
    environment, where = dict(os.environ), []
    if url:
        from feedbackbot.storage.postgres_address import (
            server_address,
        )  # with the driver, which SQLite does not need

        address = server_address(url)
        where = [f"--dbname={address.set(password=None).render_as_string()}"]
        environment |= {"PGPASSWORD": str(address.password)} if address.password else {}
    try:
        process = await asyncio.create_subprocess_exec(
            program, *where, *arguments, env=environment,
            stdout=asyncio.subprocess.DEVNULL if output is None else output, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
    except FileNotFoundError:
        raise SettingsError(f"{program} is not installed: the package {package} has it") from None
    try:
        _, problem = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        raise
    if process.returncode:
        told = problem.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise SettingsError(f"{program} failed: {told[-1]}")
