"""A receipt's link is good once, on whichever channel, and helps whoever comes too late."""

import re

from starlette.applications import Starlette

from tests.survey.ratings import VALUES, responses, totals, values_of
from tests.talk import Clock, Talk, Talker
from tests.visits.applications import WHOLE, client, make_key, rate_by, receipt


async def test_a_receipt_counts_once_whoever_opens_it_and_is_told_apart(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    link = (await receipt(app, await make_key(admin)))["links"]["web"]
    first = await rate_by(app, link)
    assert "hasil=counted" in first.headers["location"]
    async with client(app) as other:
        page = await other.get(link, follow_redirects=True)
        assert "sudah dipakai" in page.text and page.url.path == "/n/disdukcapil/loket-1"
    [row] = await responses(talk)
    assert (row["visit"], row["channel"], values_of(row)) == ("loket-1:struk", "web", VALUES)
    assert (await totals(talk, "disdukcapil")).n == 1


async def test_two_browsers_with_one_receipt_open_count_once(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    link = (await receipt(app, await make_key(admin)))["links"]["web"]
    async with client(app) as one, client(app) as two:
        pages = [await browser.get(link, follow_redirects=True) for browser in (one, two)]
        outcomes = []
        for browser, page in zip((one, two), pages, strict=True):
            token = re.search(r'name="t" value="([^"]+)"', page.text)
            assert token
            sent = await browser.post(page.url.path, data={"t": token[1], **WHOLE})
            outcomes.append(re.findall("hasil=([a-z]+)", sent.headers["location"])[0])
    assert outcomes == ["counted", "already"]
    assert (await totals(talk, "disdukcapil")).n == 1


async def test_a_receipt_opens_the_chat_at_its_service_and_is_used_by_a_whole_rating(
    app: Starlette, admin: Talker, talk: Talk
) -> None:
    told = await receipt(app, await make_key(admin))
    payload = told["links"]["telegram"].rpartition("/")[2]
    ani, budi = talk.person("Ani"), talk.person("Budi")
    await ani.opens(payload)
    await ani.taps("Setuju")
    assert "KTP" in ani.last and "1/9" in ani.last
    await budi.opens(payload)
    for value in VALUES:
        await ani.types(str(value))
    [row] = await responses(talk)
    assert row["visit"] == "loket-1:struk"
    await talk.person("Cut").opens(payload)
    assert "sudah dipakai" in talk.person("Cut").said()
    await talk.person("Cut").opens("s_zzzzzzzzzzzz")
    assert "tidak dikenal" in talk.person("Cut").said()


async def test_an_expired_receipt_leads_to_the_page_all_the_same(
    app: Starlette, admin: Talker, talk: Talk, clock: Clock
) -> None:
    link = (await receipt(app, await make_key(admin)))["links"]["web"]
    clock.passes(days=15)
    async with client(app) as browser:
        page = await browser.get(link, follow_redirects=True)
        assert page.status_code == 200 and "lewat masanya" in page.text
        unknown = await browser.get("/s/zzzzzzzzzzzz", follow_redirects=True)
        assert unknown.status_code == 200 and "Kantor mana" in unknown.text
    assert "hasil=counted" in (await rate_by(app, link)).headers["location"]
    assert [row["visit"] for row in await responses(talk)] == ["loket-1"]
