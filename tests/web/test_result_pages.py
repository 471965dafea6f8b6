"""The public pages: the chat's figures, for everybody, in two languages, on every screen."""

import csv
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import update
from starlette.applications import Starlette

from feedbackbot.data import sekadau_answers
from feedbackbot.reports.figures import report_unit
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.database import Database, open_database
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.tables import unit
from feedbackbot.usecases.survey.rate_unit import begin_rating, submit_rating
from feedbackbot.web.reports.routes import ResultPages
from feedbackbot.web.server import WebServer
from tests.browser import browser_page, one_browser
from tests.builders import CATALOGUE, talk_in, test_settings
from tests.talk import Clock
from tests.web.results import fill, visitor

AXE = Path(__file__).parent / "axe.min.js"
SHOTS = Path(__file__).parents[1] / "artefacts"


async def test_the_list_shows_results_and_says_where_there_are_too_few_ratings(app: Starlette) -> None:
    async with visitor(app) as client:
        page = await client.get("/hasil")
    assert page.status_code == 200 and 'lang="id"' in page.text
    first_row = page.text.partition("<tbody>")[2].partition("</tr>")[0]
    assert "Kependudukan" in first_row and "79 " not in first_row.partition("IKM")[2]
    assert page.text.count("Hasil ditampilkan mulai dari 5 penilaian") == 1
    assert "<script" not in page.text and "default-src 'none'" in page.headers["content-security-policy"]


async def test_a_unit_shows_what_chat_shows_and_what_was_published_and_done(app: Starlette) -> None:
    async with visitor(app) as client:
        page = (await client.get("/hasil/disdukcapil")).text
    assert "79 penilaian" in page and "Belum mewakili: 79 dari 377" in page
    assert "Angka resmi yang tidak berubah lagi" in page
    assert "Kami menambah &lt;satu&gt; loket." in page, "words of others are never markup"
    trend = page.partition("IKM per triwulan")[2].partition("</table>")[0]
    assert "Bobot</th>" in trend and trend.count('<td class="figure">1/9</td>') == 2


async def test_few_ratings_carry_a_warning_on_every_page(app: Starlette, database: Database) -> None:
    talk = await talk_in(database, Clock(datetime(2026, 11, 24, 4, tzinfo=UTC)))

    def rate(tx: Transaction) -> None:
        found = report_unit(tx, "bpbd")
        assert found is not None
        for number, answers in enumerate(sekadau_answers()[:17]):
            submit_rating(
                tx, 4000 + number, begin_rating(tx, 4000 + number, found.id, None, "memory", None, answers)
            )

    await talk.run(rate)
    async with visitor(app) as client:
        page, many = (await client.get("/hasil/bpbd")).text, (await client.get("/hasil/disdukcapil")).text
        listed = (await client.get("/hasil")).text
    assert "Hati-hati: baru 20 penilaian, kurang dari 30." in page and "Hati-hati" not in many
    assert listed.count("(sedikit)") == 1


async def test_the_language_is_that_of_the_address_or_the_browser(app: Starlette) -> None:
    async with visitor(app, **{"accept-language": "fr-FR, en;q=0.8"}) as client:
        assert 'lang="en"' in (await client.get("/hasil")).text
        assert 'lang="id"' in (await client.get("/hasil?bahasa=id")).text
        assert 'lang="en"' in (await client.get("/hasil?bahasa=<script>")).text


async def test_what_does_not_exist_is_answered_plainly(app: Starlette) -> None:
    async with visitor(app) as client:
        for path in ("/hasil/tidak-ada", "/hasil/bpbd/unsur.svg", "/hasil/disdukcapil/lain.svg"):
            assert (await client.get(path)).status_code == 404
        assert "Unit itu tidak ditemukan" in (await client.get("/hasil/tidak-ada")).text


async def test_a_unit_that_was_merged_into_another_keeps_its_page(app: Starlette, database: Database) -> None:
    await database.write(
        lambda c: c.execute(update(unit).where(unit.c.code == "disdukcapil").values(active=False))
    )
    async with visitor(app) as client:
        assert "tidak lagi melayani" in (await client.get("/hasil/disdukcapil")).text
        assert "Kependudukan" in (await client.get("/hasil")).text


async def test_the_file_has_the_figures_for_machines(app: Starlette) -> None:
    async with visitor(app) as client:
        answer = await client.get("/hasil.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    by_code = {row["code"]: row for row in rows}
    assert (by_code["disdukcapil"]["n"], by_code["disdukcapil"]["grade"]) == ("79", "B")
    assert by_code["disdukcapil"]["weight"] == "1/9"
    assert by_code["bpbd"]["ikm"] == "" and by_code["bpbd"]["n"] == ""


async def test_charts_are_pictures_with_words_for_those_who_do_not_see(app: Starlette) -> None:
    async with visitor(app) as client:
        for chart in ("unsur", "tren"):
            answer = await client.get(f"/hasil/disdukcapil/{chart}.svg?bahasa=en")
            assert answer.headers["content-type"] == "image/svg+xml"
            assert "<title" in answer.text or "aria-label" in answer.text


@asynccontextmanager
async def served(database: Database) -> AsyncIterator[str]:
    """The pages on a free port."""
    clock, render = Clock(), RenderProcess()
    await fill(database, clock)
    pages = ResultPages(Runtime(database, clock, test_settings()), CATALOGUE, render)
    server = WebServer(Starlette(routes=pages.routes()), "127.0.0.1", 0)
    await server.start()
    yield f"http://127.0.0.1:{server.port}"
    await server.stop()
    await render.close()


async def test_pages_are_readable_on_a_phone_and_a_desk_and_pass_axe(sqlite_url: str) -> None:
    """WCAG 2 A and AA by axe-core; nothing is wider than the screen; the pictures are there."""
    SHOTS.mkdir(exist_ok=True)
    database = open_database(sqlite_url)
    async with served(database) as url, one_browser():
        for name, path in (
            ("list", "/hasil"),
            ("unit", "/hasil/disdukcapil"),
            ("unit-en", "/hasil/disdukcapil?bahasa=en"),
        ):
            for screen, width in (("phone", 360), ("desktop", 1280)):
                async with browser_page(url + path, width=width, height=800) as page:
                    await page.screenshot(path=SHOTS / f"results-{name}-{screen}.png", full_page=True)
                    assert await page.evaluate("document.documentElement.scrollWidth") <= width
                    hidden = (
                        "[...document.querySelectorAll('.wide')].some(e => e.scrollWidth > e.clientWidth)"
                    )
                    assert not await page.evaluate(hidden), "a column that nobody sees"
                    sizes = await page.evaluate("[...document.images].map(i => i.naturalWidth)")
                    assert all(size > 0 for size in sizes)
                    await page.evaluate(AXE.read_text("utf-8"))
                    tags = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}"
                    found = await page.evaluate(f"axe.run({tags})")
                    assert [(one["id"], one["help"]) for one in found["violations"]] == []
                    assert len(found["passes"]) > 10, "axe looked at nothing"
    await database.close()
