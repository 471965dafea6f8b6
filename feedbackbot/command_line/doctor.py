"""What is wrong with this installation, in words, and what to do about it: asked of every part, each by itself."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable
from datetime import date, timedelta
from pathlib import Path

from feedbackbot.channels.chosen import all_services
from feedbackbot.channels.service import ChatService, Finding, Health
from feedbackbot.clock import city_zone, keep_time_of, system_now
from feedbackbot.errors import DatabaseAway, SettingsError
from feedbackbot.i18n import load_catalogue
from feedbackbot.reports.render_process import RenderFailed, RenderProcess
from feedbackbot.settings import Settings
from feedbackbot.storage.checked_runtime import checked_runtime
from feedbackbot.storage.schema import (
    in_transaction,
    integrity_problems,
    is_current,
    newest_revision,
    time_of,
)
from feedbackbot.storage.sqlite_file import sqlite_file
from feedbackbot.usecases.units.city_file import load_city

_LITTLE_ROOM = 500_000_000
_NO_ROOM = 50_000_000
"""Bytes: a database that cannot grow refuses every message."""
_SKEW = timedelta(seconds=5)
_PATIENCE = 20.0
"""Seconds that one part may take to answer."""
_PATIENCE_FOR_DOCUMENTS = 90.0
"""A process of its own starts for them and reads its libraries: half a minute on a machine that is busy otherwise, and nothing is wrong."""


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """One part after the other, each told as soon as it is known; what hangs on something wrong is left out."""
    yield key_of(settings)
    yield city_of(settings)
    yield room_of(settings)
    database = await _asked("database", database_of(settings))
    yield database
    if database.health is not Health.WRONG:
        yield await _asked("writing", writing_of(settings))
        yield await _asked("clock", clock_of(settings))
    yield await _asked("documents", documents(), _PATIENCE_FOR_DOCUMENTS)
    for service in chat_services(settings):
        if isinstance(service, Finding):
            yield service
            continue
        for finding in await _of_service(service):
            yield finding


async def _asked(what: str, answer: Awaitable[Finding], patience: float | None = None) -> Finding:
    patience = patience or _PATIENCE
    try:
        return await asyncio.wait_for(answer, patience)
    except TimeoutError:
        return Finding(what, Health.WRONG, f"no answer within {patience:.0f} s", "is the machine overloaded?")


def key_of(settings: Settings) -> Finding:
    try:
        settings.require_key()
    except SettingsError as problem:
        return Finding(
            "key", Health.WRONG, str(problem), "make one with `bot.py new-key` and keep it with the backups"
        )
    return Finding("key", Health.GOOD, "there is one")


def city_of(settings: Settings) -> Finding:
    try:
        city = load_city(settings)
    except SettingsError as problem:
        return Finding("city file", Health.WRONG, str(problem), "docs/city-file.md tells what it must hold")
    keep_time_of(city.time_zone)
    return Finding("city file", Health.GOOD, f"{city.name}, {len(city.units)} units, {city.time_zone}")


def room_of(settings: Settings) -> Finding:
    """Where the database file lies, or this folder where a server keeps it."""
    file = sqlite_file(settings.database_url) or Path("here")
    folder = next(one for one in file.absolute().parents if one.exists())
    free = shutil.disk_usage(folder).free
    told = f"{free / 1e9:.1f} GB free in {folder.name or folder}"
    if free < _LITTLE_ROOM:
        health = Health.WRONG if free < _NO_ROOM else Health.DOUBTFUL
        return Finding("disk", health, told, "make room: old backups and logs first")
    return Finding("disk", Health.GOOD, told)


async def database_of(settings: Settings) -> Finding:
    """Reached, whole, up to date."""
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        return Finding("database", Health.WRONG, "there is none yet", "run `bot.py migrate`")
    try:
        broken = await asyncio.to_thread(integrity_problems, settings.database_url)
        current = await is_current(settings.database_url)
    except (SettingsError, OSError) as problem:
        return Finding(
            "database", Health.WRONG, str(problem), "does its server run, and is the address right?"
        )
    if broken:
        return Finding(
            "database",
            Health.WRONG,
            f"damaged: {broken[0]}",
            "stop the bot, `bot.py restore` the newest backup",
        )
    if not current:
        return Finding("database", Health.WRONG, "of another release", "run `bot.py migrate`")
    return Finding("database", Health.GOOD, f"at {newest_revision()}")


async def writing_of(settings: Settings) -> Finding:
    """Under this key, now."""
    try:
        async with checked_runtime(settings) as runtime:
            await runtime.write(lambda tx: None)
    except SettingsError as problem:
        return Finding("writing", Health.WRONG, str(problem), "the key stands with the backups")
    except DatabaseAway as problem:
        return Finding(
            "writing",
            Health.WRONG,
            str(problem),
            "is the disk full, or another process holding the database?",
        )
    return Finding("writing", Health.GOOD, "the database takes a write")


async def clock_of(settings: Settings) -> Finding:
    """This machine's against the database server's: processes are told alive or dead by them."""
    if sqlite_file(settings.database_url) is not None:
        return Finding(
            "clock",
            Health.GOOD,
            f"{system_now().astimezone(city_zone()):%d.%m.%Y %H:%M %Z}; a chat service's is compared below",
        )
    theirs = await in_transaction(settings.database_url, time_of)
    apart = abs(system_now() - theirs)
    if apart > _SKEW:
        return Finding(
            "clock", Health.WRONG, f"{apart.total_seconds():.0f} s apart from the database's", "switch time synchronisation on, on both"
        )  # fmt: skip
    return Finding("clock", Health.GOOD, "agrees with the database's")


async def documents() -> Finding:
    """A small chart and a page, as the bot would make them."""
    render = RenderProcess()
    try:
        made = await render.render(make_samples)
    except (RenderFailed, OSError, ImportError) as problem:
        return Finding(
            "documents", Health.WRONG, str(problem), "install the requirements again; is there memory left?"
        )
    finally:
        await render.close()
    return Finding("documents", Health.GOOD, f"charts and pages can be made ({made:,} bytes)")


def make_samples() -> int:
    """Runs in the render process."""
    from feedbackbot.reports.drawing.charts import Bar, BarChart
    from feedbackbot.reports.drawing.draw_chart import draw
    from feedbackbot.reports.incentives.letter import Letter, letter_pdf

    grades = {grade: grade for grade in "ABCD"}
    chart = BarChart("Periksa", "", (Bar("Persyaratan", 3.2, "3,20"),), "nrr", grades, "", alt="", footer="")
    sign = "Periksa 😀 جاوي"
    letter = Letter(sign, sign, sign, sign, sign, sign, sign, date(2026, 1, 1), sign, sign)
    return len(draw(chart)) + len(letter_pdf(letter))


def chat_services(settings: Settings) -> list[ChatService | Finding]:
    try:
        return list(all_services(settings, load_catalogue()))
    except SettingsError as problem:
        return [
            Finding("chat service", Health.WRONG, str(problem), "README.md tells where a token comes from")
        ]


async def _of_service(service: ChatService) -> list[Finding]:
    await service.open()
    try:
        return list(await asyncio.wait_for(service.examine(), _PATIENCE))
    except TimeoutError:
        return [
            Finding(
                service.name, Health.WRONG, "no answer", "does this machine reach the internet, or the proxy?"
            )
        ]
    finally:
        await service.close()


def told(finding: Finding) -> str:
    """One line, or two with what to do."""
    line = f"{finding.health:<6}  {finding.what}: {finding.said}"
    return line if not finding.todo else f"{line}\n{'':<8}→ {finding.todo}"
