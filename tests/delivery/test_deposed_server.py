"""A server that others have deposed while it stood still: what it does not have is no reason to forget an outcome."""

from collections.abc import AsyncIterator, Sequence

import pytest
from sqlalchemy import text

from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline.dispatch import settle
from feedbackbot.storage.pipeline.outbox import SendOutcome, State
from feedbackbot.storage.pipeline.processes import beat
from feedbackbot.storage.transaction import Transaction
from tests.usecase_runner import Desk


@pytest.fixture
async def desk(postgres_url: str) -> AsyncIterator[Desk]:
    database = open_database(postgres_url)
    yield Desk(database)
    await database.close()


@pytest.mark.parametrize("rows", [(7,), (7, 8)])
async def test_outcomes_of_rows_that_are_not_there_are_committed_only_where_a_follower_agrees(
    desk: Desk, rows: Sequence[int]
) -> None:
    def work(tx: Transaction) -> bool:
        settle(tx, "me", [SendOutcome(row, State.SENT, "m") for row in rows])
        return tx.run(text("SELECT pg_current_xact_id_if_assigned() IS NOT NULL")).scalar_one() is True

    await desk.do(beat, "me")
    assert await desk.do(work), "PostgreSQL waits for its followers only with what has changed something"
