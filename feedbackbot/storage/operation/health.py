"""What waits, what failed, who is there: counted for those who look after the bot."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select

from feedbackbot.domain.operation.trouble import Seen, Trouble
from feedbackbot.storage.database_clock import database_now
from feedbackbot.storage.pipeline.inbox import DEAD, WAITING
from feedbackbot.storage.pipeline.operation_tables import installation, job_run
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import inbox, outbox, process
from feedbackbot.storage.transaction import Transaction, upsert

_PREFIX = "trouble:"


def updates_waiting(tx: Transaction, channel: str, chat: str) -> tuple[int, datetime | None]:
    """Messages of people that have no answer yet: how many, and when the oldest came. Those of the chat that asks are about to get it."""
    row = tx.run(
        select(func.count().label("waiting"), func.min(inbox.c.received_at).label("since")).where(
            inbox.c.state == WAITING, or_(inbox.c.channel != channel, inbox.c.chat != chat)
        )
    ).one()
    return row.waiting, row.since


def dead_updates(tx: Transaction, within: timedelta) -> int:
    """Messages that were given up after several tries, of those that came lately."""
    recent = (inbox.c.received_at > tx.now - within, inbox.c.state == DEAD)
    return int(tx.run(select(func.count()).select_from(inbox).where(*recent)).scalar_one())


def settled(tx: Transaction, state: State, within: timedelta) -> int:
    """Messages of the bot that ended so lately."""
    recent = (outbox.c.settled_at > tx.now - within, outbox.c.state == int(state))
    return int(tx.run(select(func.count()).select_from(outbox).where(*recent)).scalar_one())


def processes_beating(tx: Transaction, within: timedelta) -> int:
    """By the database's clock, which the beats bear, whatever this machine's says."""
    since = database_now(tx) - within
    beating = select(func.count()).select_from(process).where(process.c.beat_at > since)
    return int(tx.run(beating).scalar_one())


def failed_jobs(tx: Transaction) -> list[str]:
    """Names of jobs whose last run failed."""
    return list(
        tx.run(select(job_run.c.job).where(job_run.c.error.is_not(None)).order_by(job_run.c.job)).scalars()
    )


def troubles_seen(tx: Transaction) -> dict[Trouble, Seen]:
    """As the last look left them; those of another release are left out."""
    known = {one.value: one for one in Trouble}
    found = {}
    for row in tx.run(select(installation).where(installation.c.name.like(f"{_PREFIX}%"))):
        since, _, told = row.value.partition(" ")
        if (trouble := known.get(row.name.removeprefix(_PREFIX))) is not None:
            found[trouble] = Seen(datetime.fromisoformat(since), bool(told))
    return found


def keep_troubles(tx: Transaction, seen: dict[Trouble, Seen]) -> None:
    names = [_PREFIX + trouble for trouble in seen]
    tx.run(
        delete(installation).where(installation.c.name.like(f"{_PREFIX}%"), installation.c.name.not_in(names))
    )
    for trouble, one in seen.items():
        value = f"{one.since.isoformat()}{' told' if one.told else ''}"
        tx.run(
            upsert(tx, installation)
            .values(name=_PREFIX + trouble, value=value)
            .on_conflict_do_update(index_elements=["name"], set_={"value": value})
        )
