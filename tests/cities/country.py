"""A country for tests: cities on playgrounds of their own, all served by one process."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from feedbackbot.assistant import Assistant
from feedbackbot.clock import city_zone
from feedbackbot.dialogue.chat import Chat
from feedbackbot.dialogue.conversation import Command, Conversation, Nothing, Stay, Transition
from feedbackbot.dialogue.message import Message
from feedbackbot.many_cities import KeptCity, ManyCities
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.settings import Settings, load_settings
from feedbackbot.settings.cities import read_cities
from feedbackbot.wiring import SharedParts, assemble

from conversations import ALL, HOME  # isort: skip

ZONES = {"makassar": "Asia/Makassar", "jayapura": "Asia/Jayapura", "langsa": "Asia/Jakarta"}


async def say_hour(chat: Chat[Nothing], argument: str) -> Transition:
    """What the person's own city has: its title, its zone, and a failure in Langsa."""
    if chat.tx.settings.city_title == "Langsa":
        raise ZeroDivisionError
    return Stay(Message(f"{chat.tx.settings.city_title} {chat.tx.now.astimezone(city_zone()).tzname()}"))


HOUR = Conversation("jam", say_hour, commands=(Command("bahasa_jam", listed=False, keeps_conversation=True),))


def city_file(folder: Path, name: str) -> Path:
    """A city of Lhokseumawe's offices under another name and sun."""
    text = (files("feedbackbot.data") / "lhokseumawe.yaml").read_text("utf-8")
    for old, new in (
        ("code: lhokseumawe\n", f"code: {name}\n"),
        ("name: Lhokseumawe\n", f"name: {name.title()}\n"),
        ("government: Pemerintah Kota Lhokseumawe", f"government: Pemerintah Kota {name.title()}"),
        ("time_zone: Asia/Jakarta", f"time_zone: {ZONES[name]}"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file = folder / f"{name}.yaml"
    file.write_text(text, "utf-8")
    return file


def settings_file(folder: Path, name: str, **values: object) -> Path:
    """What a city's own file of settings holds."""
    own = {
        "CITY": city_file(folder, name), "CITY_TITLE": name.title(), "SECRET_KEY": f"{name}-" + "k" * 40,
        "ERASURE_LOG": folder / f"{name}.erasures", "WEB_PORT": 0, "RATE_OVERALL": 5000, "RATE_PER_CHAT": 1000,
    } | values  # fmt: skip
    file = folder / f"{name}.env"
    file.write_text("".join(f"FEEDBACKBOT_{key}='{value}'\n" for key, value in own.items()), "utf-8")
    return file


def cities_file(folder: Path, names: list[str]) -> Path:
    file = folder / "cities.toml"
    rows = "".join(f'[[city]]\nname = "{name}"\n' for name in names)
    file.write_text(f"[watch]\nport = 0\n{rows}", "utf-8")
    return file


@dataclass
class Country:
    """`bots`: the assistants of a city, one for each of its starts."""

    folder: Path
    playgrounds: Mapping[str, Playground]
    many: ManyCities
    bots: dict[str, list[Assistant]] = field(default_factory=dict)

    def kept(self, name: str) -> KeptCity:
        return next(one for one in self.many.kept if one.name == name)

    async def person(self, name: str) -> Person:
        return await self.playgrounds[name].person("Ani", phone="+6281260001234")

    async def until_served(self, *names: str) -> None:
        async with asyncio.timeout(60):
            while any(self.kept(name).why_not for name in names):
                await asyncio.sleep(0.05)

    async def until_refused(self, name: str, why: str) -> None:
        async with asyncio.timeout(60):
            while why not in self.kept(name).why_not:
                await asyncio.sleep(0.05)


@asynccontextmanager
async def country(
    folder: Path, databases: Mapping[str, str], **changes: Mapping[str, object]
) -> AsyncIterator[Country]:
    """Its databases are migrated and hold no units yet; `changes` are settings of one city."""
    async with AsyncExitStack() as stack:
        playgrounds = {}
        for number, (name, url) in enumerate(databases.items(), 1):
            token = f"{number}:PLAY{name}"
            playgrounds[name] = await stack.enter_async_context(Playground(token=token, patience=30))
            of_it = {
                "TELEGRAM_TOKEN": token, "TELEGRAM_API_URL": playgrounds[name].url, "DATABASE_URL": url,
                **changes.get(name, {}),
            }  # fmt: skip
            settings_file(folder, name, **of_it)
        stop = asyncio.Event()
        bots: dict[str, list[Assistant]] = {}

        def made(settings: Settings, shared: SharedParts) -> Assistant:
            bot = assemble(settings, [*ALL, HOUR], HOME, shared=shared)
            bots.setdefault(settings.city_title.casefold(), []).append(bot)
            return bot

        many = ManyCities(read_cities(cities_file(folder, list(databases))), made, stop)
        serving = asyncio.create_task(many.serve(webhook=False))
        try:
            yield Country(folder, playgrounds, many, bots)
        finally:
            stop.set()
            await serving


def plain_settings(**values: object) -> Settings:
    return load_settings(None, **values)
