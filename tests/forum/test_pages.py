"""On the web, without scripts: read, vote with a cookie, write, take the votes along."""

import csv
import io
from xml.etree import ElementTree

import httpx
import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from feedbackbot.domain.forum.result import Counts
from feedbackbot.domain.forum.topic import Audience
from feedbackbot.storage.forum.tables import forum_voter
from feedbackbot.usecases.forum.steer_topic import close_topic, hide_topic
from feedbackbot.usecases.forum.voice import page_link
from feedbackbot.web.forum.picture import opinion_map
from feedbackbot.web.forum.routes import ForumPages
from tests.builders import CATALOGUE
from tests.forum.browsing import browser, field
from tests.forum.city import City, crowd_votes, person_id
from tests.talk import Talker


@pytest.fixture
def app(city: City) -> Starlette:
    return Starlette(routes=ForumPages(city.talk.runtime, CATALOGUE).routes())


async def votes(client: httpx.AsyncClient, topic: int, word: str = "setuju", **more: str) -> httpx.Response:
    page = (await client.get(f"/forum/{topic}")).text
    fields = {
        "t": field(page, "t"),
        "pernyataan": field(page, "pernyataan"),
        "suara": word,
        "izin": "ya",
        **more,
    }
    return await client.post(f"/forum/{topic}/suara", data=fields)


async def voters(city: City) -> list[tuple[str, str]]:
    columns = select(forum_voter.c.channel, forum_voter.c.doubts)
    return await city.talk.work(lambda tx: [tuple(row) for row in tx.run(columns)])


async def test_a_browser_votes_on_all_statements_as_one_voice(city: City, app: Starlette) -> None:
    topic = await city.opens()
    async with browser(app) as client:
        for _ in range(3):
            sent = await votes(client, topic)
            assert sent.status_code == 303 and "kabar=kept" in sent.headers["location"]
        page = (await client.get(sent.headers["location"])).text
    assert "Semua pernyataan (3) sudah Anda lihat" in page and "Suara Anda tersimpan" in page
    assert [one.counts for one in await city.shown(topic)] == [Counts(1, 0, 0)] * 3
    assert await voters(city) == [("web", "")]


async def test_without_the_box_or_the_cookie_nothing_is_kept(city: City, app: Starlette) -> None:
    topic = await city.opens()
    async with browser(app) as client:
        refused = await votes(client, topic, izin="")
        assert refused.status_code == 422 and "centang izinnya" in refused.text
    async with browser(app) as client:
        page = (await client.get(f"/forum/{topic}")).text
        client.cookies.clear()
        fields = {
            "t": field(page, "t"),
            "pernyataan": field(page, "pernyataan"),
            "suara": "setuju",
            "izin": "ya",
        }
        refused = await client.post(f"/forum/{topic}/suara", data=fields)
        assert refused.status_code == 422 and "tidak menyimpan kuki" in refused.text
    assert await voters(city) == []


async def test_a_form_of_another_browser_or_of_another_site_is_refused(city: City, app: Starlette) -> None:
    topic, other = await city.opens(), await city.opens()
    async with browser(app) as one, browser(app) as second:
        page = (await one.get(f"/forum/{topic}")).text
        await second.get(f"/forum/{topic}")
        fields = {
            "t": field(page, "t"),
            "pernyataan": field(page, "pernyataan"),
            "suara": "setuju",
            "izin": "ya",
        }
        assert (await second.post(f"/forum/{topic}/suara", data=fields)).status_code == 422
        assert (await one.post(f"/forum/{other}/suara", data=fields)).status_code == 422
        foreign = {"sec-fetch-site": "cross-site"}
        assert (await one.post(f"/forum/{topic}/suara", data=fields, headers=foreign)).status_code == 403
    assert await voters(city) == []


async def test_many_voices_from_one_place_are_doubted_and_far_too_many_wait(
    city: City, app: Starlette
) -> None:
    topic = await city.opens()
    least, most = city.talk.settings.web_ratings_doubtful, city.talk.settings.web_ratings_most
    city.talk.settings = city.talk.settings.model_copy(
        update={"web_ratings_doubtful": 2, "web_ratings_most": 4}
    )
    app = Starlette(routes=ForumPages(city.talk.runtime, CATALOGUE).routes())
    codes = []
    for _ in range(5):
        async with browser(app) as client:
            codes.append((await votes(client, topic)).status_code)
            assert (await client.get(f"/forum/{topic}")).status_code == 200
    assert codes == [303] * 4 + [429]
    assert sorted(doubts for _, doubts in await voters(city)) == ["", "", "one-place", "one-place"]
    assert least < most


async def test_a_topic_closed_meanwhile_says_so_and_keeps_nothing(city: City, app: Starlette) -> None:
    topic = await city.opens()
    async with browser(app) as client:
        page = (await client.get(f"/forum/{topic}")).text
        await city.talk.run(close_topic, await person_id(city.head), topic)
        fields = {
            "t": field(page, "t"),
            "pernyataan": field(page, "pernyataan"),
            "suara": "setuju",
            "izin": "ya",
        }
        sent = await client.post(f"/forum/{topic}/suara", data=fields)
        shown = (await client.get(sent.headers["location"])).text
    assert "baru saja ditutup" in shown and 'name="suara"' not in shown
    assert await voters(city) == []


