"""A PostgreSQL whose machine is frozen: it takes connections and says nothing. Another host of the address takes its place."""

import asyncio

import pytest
from sqlalchemy import Connection, make_url, text

from feedbackbot.errors import DatabaseAway
from feedbackbot.storage import postgres_address
from feedbackbot.storage.postgres import PostgresDatabase
from feedbackbot.storage.postgres_address import for_the_driver
from feedbackbot.storage.postgres_at_start import refuse_unsaid_pooler
from tests.storage.silent_server import silent_servers

SILENCE = 0.5
ADD = "INSERT INTO process SELECT 'me', 'here', 1, now(), now()"


def add(connection: Connection) -> None:
    connection.exec_driver_sql(ADD)


def counted(connection: Connection) -> int:
    return int(connection.execute(text("SELECT count(*) FROM process")).scalar_one())


async def test_a_silent_host_that_stands_first_does_not_hide_the_others(postgres_url: str) -> None:
    async with silent_servers(postgres_url, 3) as (url, servers), asyncio.timeout(20):
        database = PostgresDatabase(url, statement_seconds=SILENCE)
        await database.write(add)
        assert servers[0].open == 1
        servers[0].silent = True
        with pytest.raises(DatabaseAway, match="does not answer"):
            await database.read(counted)
        assert await database.read(counted) == 1
        assert servers[1].open == 1
        servers[1].silent = True
        with pytest.raises(DatabaseAway, match="does not answer"):
            await database.read(counted)
        assert await asyncio.gather(*(database.read(counted) for _ in range(8))) == [1] * 8
        assert servers[2].open == 8
        await refuse_unsaid_pooler(url)  # a start, too
        servers[2].silent = True  # nobody sees these connections go
        await database.close()


async def test_a_connection_whose_commit_was_not_answered_is_closed_at_once(postgres_url: str) -> None:
    async with silent_servers(postgres_url, 2) as (url, servers), asyncio.timeout(20):
        database = PostgresDatabase(url, statement_seconds=SILENCE)
        assert await database.read(counted) == 0
        servers[0].silent_at = b"COMMIT"
        with pytest.raises(DatabaseAway, match="does not answer"):
            await database.write(add)
        # the row is locked as long as the server knows nothing of the end of its connection
        await database.write(add)
        assert await database.read(counted) == 1
        assert servers[0].open == 0
        await database.close()


async def test_where_all_hosts_are_silent_the_database_is_away_until_one_speaks(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_address, "CONNECT_SECONDS", 0.5)
    async with silent_servers(postgres_url, 1) as (url, (server,)), asyncio.timeout(20):
        database = PostgresDatabase(url, statement_seconds=SILENCE)
        assert await database.read(counted) == 0
        server.silent = True
        with pytest.raises(DatabaseAway, match="does not answer"):
            await database.write(add)
        with pytest.raises(DatabaseAway, match="cannot be reached"):
            await database.write(add)
        server.silent = False
        await database.write(add)
        assert await database.read(counted) == 1
        await database.close()


@pytest.mark.parametrize(
    ("given", "told"), [("&port=6432", 6432), ("", 5432), ("&port=6432,6432,6432", 6432)]
)
def test_one_port_serves_all_of_several_hosts(given: str, told: int) -> None:
    url = f"postgresql://u@/bot?host=a,b,c&target_session_attrs=read-write{given}"
    address, _ = for_the_driver(url)
    _, arguments = address.get_dialect()().create_connect_args(make_url(address))
    assert (arguments["host"], arguments["port"]) == (["a", "b", "c"], [told] * 3)
