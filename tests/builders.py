"""Small worlds for tests: each sets only what matters to its test."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, insert

import conversations
from feedbackbot.clock import Now
from feedbackbot.data import read_city
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.domain.units.city import City, parse_city
from feedbackbot.i18n import load_catalogue
from feedbackbot.settings import Settings
from feedbackbot.storage.database import Database, SqliteDatabase
from feedbackbot.storage.people.tables import role_grant
from feedbackbot.storage.tables import metadata
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.cast import Member
from tests.talk import Clock, Talk, Talker

KEY = "a-key-of-the-tests-of-32-characters-or-more"
CATALOGUE = load_catalogue()
LHOKSEUMAWE: City = parse_city(*read_city("lhokseumawe"))


def test_settings(**values: object) -> Settings:
    """Settings that no environment and no file touches."""
    try:
        return _settings(tuple(sorted(values.items())))
    except TypeError:  # a list among the values
        return _settings.__wrapped__(tuple(values.items()))


@cache
def _settings(values: tuple[tuple[str, object], ...]) -> Settings:
    """Frozen, so tests can share them: to look for 250 variables in the environment takes as long as a turn."""
    return Settings(_env_file=None, **{"secret_key": KEY, **dict(values)})  # type: ignore[arg-type]


test_settings.__test__ = False  # type: ignore[attr-defined]


def dialogue_of_all() -> Dialogue:
    """Every conversation of the bot."""
    return Dialogue(Directory(conversations.ALL, conversations.HOME), CATALOGUE)


_empty: list[bytes] = []


async def sqlite_in(folder: Path) -> SqliteDatabase:
    """An empty database with today's tables, which are made once in a process."""
    file = folder / "test.db"
    if not _empty:
        making = SqliteDatabase(file, synchronous="NORMAL")
        await making.write(lambda connection: metadata.create_all(connection))
        await making.close()
        _empty.append(file.read_bytes())
    file.write_bytes(_empty[0])
    return SqliteDatabase(file, synchronous="NORMAL")


async def talk_in(database: Database, now: Now | None = None, **settings: object) -> Talk:
    """The whole bot, with the units of Lhokseumawe."""
    talk = Talk(database, dialogue_of_all(), test_settings(**settings), now or Clock())
    await talk.run(load_city_units, LHOKSEUMAWE)
    return talk


async def grant_roles(talk: Talk, member: Member) -> Talker:
    """The member, known to the bot and with the roles that the cast gives."""
    talker = talk.person(member.name)
    await talker.types("/mulai")
    person_id = (await talker.contact()).person_id

    def work(connection: Connection) -> None:
        tx = Transaction(connection, talk.now(), talk.settings)
        for role in member.roles:
            tx.run(insert(role_grant), {"person_id": person_id, "role": role, "granted_at": tx.now})

    await talk.database.write(work)
    return talker
