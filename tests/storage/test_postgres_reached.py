"""How PostgreSQL is reached: addresses that will not do, silence, idle connections, poolers, what a start warns of."""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.settings import load_settings
from feedbackbot.settings.database_url import problem_with
from feedbackbot.storage.postgres import PostgresDatabase
from feedbackbot.storage.postgres_at_start import (
    commits_not_kept,
    connections_needed,
    refuse_unsaid_pooler,
    warnings_at_start,
)
from feedbackbot.storage.schema import in_transaction
from tests.endtoend.bot_process import free_port

GOOD = "postgresql://bot@/bot?host=a,b&port=1,2&target_session_attrs=read-write"


@pytest.mark.parametrize(
    "url", ["sqlite:///x.db", "postgresql://bot:pass@host/bot", GOOD, "postgresql://h/b?pooler=transaction"]
)
def test_addresses_that_can_be_used(url: str) -> None:
    assert problem_with(url) == ""
    assert load_settings(None, database_url=url).database_url == url


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://bot:secret@a:1,b:2/bot", "host=a,b&port="),
        ("postgresql://bot:secret@/bot?host=a,b,c&port=1,2&target_session_attrs=read-write", "one port"),
        ("postgresql://bot:secret@/bot?host=a,b", "the one that writes"),
        ("postgresql://bot:secret@h/bot?pooler=session", "pooler"),
        ("mysql://bot:secret@h/bot", "must start with"),
    ],
)
def test_an_address_that_will_not_do_is_refused_in_words_without_its_password(url: str, said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings(None, database_url=url)
    assert said in str(refused.value)
    assert "secret" not in str(refused.value)


async def test_a_server_that_does_not_answer_counts_as_away_and_what_lay_idle_is_not_used(
    postgres_url: str,
) -> None:
    database = PostgresDatabase(postgres_url, statement_seconds=0.3)
    before = await database.read(lambda c: c.execute(text("SELECT pg_backend_pid()")).scalar_one())
    with pytest.raises(DatabaseAway, match="does not answer"):
        await database.write(lambda c: c.exec_driver_sql("SELECT pg_sleep(5)"))
    after = await database.read(lambda c: c.execute(text("SELECT pg_backend_pid()")).scalar_one())
    assert before != after
    await database.close()


async def test_connections_that_nobody_needs_are_closed(postgres_url: str) -> None:
    database = PostgresDatabase(postgres_url)
    await asyncio.gather(
        *(database.read(lambda c: c.exec_driver_sql("SELECT pg_sleep(0.1)")) for _ in range(8))
    )
    assert await database._pool.shrink() == 0  # they were used since the last look
    assert database._pool.checkedin() == 8
    assert await database._pool.shrink() == 7
    assert await database.read(lambda c: c.execute(text("SELECT 1")).scalar_one()) == 1
    await database.close()


async def test_a_start_warns_of_too_many_connections_and_of_commits_that_are_not_kept(
    postgres_url: str,
) -> None:
    assert await warnings_at_start(postgres_url, 16) == []
    with pytest.raises(SettingsError, match="DATABASE_POOL=200 may want 204 connections"):
        await in_transaction(postgres_url, lambda c: connections_needed(c, 200))
    insert = "INSERT INTO process SELECT n, 'far', n, now(), now() FROM generate_series(1, 20) n"

    def crowded(connection: object) -> str:
        connection.exec_driver_sql(insert)  # type: ignore[attr-defined]
        return connections_needed(connection, 16)  # type: ignore[arg-type]

    assert "21 processes may want 420 connections" in await in_transaction(postgres_url, crowded)

    def careless(connection: object) -> str:
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")  # type: ignore[attr-defined]
        return commits_not_kept(connection, 1)  # type: ignore[arg-type]

    assert "synchronous_commit is off" in await in_transaction(postgres_url, careless)
    assert "in step" in await in_transaction(postgres_url, lambda c: commits_not_kept(c, 2))


@pytest.fixture
def pooled_url(postgres_url: str) -> Iterator[str]:
    """Through a pgbouncer that gives each transaction whatever connection is free."""
    program = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        pytest.skip("pgbouncer is not installed")
    address, port = make_url(postgres_url), free_port()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # it refuses to run as root, and whoever runs it must read this
        file = Path(folder, "pgbouncer.ini")
        file.write_text(
            f"[databases]\n{address.database} = host={address.query['host']} user={address.username}\n"
            f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = any\n"
            "pool_mode = transaction\ndefault_pool_size = 3\n"
        )
        file.chmod(0o644)  # whatever is kept from others by now
        as_nobody: dict[str, str] = {"user": "nobody"} if os.getuid() == 0 else {}
        running = subprocess.Popen([program, "-q", str(file)], cwd="/", **as_nobody)  # type: ignore[call-overload]
        try:
            while not _listens(port):
                assert running.poll() is None, "pgbouncer has ended"
                time.sleep(0.05)
            yield f"postgresql://{address.username}@127.0.0.1:{port}/{address.database}"
        finally:
            running.kill()
            running.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


async def test_a_pooler_is_refused_at_the_start_unless_the_address_says_so(pooled_url: str) -> None:
    with pytest.raises(SettingsError, match="pooler=transaction"):
        await refuse_unsaid_pooler(pooled_url)
    await refuse_unsaid_pooler(f"{pooled_url}?pooler=transaction")


async def test_without_a_pooler_nothing_is_refused(postgres_url: str) -> None:
    await refuse_unsaid_pooler(postgres_url)


async def test_with_several_hosts_one_that_is_away_is_passed_over_at_the_start(postgres_url: str) -> None:
    address = make_url(postgres_url)
    several = address.set(query={
        "host": f"127.0.0.1,{address.query['host']}", "port": f"{free_port()},5432", "target_session_attrs": "read-write",
    })  # fmt: skip
    await refuse_unsaid_pooler(several.render_as_string())
    nobody = several.set(query={**several.query, "target_session_attrs": "standby"})
    with pytest.raises(SettingsError, match="cannot be opened"):
        await refuse_unsaid_pooler(nobody.render_as_string())


async def test_through_a_pooler_work_side_by_side_goes_well(pooled_url: str) -> None:
    """Each statement twice on more connections than the pooler has to the server."""
    database = PostgresDatabase(f"{pooled_url}?pooler=transaction", statement_seconds=20)

    def work(connection: object, number: int) -> int:
        found = [
            connection.execute(
                text("SELECT count(*) + :n FROM unit WHERE id > :n"), {"n": number}
            ).scalar_one()  # type: ignore[attr-defined]
            for _ in range(3)
        ]
        return int(found[-1])

    for _ in range(5):
        answers = await asyncio.gather(
            *(database.write(lambda c, n=n: work(c, n)) for n in range(12))  # type: ignore[misc]
        )
        assert answers == list(range(12))
    await database.close()
