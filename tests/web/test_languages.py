"""A language is a folder: every page offers each that is there, and keeps what else its address said."""

import re
import shutil
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

import feedbackbot.i18n
from feedbackbot.i18n import load_catalogue
from feedbackbot.storage.database import Database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.forms.rating_page import RatingPages
from tests.builders import talk_in
from tests.talk import Clock


@pytest.fixture
async def app(database: Database, tmp_path: Path) -> Starlette:
    folder = tmp_path / "i18n"
    for language in ("id", "en"):
        shutil.copytree(Path(feedbackbot.i18n.__file__).parent / language, folder / language)
    (folder / "ace").mkdir()
    (folder / "ace" / "common.ftl").write_text("language-name = Bahsa Acèh\n", "utf-8")
    (folder / "ace" / "forms.ftl").write_text("page-send = Kirém\n", "utf-8")
    talk, catalogue = await talk_in(database, Clock()), load_catalogue(folder)
    runtime = Runtime(talk.database, talk.now, talk.settings)
    return Starlette(
        routes=[*RatingPages(runtime, catalogue).routes(), *KioskPages(runtime, catalogue).routes()]
    )


async def get(app: Starlette, path: str, **headers: str) -> str:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://city", headers=headers) as client:
        return (await client.get(path)).text


async def test_every_language_there_is_can_be_chosen(app: Starlette) -> None:
    page = await get(app, "/n/bpbd?bahasa=id&s=abc")
    links = re.findall(r'<a href="([^"]+)" hreflang="(\w+)" lang="\w+">([^<]+)</a>', page)
    assert links == [
        ("/n/bpbd?bahasa=ace&amp;s=abc", "ace", "Bahsa Acèh"),
        ("/n/bpbd?bahasa=en&amp;s=abc", "en", "English"),
    ]


async def test_a_third_language_is_spoken_and_what_it_lacks_is_said_in_indonesian(app: Starlette) -> None:
    for page in (
        await get(app, "/n/bpbd?bahasa=ace"),
        await get(app, "/n/bpbd", **{"accept-language": "ace-ID,en;q=0.5"}),
    ):
        assert '<html lang="ace">' in page and "Kirém" in page
        assert "Bagaimana" in page or "Penilaian" in page


async def test_the_screen_at_the_counter_speaks_it_too(app: Starlette) -> None:
    assert "Bahsa Ac" in await get(app, "/kiosk/disdukcapil/loket-1")
