"""No command works on a database that was made with another key, or by another release."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from feedbackbot.errors import SettingsError
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.canary import keep_canary
from feedbackbot.wording.reports.write_report import write_report
from tests.usecase_runner import Desk

COMMANDS = Path(__file__).parents[2] / "feedbackbot" / "command_line"


async def test_another_key_than_the_databases_is_refused(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    desk = Desk(database)
    await desk.do(keep_canary)
    right = desk.settings.model_copy(update={"database_url": database_url})
    async with checked_runtime(right) as runtime:
        assert await runtime.read(lambda tx: tx.on_postgresql) == ("postgresql" in database_url)
    wrong = right.model_copy(update={"secret_key": SecretStr("another-key-of-32-characters-or-more")})
    with pytest.raises(SettingsError, match="FEEDBACKBOT_SECRET_KEY is not the key"):
        async with checked_runtime(wrong):
            pass
    with pytest.raises(SettingsError, match="FEEDBACKBOT_SECRET_KEY is not the key"):
        await write_report(wrong, "disdukcapil", "2026-S2", tmp_path)


def test_no_command_opens_a_database_without_asking_for_its_key() -> None:
    opens = re.compile(r"\bopen_(runtime|database)\b")
    assert [file.name for file in COMMANDS.glob("*.py") if opens.search(file.read_text("utf-8"))] == []
