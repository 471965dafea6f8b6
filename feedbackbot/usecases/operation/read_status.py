"""How the running bot is, for those who look after it."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from feedbackbot.domain.operation.trouble import Trouble
from feedbackbot.settings import Settings
from feedbackbot.storage.operation.health import (
    dead_updates,
    failed_jobs,
    processes_beating,
    settled,
    updates_waiting,
)
from feedbackbot.storage.pipeline.job_runs import JobRun, job_run_of
from feedbackbot.storage.pipeline.outbox import Lane, State, due_by_lane
from feedbackbot.storage.pipeline.sending_hold import count_held, held_since
from feedbackbot.storage.schema import newest_revision
from feedbackbot.storage.sqlite_file import sqlite_file
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.operation.keep_backups import MADE, TRIED

_DAY = timedelta(days=1)
_ALIVE = timedelta(minutes=1)
_STUCK = timedelta(minutes=5)
_LATELY = timedelta(minutes=10)
_FEW = 3
"""A refusal or two are a message's own fault."""


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of failures are of the last day. `free_mb` is the disk's; `held` waits since a restore."""

    updates: int
    updates_since: datetime | None
    due: dict[Lane, tuple[int, datetime]]
    held: int
    dead: int
    rejected: int
    unknown: int
    failed_jobs: list[str]
    backup: JobRun | None
    trial: JobRun | None
    backups_planned: bool
    processes: int
    release: str
    database: str
    revision: str
    free_mb: int
    troubles: list[Trouble]


def read_status(tx: Transaction, channel: str, chat: str) -> Status:
    """For whoever asks in that chat."""
    waiting, since = updates_waiting(tx, channel, chat)
    return Status(
        updates=waiting,
        updates_since=since,
        due=due_by_lane(tx),
        held=sum(count_held(tx).values()) if held_since(tx) is not None else 0,
        dead=dead_updates(tx, _DAY),
        rejected=settled(tx, State.REJECTED, _DAY),
        unknown=settled(tx, State.UNKNOWN, _DAY),
        failed_jobs=failed_jobs(tx),
        backup=job_run_of(tx, MADE),
        trial=job_run_of(tx, TRIED),
        backups_planned=bool(tx.settings.backup_folder),
        processes=processes_beating(tx, _ALIVE),
        release=release(),
        database=tx.connection.dialect.name,
        revision=newest_revision(),
        free_mb=free_mb(tx.settings),
        troubles=troubles_now(tx),
    )


def troubles_now(tx: Transaction) -> list[Trouble]:
    """What is wrong at this moment; whether it lasts is for the next looks to tell."""
    settings = tx.settings
    made, tried = job_run_of(tx, MADE), job_run_of(tx, TRIED)
    late = timedelta(hours=settings.backup_late_hours)
    wrong = {
        Trouble.NOTHING_SENT: _stuck(tx),
        Trouble.REFUSED: settled(tx, State.REJECTED, _LATELY) >= _FEW,
        Trouble.DEAD_UPDATES: dead_updates(tx, 2 * _LATELY) > 0,
        Trouble.BACKUP_LATE: made is not None
        and made.last_run_at is not None
        and made.last_run_at < tx.now - late,
        Trouble.BACKUP_BAD: any(run is not None and run.error is not None for run in (made, tried)),
        Trouble.DISK: free_mb(settings) < settings.alarm_disk_mb,
    }
    return [trouble for trouble, is_so in wrong.items() if is_so]


def _stuck(tx: Transaction) -> bool:
    """Something has been due for minutes, and in these minutes nothing went."""
    longest = min((since for _, since in due_by_lane(tx).values()), default=tx.now)
    return longest < tx.now - _STUCK and settled(tx, State.SENT, _STUCK) == 0


def free_mb(settings: Settings) -> int:
    """Where the database's file lies, or where the bot works."""
    file = sqlite_file(settings.database_url) or Path("here")
    folder = next(one for one in file.absolute().parents if one.exists())
    return shutil.disk_usage(folder).free // 1_000_000


def release() -> str:
    """As installed, or as the folder's own description says."""
    try:
        return version("feedbackbot")
    except PackageNotFoundError:
        project = Path(__file__).parents[3] / "pyproject.toml"
        lines = project.read_text("utf-8").splitlines() if project.exists() else []
        found = [line.partition('"')[2].rstrip('"') for line in lines if line.startswith("version = ")]
        return found[0] if found else "?"
