"""When each job ran last, with what counts, and when it runs next."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

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
    tx: Transaction, job: str, counts: dict[str, int], error: str | None, next_run_at: datetime | None
) -> None:
    values = {"last_run_at": tx.now, "next_run_at": next_run_at, "counts": json.dumps(counts), "error": error}
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
    rows = tx.run(select(job_run).order_by(job_run.c.job))
    return [
        JobRun(row.job, row.last_run_at, row.next_run_at, json.loads(row.counts), row.error) for row in rows
    ]
