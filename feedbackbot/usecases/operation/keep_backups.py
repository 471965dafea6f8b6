"""The backup of the night: made, once a week tried, encrypted, and the older ones thinned out."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from feedbackbot.domain.operation.rotation import expendable
from feedbackbot.errors import SettingsError
from feedbackbot.settings import Settings
from feedbackbot.storage.backup_folder import kept_backups, plain_copy, put_away
from feedbackbot.storage.encrypting import ending
from feedbackbot.storage.pipeline.job_runs import claim_run, job_run_of, keep_run
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction

MADE, TRIED, _TURN = "backup", "backup_trial", "backup_turn"
"""Names of the runs that are kept: the last backup, and the last trial of one."""
_A_NIGHT = timedelta(hours=12)
_A_WEEK = timedelta(days=6, hours=12)

Trial = Callable[[Settings, Path], Awaitable[dict[str, int]]]
"""Restores a backup into a scratch place; what was found in it. Raises SettingsError."""


async def keep_backup(runtime: Runtime, trial: Trial, *, at_once: bool = False) -> dict[str, int]:
    """Of several processes one does it a night, unless `at_once`. What is wrong is kept beside the last good backup and raised as
    SettingsError."""
    if not at_once and not await runtime.write(lambda tx: claim_run(tx, _TURN, _A_NIGHT)):
        return {}
    folder = Path(runtime.settings.backup_folder)
    try:
        counts = await _made(runtime, folder, trial)
    except (SettingsError, OSError) as problem:
        told = str(problem)[:200]
        await runtime.write(lambda tx: _keep(tx, MADE, None, told))
        raise SettingsError(told) from None
    return counts


async def _made(runtime: Runtime, folder: Path, trial: Trial) -> dict[str, int]:
    settings = runtime.settings
    ending(settings.backup_key)  # a wrong key is told before the work
    plain = await plain_copy(settings.database_url, folder)
    try:
        await _try_if_due(runtime, plain, trial)
        target = await put_away(plain, folder, runtime.now(), settings.backup_key)
    finally:
        plain.unlink(missing_ok=True)
    size = target.stat().st_size
    removed = await asyncio.to_thread(_thin_out, settings, folder)
    counts = {"bytes": size, "removed": removed, "kept": len(kept_backups(folder))}
    await runtime.write(lambda tx: _keep(tx, MADE, counts, None))
    return counts


async def _try_if_due(runtime: Runtime, plain: Path, trial: Trial) -> None:
    """Before it is encrypted: afterwards only the holder of the private key could."""
    last = await runtime.read(lambda tx: job_run_of(tx, TRIED))
    tried = last.last_run_at if last is not None and last.error is None else None
    if tried is not None and tried > runtime.now() - _A_WEEK:
        return
    try:
        found, told = await trial(runtime.settings, plain), None
    except SettingsError as problem:
        found, told = {}, str(problem)[:200]
    await runtime.write(lambda tx: keep_run(tx, TRIED, found, told, None))


def _keep(tx: Transaction, name: str, counts: dict[str, int] | None, error: str | None) -> None:
    """A failure leaves the moment and the counts of the last good one."""
    last = job_run_of(tx, name)
    if counts is not None:
        keep_run(tx, name, counts, None, None)
    else:
        keep_run(
            tx,
            name,
            last.counts if last else {},
            error,
            None,
            at=last.last_run_at if last else None,
        )


def _thin_out(settings: Settings, folder: Path) -> int:
    made = [(one.file, one.made_at) for one in kept_backups(folder)]
    gone = expendable(made, settings.backup_days, settings.backup_weeks)
    for file in gone:
        file.unlink(missing_ok=True)
    return len(gone)
