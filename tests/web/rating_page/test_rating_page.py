"""Rating in a browser: kept before it is acknowledged, counted once, by one voice."""

import re

from sqlalchemy import func, select
from starlette.applications import Starlette

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import COMMENT, CONSENT
from feedbackbot.storage.survey.tables import response
from tests.survey.ratings import VALUES, rate, totals, values_of
from tests.talk import Clock, Talk
from tests.web.rating_page.forms import NINE, PAGE, WHOLE, browser, rows, send, token


async def test_a_rating_counts_as_one_that_was_tapped_in_a_chat(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        sent = await send(client, {**WHOLE, COMMENT: "Cepat & <b>ramah</b>", "sex": "female"})
        assert sent.status_code == 303
        thanks = await client.get(sent.headers["location"])
    assert "penilaian Anda sudah masuk" in thanks.text
    await rate(talk.person("Ani"))
    web, chat = await rows(talk)
    assert values_of(web) == values_of(chat) == VALUES
    told = ("day", "flags", "unit_id", "submitted_at", "started_at")
    assert {key: web[key] for key in told} == {key: chat[key] for key in told}
    assert (web["channel"], web["comment"], web["sex"]) == ("web", "Cepat & <b>ramah</b>", "female")
    assert (await totals(talk)).n == 2


async def test_reload_back_and_double_submit_count_once(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        fields = {"t": await token(client), **WHOLE}
        for _ in range(3):
            sent = await client.post(PAGE, data=fields)
            assert sent.status_code == 303
        assert "sudah kami terima" in (await client.get(sent.headers["location"])).text
    assert len(await rows(talk)) == 1
    assert (await totals(talk)).n == 1


async def test_one_browser_has_one_voice_a_period_and_its_newest_word_counts(
    app: Starlette, talk: Talk, clock: Clock
) -> None:
    async with browser(app) as client:
        await send(client, WHOLE)
        assert "menggantikan yang lama" in (await client.get(PAGE)).text
        sent = await send(client, {**WHOLE, "waktu": "1"})
        assert "hasil=changed" in sent.headers["location"]
        assert (await totals(talk)).n == 1
        assert (await totals(talk)).sums["waktu"] == 1
        clock.passes(days=31)
        await send(client, WHOLE)
    assert (await totals(talk)).n == 2


async def test_a_half_filled_form_is_kept_and_goes_on_where_it_was_left(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        half = {key: NINE[key] for key in ELEMENT_KEYS[:4]}
        sent = await send(client, {**half, CONSENT: "ya"})
        thanks = (await client.get(sent.headers["location"])).text
        assert "4 dari 9" in thanks and "Tinggal 5 lagi" in thanks
        assert (await totals(talk)).n == 0
        page = (await client.get(PAGE)).text
        assert page.count(" checked") == 4
        await send(client, {**WHOLE, **half})
    assert len(await rows(talk)) == 1
    assert (await totals(talk)).n == 1


async def test_without_consent_nothing_is_kept_and_nothing_typed_is_lost(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        page = await send(client, {**NINE, COMMENT: 'Bagus "sekali"'})
    assert page.status_code == 422
    assert 'href="#f-izin"' in page.text and "Tanpa izin Anda" in page.text
    assert page.text.count(" checked") == 9
    assert "Bagus &#34;sekali&#34;" in page.text
    assert await rows(talk) == []


async def test_no_answer_at_all_is_no_rating(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        page = await send(client, {CONSENT: "ya", COMMENT: "Halo"})
    assert page.status_code == 422 and "setidaknya satu" in page.text and "Halo" in page.text
    assert await rows(talk) == []


async def test_an_unknown_office_is_a_page_that_helps(app: Starlette) -> None:
    async with browser(app) as client:
        page = await client.get("/n/dukcapil")
        assert page.status_code == 404
        assert "Mungkin ini" in page.text and 'href="/n/disdukcapil?bahasa=id"' in page.text
        assert "Cari" in page.text
        assert 'href="/n/disdukcapil' in (await client.get("/n?cari=ktp")).text
        counter = await client.get("/n/bpbd/loket-99")
        assert counter.status_code == 200, "a counter that is not there (any more) is no reason not to rate"


async def test_a_counter_offers_its_services_and_is_kept_with_the_rating(app: Starlette, talk: Talk) -> None:
    page = "/n/disdukcapil/loket-1"
    async with browser(app, **{"accept-language": "en"}) as client:
        shown = (await client.get(page)).text
        service = re.search(r'<option value="(\d+)">KTP', shown)
        assert service and "https://chat.example/u_disdukcapil_loket-1" in shown and 'lang="en"' in shown
        sent = await send(client, {**WHOLE, "layanan": service[1]}, page)
        assert "bahasa=en" in sent.headers["location"]
    [row] = await rows(talk)
    assert (row["visit"], str(row["service_id"])) == ("loket-1", service[1])


async def test_without_a_cookie_it_counts_with_a_mark_and_the_same_form_once(
    app: Starlette, talk: Talk
) -> None:
    async with browser(app) as client:
        for _ in range(2):
            fields = {"t": await token(client), **WHOLE}
            for _ in range(2):
                client.cookies.clear()
                assert (await client.post(PAGE, data=fields)).status_code == 303
    assert [row["flags"] for row in await rows(talk)] == ["no-cookie", "no-cookie"]


async def test_the_cookie_says_nothing_and_is_kept_no_longer_than_the_voice(app: Starlette) -> None:
    async with browser(app) as client:
        first = (await client.get(PAGE)).headers["set-cookie"]
        assert "HttpOnly" in first and "SameSite=lax" in first and "Path=/n" in first
        assert f"Max-Age={31 * 86400}" in first
        assert "set-cookie" not in (await client.get(PAGE)).headers
    async with browser(app, cookie="suara=0123456789abcdef~aaaaaaaaaaaaaaaa") as client:
        assert "set-cookie" in (await client.get(PAGE)).headers, "one that we did not make is none"


async def test_a_page_weighs_little_and_lets_nothing_foreign_in(app: Starlette) -> None:
    async with browser(app) as client:
        for page in (PAGE, "/n/disdukcapil/loket-1"):
            answer = await client.get(page)
            script = await client.get("/n.js")
            assert len(answer.content) + len(script.content) <= 30_000
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            assert answer.headers["cache-control"] == "no-store"


async def test_a_low_score_is_told_to_the_officer(app: Starlette, talk: Talk) -> None:
    from feedbackbot.storage.cases.recovery_tables import low_score_alert

    async with browser(app) as client:
        await send(client, {**dict.fromkeys(ELEMENT_KEYS, "1"), CONSENT: "ya"})
    assert (
        await talk.work(lambda tx: tx.run(select(func.count()).select_from(low_score_alert)).scalar_one())
        == 1
    )


async def test_nothing_of_the_browser_is_kept_with_the_rating(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        await send(client, WHOLE)
        cookie = client.cookies["suara"].partition("~")[0]
    row = await talk.work(lambda tx: str(tx.run(select(response)).mappings().one()))
    assert cookie not in row and "127.0.0.1" not in row
