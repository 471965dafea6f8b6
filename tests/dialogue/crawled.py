"""The bot in which one person of all roles came to every step: crawled once in a process, then copied for each test."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from feedbackbot.storage.database import SqliteDatabase
from tests.builders import dialogue_of_all, grant_roles, sqlite_in, talk_in
from tests.cast import Member
from tests.dialogue.crawl import Steps, reachable
from tests.talk import Clock, Talk, Talker

ALL_ROLES = Member("Semua", ("employee", "head", "admin"))


@dataclass
class Crawled:
    """The database's file as the crawl left it, what stands in the chat, the steps that were come to."""

    file: bytes
    talk: Talk
    steps: Steps
    now: datetime


_crawled: list[Crawled] = []


async def crawled(folder: Path, clock: Clock) -> Crawled:
    """`folder` is only used where nobody has crawled before."""
    if not _crawled:
        _crawled.append(await _crawl(folder, clock))
    return _crawled[0]


def copied(found: Crawled, folder: Path, clock: Clock) -> Talk:
    """A bot of its own that stands where the crawl ended; whoever asks closes its database."""
    file = folder / "crawled.db"
    file.write_bytes(found.file)
    clock.now = found.now
    talk = Talk(SqliteDatabase(file, synchronous="NORMAL"), dialogue_of_all(), found.talk.settings, clock)
    talk.people = {name: _with_own_chat(talk, one) for name, one in found.talk.people.items()}
    return talk


async def _crawl(folder: Path, clock: Clock) -> Crawled:
    database = await sqlite_in(folder)
    talk = await talk_in(database, clock)
    person = await grant_roles(talk, ALL_ROLES)
    steps = await reachable(talk, person, _commands(talk))
    await database.close()
    return Crawled((folder / "test.db").read_bytes(), talk, steps, clock.now)


def _commands(talk: Talk) -> Iterable[str]:
    known = talk.dialogue.directory.commands_for(frozenset({"citizen", *ALL_ROLES.roles}))
    return [name for name in known if name != "batal"]


def _with_own_chat(talk: Talk, one: Talker) -> Talker:
    chat = [replace(shown) for shown in one.chat]
    return replace(one, talk=talk, chat=chat, answered=list(one.answered), _refs=copy.copy(one._refs))
