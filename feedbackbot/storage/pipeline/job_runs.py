"""When each job ran last, with what counts, and when it runs next."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, select

from feedbackbot.storage.pipeline.operation_tables import job_run
from feedbackbot.storage.transaction import Transaction, upsert

_EARLY = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class JobRun:
    """The newest run of a job; `error` is the kind of the exception that ended it, or None."""

    job: str
    last_run_at: datetime | None
    next_run_at: datetime | None
    counts: dict[str, int]
    error: str | None


def keep_run(
    tx: Transaction,
    job: str,
    counts: dict[str, int],
    error: str | None,
    next_run_at: datetime | None,
    *,
    at: datetime | None = None,
) -> None:
    """`at`: when it was, by default now."""
    values = {
        "last_run_at": at or tx.now,
        "next_run_at": next_run_at,
        "counts": json.dumps(counts),
        "error": error,
    }
    tx.run(
        upsert(tx, job_run)
        .values(job=job, **values)
        .on_conflict_do_update(index_elements=["job"], set_=values)
    )


def claim_run(tx: Transaction, job: str, every: timedelta) -> bool:
    """Whether this process may do the job now: of several, one does in each such time. Ten seconds early is in time."""
    due = job_run.c.last_run_at.is_(None) | (job_run.c.last_run_at <= tx.now - every + _EARLY)
    # a clock that was set back makes no job wait for the old time
    due |= job_run.c.last_run_at > tx.now + every
    claimed = tx.run(
        upsert(tx, job_run)
        .values(job=job, last_run_at=tx.now)
        .on_conflict_do_update(index_elements=["job"], set_={"last_run_at": tx.now}, where=due)
    )
    return claimed.rowcount == 1


def job_runs(tx: Transaction) -> list[JobRun]:
    return [_run(row) for row in tx.run(select(job_run).order_by(job_run.c.job))]


def job_run_of(tx: Transaction, job: str) -> JobRun | None:
    """None for one that never ran."""
    row = tx.run(select(job_run).where(job_run.c.job == job)).first()
    return None if row is None else _run(row)


def _run(row: Row[Any]) -> JobRun:
    return JobRun(row.job, row.last_run_at, row.next_run_at, json.loads(row.counts), row.error)
