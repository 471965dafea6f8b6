"""Jobs that look after the running bot."""

import asyncio
from pathlib import Path

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.errors import SettingsError
from feedbackbot.jobs.job import Counts, Job, at, once
from feedbackbot.reports.render_process import Bounds, RenderFailed, RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.runtime import Runtime
from feedbackbot.usecases.operation.keep_backups import Trial, keep_backup
from feedbackbot.usecases.operation.watch_trouble import watch_trouble

_A_TRIAL = Bounds(seconds=3600)


def operation_jobs(settings: Settings, render: RenderProcess) -> list[Job]:
    """A look at what is wrong, and the backup of the night where a folder is set."""
    watch = Job("watch_trouble", IntervalTrigger(minutes=1), once(watch_trouble))
    if not settings.backup_folder:
        return [watch]

    async def work(runtime: Runtime) -> Counts:
        return await keep_backup(runtime, trial_apart(render))

    return [watch, Job("back_up", at(hour=settings.backup_at.hour, minute=settings.backup_at.minute), work)]


def trial_apart(render: RenderProcess) -> Trial:
    """In a process of its own: what migrates and compares is not to stay in the bot's memory."""

    async def trial(settings: Settings, backup: Path) -> Counts:
        try:
            return await render.bounded(_A_TRIAL, _try, settings, backup)
        except RenderFailed as problem:
            raise SettingsError(str(problem)) from None

    return trial


def _try(settings: Settings, backup: Path) -> Counts:
    from feedbackbot.usecases.operation.try_backup import (
        try_backup,
    )  # Alembic, which a running bot does not need

    return asyncio.run(try_backup(settings, backup))
