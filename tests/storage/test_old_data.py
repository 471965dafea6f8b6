"""What an older release has stored is still there after the newest migration."""

from typing import Any

from sqlalchemy import (
    Connection,
    text,
)

from feedbackbot.storage.columns import metadata
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.schema import in_transaction
from tests.storage.old_data import FIRST_RELEASE, fill, rows

# kept otherwise since, see the migrations: times of ratings to the hour, who agreed to be asked behind a bridge
CHANGED = {
    "response": {"started_at", "submitted_at"},
    "low_score_alert": {"at", "answered_at", "settled_at", "person_id", "agreed_at"},
    "second_rating": {"at"},
    "timeline_entry": {"at"},
    "alembic_version": {"version_num"},
    # stored and never used: dropped
    "employee": {"email"},
}


async def test_rows_of_the_first_release_survive_with_their_numbers(empty_url: str) -> None:
    await migrate(empty_url, FIRST_RELEASE)
    before = await in_transaction(empty_url, fill)
    await migrate(empty_url)
    after = await in_transaction(empty_url, rows)
    for name, found in before.items():
        assert name in after, f"{name} is gone"
        changed = CHANGED.get(name, set())
        kept = [{key: one for key, one in row.items() if key not in changed} for row in found]
        now = [{key: row[key] for key in kept[0]} for row in after[name]] if kept else []
        assert sorted(map(str, now)) == sorted(map(str, kept)), name
    assert {(row["person_id"]) for row in after["recovery_talk"]} == {1, 2}, "talks that go on keep going"
    assert all(row["started_at"].minute == 0 for row in after["response"])


async def test_no_number_that_others_remember_is_given_twice(database_url: str) -> None:
    database = open_database(database_url)

    def last_one_goes(connection: Connection) -> list[int]:
        given = []
        for _ in range(2):
            one = connection.execute(
                text(
                    "INSERT INTO person (language, created_at) VALUES ('id', '2026-01-01 00:00:00') RETURNING id"
                )
            ).scalar_one()
            connection.execute(text("DELETE FROM person WHERE id = :id"), {"id": one})
            given.append(one)
        return given

    first, second = await database.write(last_one_goes)
    assert second > first
    await database.close()


async def test_every_table_with_numbers_keeps_them_for_good_on_sqlite(sqlite_url: str) -> None:
    database = open_database(sqlite_url)

    def made(connection: Connection) -> dict[str, str]:
        found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        return {row.name: row.sql for row in found}

    statements = await database.read(made)
    await database.close()
    with_numbers = {table.name for table in metadata.sorted_tables if "id" in table.columns} - {"process"}
    reused = {name for name in with_numbers if "AUTOINCREMENT" not in statements[name]}
    assert reused == {"inbox", "daily_total"}, "their numbers are remembered nowhere"


async def test_an_erased_persons_number_in_the_audit_is_never_anybody_elses(tmp_path: Any) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    await migrate(url, FIRST_RELEASE)
    insert_audit = (
        "INSERT INTO audit (at, person_id, action, subject) VALUES ('2026-01-01 00:00:00', 41, 'x', 'y')"
    )
    await in_transaction(url, lambda connection: connection.execute(text(insert_audit)) and None)
    await migrate(url)
    new = "INSERT INTO person (language, created_at) VALUES ('id', '2026-01-01 00:00:00') RETURNING id"
    assert await in_transaction(url, lambda connection: connection.execute(text(new)).scalar_one()) == 42
