"""What is too much for the writer is read beside it, and the unit of work is run again with it: nothing twice, refusals as refusals."""

import pytest
from sqlalchemy import func, insert, select

from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from tests.builders import test_settings
from tests.talk import Clock


def somebody_comes(tx: Transaction) -> None:
    tx.run(insert(person), {"language": "id", "created_at": tx.now})


def people(tx: Transaction, plus: int = 0) -> int:
    return int(tx.run(select(func.count()).select_from(person)).scalar_one()) + plus


def refuses(tx: Transaction) -> int:
    raise FeedbackbotError("not-known")


def reads_only(tx: Transaction) -> int:
    somebody_comes(tx)
    return 0


@pytest.fixture
def runtime(database: Database) -> Runtime:
    return Runtime(database, Clock(), test_settings())


async def test_a_unit_of_work_that_reads_beside_is_done_once_and_sees_what_was_before_it(
    runtime: Runtime,
) -> None:
    runs = []

    def work(tx: Transaction) -> tuple[int, int]:
        runs.append(tx)
        somebody_comes(tx)
        return tx.beside(people), tx.beside(people, plus=10)

    assert await runtime.write(work) == (0, 10)
    assert len(runs) == 3
    assert await runtime.read(people) == 1


async def test_what_is_refused_beside_is_refused_in_the_unit_of_work(runtime: Runtime) -> None:
    def work(tx: Transaction) -> str:
        try:
            tx.beside(refuses)
        except FeedbackbotError as why:
            return why.key
        return ""

    assert await runtime.write(work) == "not-known"


async def test_beside_the_writer_nothing_can_be_written(runtime: Runtime) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        await runtime.write(lambda tx: tx.beside(reads_only))
    assert await runtime.read(people) == 0


async def test_a_reader_reads_where_it_is(runtime: Runtime) -> None:
    assert await runtime.read(lambda tx: tx.beside(people, plus=1)) == 1


async def test_who_asks_for_something_else_each_time_is_stopped(runtime: Runtime) -> None:
    asked: list[int] = []

    def work(tx: Transaction) -> int:
        asked.append(len(asked))
        return tx.beside(people, plus=len(asked))

    with pytest.raises(RuntimeError, match="something else each time"):
        await runtime.write(work)
