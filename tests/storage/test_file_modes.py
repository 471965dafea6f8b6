"""Only the bot's own user reads its files."""

from pathlib import Path

import pytest
from sqlalchemy import text

from feedbackbot.storage.backup import back_up
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("older", [False, True])
async def test_database_log_and_backup_are_the_owners_alone_also_where_an_older_release_made_them(
    tmp_path: Path, older: bool
) -> None:
    file = tmp_path / "data" / "bot.db"
    url = f"sqlite:///{file}"
    await migrate(url)
    if older:
        file.chmod(0o644)
    database = open_database(url)
    await database.write(lambda c: c.execute(text("INSERT INTO job_run (job, counts) VALUES ('a', '{}')")))
    made = [one for one in file.parent.iterdir() if one.name.startswith("bot.db")]
    assert {one.name for one in made} >= {"bot.db", "bot.db-wal", "bot.db-shm"}
    assert {mode(one) for one in made} == {0o600}
    assert mode(file.parent) == 0o700
    await back_up(url, tmp_path / "backup" / "copy.db")
    await database.close()
    assert mode(tmp_path / "backup" / "copy.db") == 0o600
    assert mode(tmp_path / "backup") == 0o700