async def test_a_statement_written_on_the_page_waits_and_what_cannot_stand_stays_in_the_field(
    city: City, app: Starlette
) -> None:
    topic = await city.opens()
    async with browser(app) as client:
        for words, code in (("Hubungi 081260009999 saja ya", 422), ("Petugas loket perlu lebih ramah", 303)):
            token = field((await client.get(f"/forum/{topic}")).text, "t")
            fields = {"t": token, "kata": words, "izin": "ya"}
            sent = await client.post(f"/forum/{topic}/pernyataan", data=fields)
            assert sent.status_code == code
            if code == 422:
                assert "tanpa nomor" in sent.text and words in sent.text
    assert [one.words for one in await city.waiting()] == ["Petugas loket perlu lebih ramah"]


async def test_hostile_words_are_shown_and_nothing_more(city: City, app: Starlette) -> None:
    topic = await city.opens("<script>alert(1)</script> harus dilarang")
    async with browser(app) as client:
        page = await client.get(f"/forum/{topic}")
    assert "<script>alert" not in page.text and "&lt;script&gt;alert" in page.text
    assert "script-src" not in page.headers["content-security-policy"]


@pytest.mark.parametrize("language", ["id", "en"])
async def test_the_page_tells_groups_agreement_and_answer_from_the_stored_result(
    city: City, app: Starlette, language: str
) -> None:
    topic = await city.opens(*(f"Pernyataan warga nomor {word}" for word in "abcdefgh"))
    await crowd_votes(city, topic, people=40, against={4, 5, 6, 7})
    await city.computes()
    async with browser(app) as client:
        page = (await client.get(f"/forum/{topic}?bahasa={language}")).text
        picture = await client.get(f"/forum/{topic}/peta.svg?bahasa={language}")
        table = await client.get(f"/forum/{topic}/suara.csv")
        listed = (await client.get(f"/forum?bahasa={language}")).text
    told = {
        "id": ("2 kelompok", "Kelompok A (20 orang)", "100 % setuju"),
        "en": ("2 groups", "Group A (20 people)", "100 % agree"),
    }
    assert all(words in page for words in told[language])
    assert len(ElementTree.fromstring(picture.text).findall(".//{*}circle")) >= 20
    assert f"/forum/{topic}?bahasa={language}" in listed
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert len(rows) == 320 and {row["voter"] for row in rows} == {str(number) for number in range(1, 41)}
    assert {row["vote"] for row in rows} == {"1", "-1"}


async def test_below_the_floor_there_is_no_picture_and_no_table(city: City, app: Starlette) -> None:
    topic = await city.opens()
    await crowd_votes(city, topic, people=3, against=())
    await city.computes()
    async with browser(app) as client:
        assert "Hasil tampil setelah 5 orang" in (await client.get(f"/forum/{topic}")).text
        for file in ("peta.svg", "suara.csv"):
            assert (await client.get(f"/forum/{topic}/{file}")).status_code == 404


async def test_hidden_staff_and_unknown_topics(city: City, app: Starlette) -> None:
    hidden, staff = await city.opens(), await city.opens(audience=Audience.STAFF)
    await city.talk.run(hide_topic, await person_id(city.head), hidden, "Berisi data pribadi")
    async with browser(app) as client:
        for number in (hidden, 99, 10**30):
            for file in ("", "/peta.svg", "/suara.csv"):
                assert (await client.get(f"/forum/{number}{file}")).status_code == 404
        page = (await client.get(f"/forum/{staff}")).text
        assert "hanya untuk pegawai" in page and 'name="suara"' not in page
        fields = {"t": "x", "pernyataan": "1", "suara": "setuju"}
        assert (await client.post(f"/forum/{staff}/suara", data=fields)).status_code == 422
        assert (await client.post("/forum/99/suara", data=fields)).status_code == 404


@pytest.mark.parametrize(
    "points", [(), ((0.0, 0.0, 0),), ((1.0, 1.0, 0), (1.0, 1.0, 1)), ((0.0, 0.0, 4), (9.0, -9.0, 3))]
)
def test_a_picture_of_any_points_is_drawn(points: tuple[tuple[float, float, int], ...]) -> None:
    drawn = ElementTree.fromstring(opinion_map(points, ["Kelompok <A>", "B"], 'Gambar "pendapat"'))
    assert drawn.get("role") == "img"


async def test_the_page_says_when_there_is_an_answer_and_who_cannot_be_told(
    city: City, app: Starlette, ani: Talker
) -> None:
    topic = await city.opens()
    async with browser(app) as client:
        page = (await client.get(f"/forum/{topic}")).text
        assert "Kapan ada jawaban?" in page and "tampil di halaman ini" in page
        assert "kami tidak bisa mengabari Anda" in page
        city.talk.settings = city.talk.settings.model_copy(update={"telegram_bot_name": "kota_bot"})
        page = (await client.get(f"/forum/{topic}")).text
        assert "di sana Anda dikabari" in page and f"kota_bot?start=forum_{topic}" in page
    await ani.types("/mulai")
    link = await city.talk.run(page_link, await person_id(ani), topic)
    async with browser(app) as client:
        await client.get(link.removeprefix("https://kota.example"))
        page = (await client.get(f"/forum/{topic}")).text
        assert "dikabarkan di sana" in page and "tidak bisa mengabari" not in page
