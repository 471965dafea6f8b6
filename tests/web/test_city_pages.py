"""The city's start page, the badge, and what invites to rate."""

import xml.etree.ElementTree as ET

from starlette.applications import Starlette

from tests.web.results import visitor


async def test_the_start_page_invites_shows_results_and_what_was_done(app: Starlette) -> None:
    async with visitor(app) as client:
        page = (await client.get("/")).text
    assert 'href="/n?bahasa=id"' in page and "Nilai sekarang" in page
    assert "skala 25 sampai 100" in page
    assert "Kami menambah &lt;satu&gt; loket." in page, "words of others are never markup"


async def test_units_with_too_few_ratings_are_one_line(app: Starlette) -> None:
    async with visitor(app) as client:
        page = (await client.get("/hasil")).text
    assert page.count("Hasil ditampilkan mulai dari 5 penilaian") == 1
    assert page.count("<tr>") == 2, "the head, and the one unit that has a result"
    assert 'href="/hasil/bpbd?bahasa=id"' in page


async def test_every_unit_can_be_rated_from_its_page(app: Starlette) -> None:
    async with visitor(app) as client:
        for code in ("disdukcapil", "bpbd"):
            assert f'href="/n/{code}?bahasa=id"' in (await client.get(f"/hasil/{code}")).text


async def test_a_badge_says_the_figure_the_page_says(app: Starlette) -> None:
    async with visitor(app, **{"accept-language": "en"}) as client:
        answer = await client.get("/badge/disdukcapil.svg")
        few = await client.get("/badge/bpbd.svg")
        assert (await client.get("/badge/none.svg")).status_code == 404
        figure = (
            (await client.get("/hasil/disdukcapil")).text.partition("<strong>")[2].partition("</strong>")[0]
        )
    assert answer.headers["content-type"] == "image/svg+xml"
    words = "".join(ET.fromstring(answer.text).itertext())
    assert f"{figure} (B)" in words
    assert "too few ratings" in few.text
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
