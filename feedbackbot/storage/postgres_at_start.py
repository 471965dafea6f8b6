"""What a start looks at on a PostgreSQL: whether a pooler stands in between, connections for all, commits that are kept."""

import asyncpg
from sqlalchemy import Connection, text

from feedbackbot.errors import SettingsError
from feedbackbot.settings import PREFIX
from feedbackbot.settings.database_url import hosts_of
from feedbackbot.storage.pipeline.tables import process
from feedbackbot.storage.postgres_address import for_the_driver, is_pooled
from feedbackbot.storage.schema import in_transaction

_MORE = 4
"""Connections beyond the pool's size that may be opened for a moment."""


async def refuse_unsaid_pooler(url: str) -> None:
    """Raises SettingsError where a pooler gives each transaction another connection to the server and the address does not say so:
    statements prepared in one would be missing in the other, now and then.

    A pooler gives its clients numbers of its own for the server's processes; one that gives out sessions leaves each to its client.
    """
    if is_pooled(url):
        return
    address, arguments = for_the_driver(url)
    connect = arguments.pop("async_creator_fn")
    # the dialect knows how several hosts are told to the driver
    _, given = address.get_dialect()().create_connect_args(address)
    given = {**given, **arguments, "statement_cache_size": 0}
    try:
        first = await connect(**given)
    except (OSError, asyncpg.PostgresError, asyncpg.InternalClientError) as problem:
        raise SettingsError(f"the database cannot be opened: {str(problem).splitlines()[0]}") from None
    try:
        number = await first.fetchval("SELECT pg_backend_pid()")
        if number == first.get_server_pid():
            return
        second = await connect(**given)
        shared = number == await second.fetchval("SELECT pg_backend_pid()")
        await second.close()
    finally:
        await first.close()
    if shared:
        raise SettingsError(
            "a pooler that gives each transaction another connection stands before the database:"
            f" add pooler=transaction to {PREFIX}DATABASE_URL"
        )


async def warnings_at_start(url: str, pool: int) -> list[str]:
    """What an operator should know. Raises SettingsError for what does not fit."""

    def look(connection: Connection) -> list[str]:
        return [connections_needed(connection, pool), commits_not_kept(connection, hosts_of(url))]

    return [warning for warning in await in_transaction(url, look) if warning]


def connections_needed(connection: Connection, pool: int) -> str:
    """Raises SettingsError where this process alone may want more connections than there are; returns a warning where all processes
    together may, "" else."""
    most = int(connection.execute(text("SHOW max_connections")).scalar_one())
    kept = int(connection.execute(text("SHOW superuser_reserved_connections")).scalar_one())
    each, free = pool + _MORE, most - kept
    if each > free:
        raise SettingsError(
            f"{PREFIX}DATABASE_POOL={pool} may want {each} connections, and the server gives out {free}: lower it, or raise max_connections"
        )
    others = connection.execute(process.select()).all()
    wanted = each * (len(others) + 1)
    if wanted <= free:
        return ""
    return (
        f"{len(others) + 1} processes may want {wanted} connections together, and the server gives out {free}"
    )


def commits_not_kept(connection: Connection, hosts: int) -> str:
    """A warning where the server acknowledges what it may lose, "" else. `hosts`: how many the address names."""
    if connection.execute(text("SHOW synchronous_commit")).scalar_one() == "off":
        return "synchronous_commit is off: what was acknowledged last is lost where the server crashes"
    standbys = connection.execute(text("SHOW synchronous_standby_names")).scalar_one()
    if hosts > 1 and not standbys:
        return "no server follows in step: what was acknowledged last may be lost in a failover"
    return ""
