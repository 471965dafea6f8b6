"""What the recipes of CONTRIBUTING.md are tried with; all of it is gone after each test."""

import importlib
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import ModuleType

import pytest

import conversations
from feedbackbot import wiring
from feedbackbot.assistant import Assistant
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue import file_sources
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.domain.notices import Notice
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import LanguageTexts, catalogue_files
from tests.builders import test_settings
from tests.project.recipes.drum import DrumService


class _Gone:
    """What an example's notice is in the end: no notice."""

    __slots__ = ()


@pytest.fixture
def weather() -> Iterator[ModuleType]:
    """The example's one file. A notice exists as soon as its class does, so it stops being one: other tests ask for all."""
    name = "tests.project.recipes.weather"
    yield importlib.import_module(name)
    del sys.modules[name]
    for one in Notice.__subclasses__():
        if one.__module__ == name:
            one.__bases__ = (_Gone,)


@pytest.fixture
def catalogue(weather: ModuleType, tmp_path: Path) -> Catalogue:
    """The product's texts and the example's two."""
    files = catalogue_files()
    for code, text in weather.TEXTS.items():
        (tmp_path / f"{code}.ftl").write_text(text, "utf-8")
        files[code] = [*files[code], tmp_path / f"{code}.ftl"]
    return Catalogue({code: LanguageTexts(code, paths) for code, paths in files.items()})


@pytest.fixture
def drum(monkeypatch: pytest.MonkeyPatch) -> DrumService:
    """The example's chat service and its line in `channels/chosen.py`."""
    made = DrumService()
    monkeypatch.setattr(wiring, "all_services", lambda settings, catalogue: [made])
    return made


@pytest.fixture
async def bot(
    drum: DrumService,
    weather: ModuleType,
    catalogue: Catalogue,
    sqlite_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Assistant]:
    """The whole product on the drum, as `bot.py run` builds it, with the example's conversation, file source and maker."""

    async def sky(attachment: Attachment) -> MadeFile:
        return MadeFile(f"sky of {attachment.args['day']}".encode(), "langit.txt", "text/plain")

    makers = wiring.all_makers
    monkeypatch.setattr(wiring, "all_makers", lambda *given: {**makers(*given), weather.SKY: sky})
    monkeypatch.setattr(file_sources, "ALL", file_sources.ALL | {weather.SKY})
    everything = (*conversations.ALL, weather.CONVERSATION)
    settings = test_settings(database_url=sqlite_url, sqlite_synchronous="NORMAL")
    made = wiring.assemble(settings, everything, conversations.HOME, catalogue=catalogue)
    await made.start(serve_web=False)
    yield made
    await made.stop()
