"""Jobs of broadcasts and roles: what is planned begins, drafts and old rows go, lists of commands follow the roles."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Connection

from feedbackbot.clock import CITY_ZONE, Now
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.domain.people.roles import CITIZEN
from feedbackbot.i18n import Catalogue
from feedbackbot.jobs.timetable import Counts, Job
from feedbackbot.settings import Settings
from feedbackbot.storage.broadcast.broadcast_people import (
    list_files,
)
from feedbackbot.storage.broadcast.broadcast_steering import (
    forget_rows,
)
from feedbackbot.storage.broadcast.broadcasts import (
    forget_drafts,
)
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.pipeline.command_lists import Relisting, relist_commands, take_relistings
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger
from feedbackbot.usecases.broadcast.nip_list import read_list
from feedbackbot.usecases.broadcast.sending import start_due

_log = get_logger(__name__)

_DRAFTS_KEPT = timedelta(days=7)
_ROWS_AT_ONCE = 5_000

FetchFile = Callable[[str], Awaitable[bytes]]
"""The content of a file by the chat service's id of it."""

ListCommands = Callable[[str, Sequence[tuple[str, str]]], Awaitable[bool]]
"""Show these commands (name, description) in the chat of an address, none: those of everybody. False where it failed."""


def start_broadcasts_job(
    database: Database, catalogue: Catalogue, now: Now, settings: Settings, wake: Callable[[], None]
) -> Job:
    """Begins planned and repeated broadcasts when they are due."""

    def step(connection: Connection) -> int:
        return start_due(Transaction(connection, now(), settings), catalogue)

    async def run() -> Counts:
        started = 0
        while await database.write(step):
            started += 1
            wake()
        return {"started": started}

    return Job("start_broadcasts", IntervalTrigger(seconds=10), run)


def read_lists_job(
    database: Database,
    catalogue: Catalogue,
    now: Now,
    settings: Settings,
    fetch: FetchFile,
    wake: Callable[[], None],
) -> Job:
    """Reads lists of numbers that admins sent as files."""

    async def run() -> Counts:
        waiting = await database.read(lambda c: list_files(Transaction(c, now(), settings)))
        read = 0
        for broadcast_id, ref in waiting:
            try:
                data = await fetch(ref)
            except Exception as problem:  # the author is told, and sends it again
                _log.warning("a list could not be fetched", problem=type(problem).__name__)
                data = None

            def work(
                connection: Connection, one: int = broadcast_id, ref: str = ref, data: bytes | None = data
            ) -> bool:
                return read_list(Transaction(connection, now(), settings), catalogue, one, ref, data)

            read += await database.write(work)
            wake()
        return {"lists": len(waiting), "read": read}

    return Job("read_broadcast_lists", IntervalTrigger(seconds=3), run)


def forget_broadcasts_job(database: Database, now: Now, settings: Settings) -> Job:
    """Throws away drafts nobody sent, and who got which broadcast when its time is over."""
    rows_kept = timedelta(days=settings.broadcast_rows_kept_days)

    async def run() -> Counts:
        drafts = await database.write(lambda c: forget_drafts(Transaction(c, now(), settings), _DRAFTS_KEPT))
        rows = 0
        while gone := await database.write(
            lambda c: forget_rows(Transaction(c, now(), settings), rows_kept, _ROWS_AT_ONCE)
        ):
            rows += gone
        return {"drafts": drafts, "rows": rows}

    return Job("forget_broadcasts", CronTrigger(hour=3, minute=20, timezone=CITY_ZONE), run)


def list_commands_job(
    database: Database, dialogue: Dialogue, channel: str, now: Now, settings: Settings, show: ListCommands
) -> Job:
    """Shows in the chat app the commands of whoever got or lost a role."""

    def take(connection: Connection) -> list[tuple[Relisting, list[tuple[str, str]]]]:
        tx = Transaction(connection, now(), settings)
        return [(one, _commands(tx, dialogue, one)) for one in take_relistings(tx, channel)]

    async def run() -> Counts:
        counts = {"listed": 0, "failed": 0}
        for one, commands in await database.write(take):
            if await show(one.address, commands):
                counts["listed"] += 1
            else:  # the next run tries again
                counts["failed"] += 1
                await database.write(
                    lambda c, one=one: relist_commands(Transaction(c, now(), settings), one.person_id)  # type: ignore[misc]
                )
        return counts

    return Job("list_commands", IntervalTrigger(seconds=10), run)


def _commands(tx: Transaction, dialogue: Dialogue, one: Relisting) -> list[tuple[str, str]]:
    """Nothing for whoever has no role any more: then the list for everybody shows."""
    roles = roles_of(tx, one.person_id)
    if roles == frozenset({CITIZEN}):
        return []
    return [
        (name, dialogue.catalogue.text(one.language, f"command-{name.replace('_', '-')}"))
        for name in dialogue.directory.commands_for(roles)
    ]
