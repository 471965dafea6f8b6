"""The recipes of CONTRIBUTING.md, done: what each says is enough. "A language" is done in tests/dialogue/test_catalogue.py."""

import asyncio
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from apscheduler.triggers.interval import IntervalTrigger
from sqlalchemy import Column, Connection, String, Table, inspect

from feedbackbot.assistant import Assistant
from feedbackbot.delivery.tell import tell
from feedbackbot.dialogue import file_sources
from feedbackbot.dialogue.directory import Directory
from feedbackbot.domain.notices import Notice
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.domain.survey.rating_form import RATING_FORM
from feedbackbot.jobs.job import Counts, Job, until_done
from feedbackbot.jobs.timetable import Timetable
from feedbackbot.migrations import new
from feedbackbot.storage import migrating
from feedbackbot.storage.columns import identity
from feedbackbot.storage.database import open_database
from feedbackbot.storage.people.contacts import find_chat, set_language
from feedbackbot.storage.pipeline.job_runs import job_runs
from feedbackbot.storage.privacy.kept_list import KEPT
from feedbackbot.storage.schema import in_transaction
from feedbackbot.storage.survey.tables import respondent, response
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from tests.project.recipes.drum import DrumService
from tests.usecase_runner import Desk

ROOT = Path(__file__).parents[3]
SOURCES = (".py", ".ftl", ".html", ".js", ".json", ".yaml")


async def until(holds: Callable[[], Any]) -> None:
    """The bot works beside the test."""
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.01)


async def test_a_channel_and_a_conversation(bot: Assistant, drum: DrumService) -> None:
    """One folder and one line: somebody drums a command, and the bot drums the question of the conversation back."""
    await drum.drummed(1, "Ani", "/cuaca")
    await until(lambda: drum.out.heard)
    [(who, words, _)] = drum.out.heard
    assert (who, words) == ("Ani", "Cuaca hari apa?")


async def test_a_notice(bot: Assistant, drum: DrumService, weather: ModuleType) -> None:
    """One file and two texts: told in the language of the reader, by whoever delivers on that channel."""
    await drum.drummed(1, "Ani", "/cuaca")
    await until(lambda: drum.out.heard)

    def storm(tx: Transaction) -> None:
        found = find_chat(tx, "drum", "Ani")
        assert found is not None
        tell(tx, found[0].person_id, weather.StormComes(15))
        set_language(tx, found[0].person_id, "en")

    await bot.runtime.write(storm)
    await until(lambda: len(drum.out.heard) == 2)
    assert drum.out.heard[1][1] == "Storm at 15"


def test_a_notice_that_nobody_says_is_found(weather: ModuleType) -> None:
    assert "storm-comes" in Directory([replace(weather.CONVERSATION, notices=())], "cuaca").speaker.unsaid()
    assert "storm-comes" not in Directory([weather.CONVERSATION], "cuaca").speaker.unsaid()


async def test_a_report(bot: Assistant, drum: DrumService) -> None:
    """A source, a recipe in the message and a maker: the file is made when its message is sent."""
    await drum.drummed(1, "Ani", "/cuaca")
    await until(lambda: drum.out.heard)
    await drum.drummed(2, "Ani", "besok")
    await until(lambda: len(drum.out.heard) > 1)
    assert drum.out.heard[1][1:] == ("Cuaca besok", b"sky of besok")


def test_a_report_without_its_maker_stops_the_start(
    weather: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = file_sources.ALL
    monkeypatch.setattr(file_sources, "ALL", every | {weather.SKY})
    with pytest.raises(ValueError, match="sky"):
        file_sources.check_made(every)


def test_no_notice_of_the_example_is_left() -> None:
    names = {one.__module__ for one in Notice.__subclasses__()}
    assert names and all(name.startswith("feedbackbot.") for name in names)


async def test_a_job(sqlite_url: str) -> None:
    """A name, a trigger and a function of a transaction: it runs until nothing is left, and its counts are kept."""
    desk = Desk(open_database(sqlite_url, synchronous="NORMAL"))
    clouds = [3, 2, 0]

    def look_up(tx: Transaction) -> Counts:
        return {"seen": clouds.pop(0)}

    job = Job("look_up", IntervalTrigger(minutes=1), until_done(look_up))
    assert await Timetable([job], desk.runtime).run(job) == {"seen": 5}
    [run] = await desk.do(job_runs)
    assert (run.job, run.counts, run.error) == ("look_up", {"seen": 5}, None)
    await desk.database.close()


async def test_a_table(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table and the command: the migration is written from it, goes up and down, and the list of what is kept misses it."""
    scripts = tmp_path / "migrations"
    shutil.copytree(new.__file__.removesuffix("/new.py"), scripts)
    monkeypatch.setattr(migrating, "SCRIPTS", scripts)
    sky = Table("sky", metadata, identity(), Column("colour", String(8), nullable=False))
    try:
        before = await in_transaction(sqlite_url, _revision)
        await in_transaction(sqlite_url, lambda connection: new._write(connection, "Keep the sky"))
        newest = await migrating.migrate(sqlite_url)
        assert newest == f"{int(before) + 1:04}"
        assert await in_transaction(sqlite_url, _has_sky)
        await migrating.migrate(sqlite_url, before)
        assert not await in_transaction(sqlite_url, _has_sky)
        assert set(metadata.tables) - {table.name for kept in KEPT for table in kept.tables} == {"sky"}
    finally:
        metadata.remove(sky)


def _revision(connection: Connection) -> str:
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _has_sky(connection: Connection) -> bool:
    return "sky" in inspect(connection).get_table_names()


def test_a_field_of_the_rating_is_named_in_its_list_and_in_its_texts_alone() -> None:
    """With its migration five files: form, page, columns, export, reports and menus follow the list."""
    named = re.compile(r"\"occupation\"|profile-occupation\b|profile-name-occupation\b")
    folders = [ROOT / "feedbackbot", ROOT / "conversations"]
    files = [file for folder in folders for file in folder.rglob("*.*") if file.suffix in SOURCES]
    found = {file.relative_to(ROOT).as_posix() for file in files if named.search(file.read_text("utf-8"))}
    assert {name for name in found if "/versions/" not in name} == {
        "feedbackbot/domain/survey/profile.py",
        "feedbackbot/i18n/id/survey.ftl",
        "feedbackbot/i18n/en/survey.ftl",
    }
    assert set(PROFILE_KEYS) <= {*response.c.keys()} & {*respondent.c.keys()} & {
        one.key for one in RATING_FORM.fields
    }
