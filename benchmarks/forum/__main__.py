"""`python -m benchmarks.forum`: 50,000 votes on 200 statements: a vote kept, the result computed, the page read; one line a figure."""

import argparse
import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import insert

from feedbackbot.domain.forum.ballots import CastVotes
from feedbackbot.domain.forum.statement import StatementState
from feedbackbot.domain.forum.topic import Audience
from feedbackbot.domain.forum.voting import Vote
from feedbackbot.i18n import load_catalogue
from feedbackbot.reports.forum.compute import compute
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.database import open_database
from feedbackbot.storage.forum.statements import add_statement
from feedbackbot.storage.forum.tables import forum_statement, forum_vote, forum_voter
from feedbackbot.storage.forum.topics import add_topic
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.forum.compute_results import compute_result
from feedbackbot.usecases.forum.take_part import cast_vote
from feedbackbot.usecases.forum.voice import Voice
from feedbackbot.web.app import create_app
from feedbackbot.web.forum.routes import ForumPages
from tests.postgres_cluster import database_in, postgres_programs, start_cluster, stop_cluster

NOW = datetime(2026, 12, 8, 5, tzinfo=UTC)
STATEMENTS, VOTERS, EACH = 200, 2_500, 20
SINGLE_VOTES, PAGES, RESULTS = 400, 60, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    for kind in parser.parse_args().databases:
        with tempfile.TemporaryDirectory(prefix="forum-bench-", ignore_cleanup_errors=True) as folder:
            place = Path(folder)
            place.chmod(0o755)
            url = f"sqlite:///{place / 'bench.db'}"
            programs = postgres_programs()
            if kind == "postgresql" and programs is None:
                print("postgresql: not installed", flush=True)
                continue
            try:
                if programs is not None and kind == "postgresql":
                    url = database_in(start_cluster(place / "pg", programs, os.getpid()), "postgres")
                asyncio.run(_measure(kind, url))
            finally:
                if programs is not None and kind == "postgresql":
                    stop_cluster(place / "pg", programs)


async def _measure(kind: str, url: str) -> None:
    await migrate(url)
    settings = Settings(_env_file=None, secret_key="k" * 40)
    database = open_database(url, synchronous="FULL", pool=4)
    runtime, render = Runtime(database, lambda: NOW, settings), RenderProcess()
    topic, statements = await runtime.write(_fill)
    await _timed(f"{kind}: a vote kept", SINGLE_VOTES, _voter(runtime, topic, statements))
    # the process is started before anything is timed
    await render.render(compute, CastVotes((), (), (), ()))
    await _timed(
        f"{kind}: result of 50,000 votes, from reading to stored",
        RESULTS,
        lambda: compute_result(runtime, render, topic),
    )
    transport = httpx.ASGITransport(app=create_app(ForumPages(runtime, load_catalogue()).routes()))
    async with httpx.AsyncClient(transport=transport, base_url="http://city") as client:

        async def page() -> None:
            assert (await client.get(f"/forum/{topic}")).status_code == 200

        await _timed(f"{kind}: page", PAGES, page)
    await render.close()
    await database.close()


def _voter(runtime: Runtime, topic: int, statements: list[int]) -> Callable[[], Awaitable[Any]]:
    chance = random.Random(7)

    async def vote() -> None:
        voice = Voice(f"{chance.randrange(40):032x}", "telegram")
        said = chance.choice(list(Vote))
        statement = chance.choice(statements)
        await runtime.write(lambda tx: cast_vote(tx, voice, topic, statement, said))

    return vote


async def _timed(name: str, rounds: int, work: Callable[[], Awaitable[Any]]) -> None:
    """By the clock, and what this process itself computed (the render process is another)."""
    spent = []
    cpu = time.process_time()
    for _ in range(rounds):
        began = time.perf_counter()
        await work()
        spent.append((time.perf_counter() - began) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / rounds
    spent.sort()
    print(
        f"{name}: median {statistics.median(spent):.1f} ms, 95 % {spent[int(0.95 * len(spent))]:.1f} ms,"
        f" worst {spent[-1]:.1f} ms, CPU {cpu:.1f} ms",
        flush=True,
    )


def _fill(tx: Transaction) -> tuple[int, list[int]]:
    """Two opinions; each voter has seen a tenth of the statements."""
    values = {"question": "Apa yang perlu diperbaiki?", "audience": Audience.EVERYBODY.value}
    times = {"opens_at": NOW - timedelta(days=9), "closes_at": NOW + timedelta(days=9)}
    topic = add_topic(tx, {**values, **times})
    chance = random.Random(1)
    statements = [
        add_statement(tx, topic, None, f"Pernyataan warga nomor {n} tentang kantor ini", StatementState.SHOWN)
        for n in range(STATEMENTS)
    ]
    counts = {statement: [0, 0] for statement in statements}
    for number in range(VOTERS):
        row = {"topic_id": topic, "pseudonym": f"{number:032x}", "channel": "telegram", "fresh": False}
        hour = NOW - timedelta(hours=1 + number % 200)
        made = tx.run(insert(forum_voter).values(**row, first_hour=hour).returning(forum_voter.c.id))
        voter = made.scalar_one()
        votes = []
        for place in chance.sample(range(STATEMENTS), EACH):
            lean = 1 if place % 4 == 0 or (place + number) % 2 else -1
            vote = lean if chance.random() < 0.85 else -lean
            votes.append({"voter_id": voter, "statement_id": statements[place], "vote": vote})
            counts[statements[place]][vote < 0] += 1
        tx.run(insert(forum_vote), votes)
    for statement, (agree, disagree) in counts.items():
        change = forum_statement.update().where(forum_statement.c.id == statement)
        tx.run(change.values(agree=agree, disagree=disagree))
    return topic, statements


if __name__ == "__main__":
    main()
