"""What `bot.py doctor` says of an installation: every part by itself, in words, with what to do, and never a token."""

import asyncio
from pathlib import Path

import pytest

from feedbackbot.channels.service import Finding, Health
from feedbackbot.command_line.doctor import examine, room_of, told
from feedbackbot.playground.city import Playground
from feedbackbot.settings import Settings, load_settings
from feedbackbot.storage.pipeline.canary import keep_canary
from feedbackbot.storage.runtime import open_runtime
from tests.endtoend.prepared import load_units

TOKEN = "1:PLAYdoctor"
KEY, OTHER_KEY = "k" * 40, "o" * 40


def installation(url: str, api: str = "http://127.0.0.1:9", key: str = KEY) -> Settings:
    return load_settings(
        None, telegram_token=TOKEN, telegram_api_url=api, telegram_proxy="", secret_key=key, database_url=url
    )


async def findings(settings: Settings) -> dict[str, Finding]:
    found = {one.what: one async for one in examine(settings)}
    assert TOKEN.partition(":")[2] not in "\n".join(map(told, found.values()))
    assert all(one.todo for one in found.values() if one.health is not Health.GOOD)
    return found


async def test_a_sound_installation_is_called_sound(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10**10})())
    await load_units(database_url)
    async with Playground(token=TOKEN) as city:
        found = await findings(installation(database_url, city.url))
    assert {one.health for one in found.values()} == {Health.GOOD}, found
    assert {
        "key",
        "city file",
        "disk",
        "database",
        "writing",
        "clock",
        "documents",
        "telegram",
        "telegram clock",
    } <= set(found)


async def test_documents_may_take_longer_than_an_answer(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine the process that makes them needs long to start; the first test here once failed under load."""

    async def slow() -> Finding:
        await asyncio.sleep(0.5)
        return Finding("documents", Health.GOOD, "made")

    async def stuck(settings: Settings) -> Finding:
        await asyncio.sleep(3600)
        raise AssertionError("nobody waits so long")

    monkeypatch.setattr("feedbackbot.command_line.doctor.documents", slow)
    monkeypatch.setattr("feedbackbot.command_line.doctor.clock_of", stuck)
    monkeypatch.setattr("feedbackbot.command_line.doctor._PATIENCE", 0.3)
    await load_units(sqlite_url)
    found = [one async for one in examine(installation(sqlite_url))]
    said = {one.what: one.health for one in found}
    assert said["documents"] is Health.GOOD
    assert said["clock"] is Health.WRONG


@pytest.fixture
def quick_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are tried in the first test; a process for them takes seconds."""

    async def made() -> Finding:
        return Finding("documents", Health.GOOD, "made")

    monkeypatch.setattr("feedbackbot.command_line.doctor.documents", made)


@pytest.mark.usefixtures("quick_documents")
async def test_each_fault_is_named_with_what_to_do(sqlite_url: str, tmp_path: Path) -> None:
    await load_units(sqlite_url)
    async with open_runtime(installation(sqlite_url)) as runtime:
        await runtime.write(keep_canary)
    found = await findings(installation(sqlite_url, key=OTHER_KEY))
    assert "not the key that this database was made with" in found["writing"].said
    assert (found["telegram"].health, "not reached" in found["telegram"].said) == (Health.WRONG, True)

    none_yet = await findings(installation(f"sqlite:///{tmp_path / 'none.db'}"))
    assert "bot.py migrate" in none_yet["database"].todo
    assert "writing" not in none_yet


@pytest.mark.usefixtures("quick_documents")
async def test_a_damaged_database_leads_to_the_backup(sqlite_url: str) -> None:
    await load_units(sqlite_url)
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    file.write_bytes(content)
    found = await findings(installation(sqlite_url))
    assert found["database"].health is Health.WRONG
    assert "bot.py restore" in found["database"].todo


@pytest.mark.parametrize(
    ("free", "health"), [(10_000_000, Health.WRONG), (400_000_000, Health.DOUBTFUL), (10**10, Health.GOOD)]
)
def test_little_room_is_told_before_the_disk_is_full(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, health: Health
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free})())
    assert room_of(installation(f"sqlite:///{tmp_path / 'bot.db'}")).health is health
