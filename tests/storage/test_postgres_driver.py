"""Past SQLAlchemy on PostgreSQL: the same errors, the same undoing, and what goes with the commit."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, bindparam, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.people.tables import person
from feedbackbot.storage.prepared import Prepared
from feedbackbot.storage.transaction import Transaction
from tests.builders import test_settings

_AT = datetime(2026, 3, 4, tzinfo=UTC)
_ADD = Prepared(insert(person).returning(person.c.id), ("id", "language", "created_at"))
_RENUMBER = Prepared(update(person).where(person.c.id == bindparam("row")).values(id=bindparam("to")))
_SPEAKS = Prepared(update(person).where(person.c.id == bindparam("row")).values(language=bindparam("word")))


def _tx(connection: Connection) -> Transaction:
    return Transaction(connection, _AT, test_settings())


def _ani(tx: Transaction) -> None:
    assert tx.driver is not None
    _ADD.first(tx, {"id": 1, "language": "id", "created_at": _AT})


async def _people(database: Database) -> list[int]:
    return await database.read(lambda connection: list(connection.execute(select(person.c.id)).scalars()))


async def test_a_statement_that_fails_is_told_as_sqlalchemy_tells_it_and_undoes_all(
    postgres_url: str,
) -> None:
    database = open_database(postgres_url)

    def twice(connection: Connection) -> None:
        _ani(_tx(connection))
        _ani(_tx(connection))

    with pytest.raises(IntegrityError, match="pk_person"):
        await database.write(twice)
    assert await _people(database) == []
    await database.close()


async def test_an_error_that_is_swallowed_does_not_pass_for_a_commit(postgres_url: str) -> None:
    database = open_database(postgres_url)

    def swallowing(connection: Connection) -> None:
        _ani(_tx(connection))
        with pytest.raises(IntegrityError):
            _ani(_tx(connection))

    with pytest.raises(RuntimeError, match="ROLLBACK"):
        await database.write(swallowing)
    assert await _people(database) == []
    await database.close()


async def test_what_goes_with_the_commit_is_done_by_then_and_not_before(postgres_url: str) -> None:
    database = open_database(postgres_url)

    def work(connection: Connection) -> int:
        tx = _tx(connection)
        _ani(tx)
        tx.end(commits=True)
        _RENUMBER.run_last(tx, {"row": 1, "to": 7})
        return int(connection.execute(select(func.max(person.c.id))).scalar_one())

    assert await database.write(work) == 1
    assert await _people(database) == [7]
    await database.close()


async def test_nobodys_words_are_written_into_a_statement(postgres_url: str) -> None:
    database = open_database(postgres_url)

    def work(connection: Connection) -> None:
        tx = _tx(connection)
        tx.end(commits=True)
        _SPEAKS.run_last(tx, {"row": 1, "word": "x'; DROP TABLE person; --"})

    with pytest.raises(TypeError, match="str is not written"):
        await database.write(work)
    await database.close()


async def test_what_is_done_beside_is_one_statement_and_does_all(database_url: str) -> None:
    database = open_database(database_url)

    def work(connection: Connection) -> None:
        tx = _tx(connection)
        _ADD.first(tx, {"id": 1, "language": "id", "created_at": _AT})
        beside = [(_SPEAKS, {"row": 1, "word": "en"})]
        made = _ADD.first_beside(tx, {"id": 2, "language": "id", "created_at": _AT}, beside)
        assert made is not None and made[0] == 2

    await database.write(work)
    spoken = await database.read(
        lambda connection: connection.execute(text("SELECT language FROM person ORDER BY id")).scalars().all()
    )
    assert spoken == ["en", "id"]
    await database.close()
