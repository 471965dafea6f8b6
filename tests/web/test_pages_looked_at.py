"""Every public page is light, quick and usable by everybody; and the look finds what is not."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.database import open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.instruments import ask_instrument
from feedbackbot.storage.transaction import Transaction
from feedbackbot.web.app import create_app
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.forms.survey_page import SurveyPages
from feedbackbot.web.reports.routes import ResultPages
from feedbackbot.web.reports.survey_result import SurveyResultPages
from feedbackbot.web.server import WebServer
from feedbackbot.web.training.routes import CertificatePages
from feedbackbot.web.visits.api import VisitApi
from tests.browser import browser_page
from tests.builders import CATALOGUE, test_settings
from tests.talk import Clock
from tests.web.page_checks import WIDTH, look
from tests.web.results import fill

PATHS = {
    "/": 200,
    "/hasil": 200,
    "/hasil/disdukcapil": 200,
    "/hasil/bpbd": 200,
    "/hasil/tidak-ada": 404,
    "/hasil/disdukcapil/survei/spak": 200,
    "/n": 200,
    "/n/tidak-ada": 404,
    "/n/disdukcapil/loket-1": 200,
    "/n/disdukcapil/terima-kasih?hasil=counted&n=9": 200,
    "/n/disdukcapil/survei/spkp": 200,
    "/kiosk/disdukcapil/loket-1": 200,
    "/api": 200,
    "/verify": 200,
    "/verify/AAAA": 404,
}


@pytest.fixture
async def address(sqlite_url: str) -> AsyncIterator[str]:
    database, clock, render = open_database(sqlite_url), Clock(), RenderProcess()
    await fill(database, clock)
    runtime = Runtime(database, clock, test_settings())
    runtime.links.add("telegram", lambda payload: f"https://chat.example/{payload}")

    def ask(tx: Transaction) -> None:
        unit = report_unit(tx, "disdukcapil")
        assert unit is not None
        for survey in ("spkp", "spak"):
            ask_instrument(tx, unit.id, survey)

    await runtime.write(ask)
    makers = (RatingPages, SurveyPages, KioskPages, SurveyResultPages, VisitApi, CertificatePages)
    routes = [*ResultPages(runtime, CATALOGUE, render).routes()]
    for make in makers:
        routes += make(runtime, CATALOGUE).routes()
    server = WebServer(create_app(routes), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()
    await render.close()
    await database.close()


async def looked_at(base: str, page: Page, path: str, status: int) -> str:
    found = await look(page, base, path)
    return "" if (found.status, found.wrong) == (status, []) else found.line()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["id", "en"])
async def test_every_page_is_as_it_should_be(address: str, language: str) -> None:
    async with browser_page("about:blank", WIDTH, 740, locale=language, service_workers="block") as page:
        found = [await looked_at(address, page, path, status) for path, status in PATHS.items()]
    assert "\n".join(filter(None, found)) == ""


BAD = """<!doctype html><html><head><meta name="viewport" content="width=device-width, user-scalable=no">
<script src="/x.js"></script><style>p { width: 900px; color: #ccc }</style></head>
<body><h2>a</h2><h4>b</h4><input name="x"><img src="/y.png"><button style="height: 20px">ok</button><p>pale</p>%s</body></html>"""


async def test_the_look_finds_what_is_wrong() -> None:
    async def bad(_: Request) -> HTMLResponse:
        return HTMLResponse(BAD % ("x" * 40_000))

    server = WebServer(Starlette(routes=[Route("/", bad)]), "127.0.0.1", 0)
    await server.start()
    async with browser_page("about:blank", WIDTH, 740) as page:
        found = await look(page, f"http://127.0.0.1:{server.port}", "/")
    await server.stop()
    said = " ".join(found.wrong)
    for wrong in (
        "no language", "no title", "viewport", "not one h1", "a level left out", "no label", "picture without",
        "blocks rendering", "too small", "wider than", "more than 30,000 bytes", "color-contrast",
    ):  # fmt: skip
        assert wrong in said, wrong
