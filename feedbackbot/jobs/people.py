"""Jobs of people and roles: chat apps list the commands that somebody may use, superadmins hear of a calendar that ends."""

from collections.abc import Awaitable, Callable, Sequence

from apscheduler.triggers.interval import IntervalTrigger

from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.domain.people.roles import CITIZEN
from feedbackbot.jobs.job import Counts, Job, at, once
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.pipeline.command_lists import Relisting, relist_commands, take_relistings
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.warn_of_leave import warn_of_leave

ListCommands = Callable[[str, Sequence[tuple[str, str]]], Awaitable[bool]]
"""Show these commands (name, description) in the chat of an address, none: those of everybody. False where it failed."""


def people_jobs() -> list[Job]:
    """Those that need no chat service."""
    return [Job("warn_of_leave", at(hour=8, minute=15), once(warn_of_leave))]


def list_commands_job(dialogue: Dialogue, channel: str, show: ListCommands) -> Job:
    """Shows in the chat app the commands of whoever got or lost a role."""

    def take(tx: Transaction) -> list[tuple[Relisting, list[tuple[str, str]]]]:
        return [(one, _commands(tx, dialogue, one)) for one in take_relistings(tx, channel)]

    async def work(runtime: Runtime) -> Counts:
        counts = {"listed": 0, "failed": 0}
        for one, commands in await runtime.write(take):
            if await show(one.address, commands):
                counts["listed"] += 1
            else:  # the next run tries again
                counts["failed"] += 1
                await runtime.write(lambda tx, one=one: relist_commands(tx, one.person_id))  # type: ignore[misc]
        return counts

    return Job("list_commands", IntervalTrigger(seconds=10), work, rests=True)


def _commands(tx: Transaction, dialogue: Dialogue, one: Relisting) -> list[tuple[str, str]]:
    """Nothing for whoever has no role any more: then the list for everybody shows."""
    roles = roles_of(tx, one.person_id)
    if roles == frozenset({CITIZEN}):
        return []
    return [
        (name, dialogue.catalogue.text(one.language, f"command-{name.replace('_', '-')}"))
        for name in dialogue.directory.commands_for(roles)
    ]
