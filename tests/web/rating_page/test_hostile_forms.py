"""Forms that are forged, old, huge, of another site, or too many."""

import pytest
from sqlalchemy import select
from starlette.applications import Starlette

from feedbackbot.domain.survey.rating_form import COMMENT
from feedbackbot.storage.survey.tables import place_pace
from tests.talk import Clock, Talk
from tests.web.rating_page.forms import NINE, PAGE, WHOLE, browser, rows, send, token, token_in


@pytest.mark.parametrize("forged", ["", "x", "1/2/3/4/5~aaaaaaaaaaaaaaaa", "☃", "~" * 50])
async def test_a_form_that_is_not_ours_is_shown_again_and_not_kept(
    app: Starlette, talk: Talk, forged: str
) -> None:
    async with browser(app) as client:
        page = await client.post(PAGE, data={"t": forged, **WHOLE})
        assert page.status_code == 422 and page.text.count(" checked") == 10
        assert await rows(talk) == []
        again = await client.post(PAGE, data={"t": token_in(page.text), **WHOLE})
        assert again.status_code == 303


async def test_a_form_of_another_office_another_browser_or_last_month_is_not_taken(
    app: Starlette, talk: Talk, clock: Clock
) -> None:
    async with browser(app) as client, browser(app) as other:
        await other.get(PAGE)
        wrong = [
            await client.post(PAGE, data={"t": await token(client, "/n/dinsos"), **WHOLE}),
            await other.post(PAGE, data={"t": await token(client), **WHOLE}),
        ]
        old = await token(client)
        clock.passes(days=8)
        wrong.append(await client.post(PAGE, data={"t": old, **WHOLE}))
    assert [one.status_code for one in wrong] == [422, 422, 422]
    assert await rows(talk) == []


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)
async def test_another_sites_page_cannot_send_a_form(
    app: Starlette, talk: Talk, headers: dict[str, str]
) -> None:
    async with browser(app) as client:
        fields = {"t": await token(client), **WHOLE}
        assert (await client.post(PAGE, data=fields, headers=headers)).status_code == 403
        assert await rows(talk) == []
        assert (await client.post(PAGE, data=fields, headers={"origin": "http://city"})).status_code == 303


async def test_a_form_of_an_older_version_is_kept_as_far_as_it_fits(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        sent = await send(client, {**WHOLE, "unsur_lama": "3", "versi": "0"})
        assert sent.status_code == 303
        page = await send(client, {**WHOLE, "biaya": "7"})
    assert page.status_code == 422 and 'href="#f-biaya"' in page.text
    assert len(await rows(talk)) == 1


async def test_a_megabyte_of_text_is_cut_and_broken_bytes_do_no_harm(app: Starlette, talk: Talk) -> None:
    async with browser(app) as client:
        await send(client, {**WHOLE, COMMENT: "x" * 900_000})
        body = b"t=%ff%fe&waktu=\xff\x00&" + b"a=1&" * 5000
        page = await client.post(PAGE, content=body)
    assert page.status_code == 422
    [row] = await rows(talk)
    assert row["comment"] == "x" * 1000


async def test_what_people_write_is_never_markup_anywhere(app: Starlette) -> None:
    nasty = "\"><script>alert(1)</script>'</textarea>{{ 7*7 }}"
    async with browser(app) as client:
        for field in (*WHOLE, COMMENT, "t", "bahasa", "layanan", "sex"):
            page = await client.post(PAGE, data={"t": await token(client), **NINE, field: nasty})
            assert "<script>alert" not in page.text and "</textarea>{{" not in page.text, field
        for path in (
            f"/n/{nasty}",
            f"/n?cari={nasty}",
            f"/n/bpbd/{nasty}",
            f"{PAGE}/terima-kasih?hasil={nasty}&n=99&loket={nasty}",
        ):
            page = await client.get(path)
            assert "<script>alert" not in page.text and page.status_code < 500, path


async def test_many_from_one_address_are_marked_and_then_refused_till_tomorrow(
    app: Starlette, talk: Talk, clock: Clock
) -> None:
    codes = []
    for _ in range(8):
        async with browser(app) as client:
            codes.append((await send(client, WHOLE)).status_code)
    assert codes == [303] * 6 + [429] * 2
    assert [row["flags"] for row in await rows(talk)] == [""] * 3 + ["one-place"] * 3
    clock.passes(days=1)
    async with browser(app) as client:
        assert (await send(client, WHOLE)).status_code == 303
    kept = await talk.work(lambda tx: tx.run(select(place_pace.c.place)).scalars().all())
    assert len(set(kept)) == 2, "tomorrow the same address has another name"
    assert all("127.0.0.1" not in one for one in kept)
