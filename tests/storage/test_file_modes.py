"""Only the bot's own user reads its files."""

from pathlib import Path

import pytest
from sqlalchemy import text

from feedbackbot.storage.backup import back_up
from feedbackbot.storage.database import open_database
from feedbackbot.storage.migrating import migrate
from feedbackbot.storage.sqlite_file import open_folder


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


def test_a_folder_that_others_may_look_into_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert open_folder(folder / "bot.db") == ""
    folder.mkdir(mode=0o700)
    assert open_folder(folder / "bot.db") == ""
    folder.chmod(0o755)
    assert open_folder(folder / "bot.db") == f"{folder} is open to other users (0755): chmod 700 it"
