"""Wrong keys from one address are told to wait, right ones never; and a form that comes too late keeps its receipt."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette

from feedbackbot.storage.database import Database
from tests.builders import talk_in
from tests.survey.ratings import responses
from tests.talk import Clock, Talk, Talker
from tests.visits.applications import VISIT, WHOLE, client, make_key, receipt, token_in


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    """Behind a proxy that tells where a visitor comes from."""
    return await talk_in(
        database, clock, public_url="https://skm.example", web_address_header="X-Forwarded-For"
    )


async def tries(app: Starlette, key: str, place: str) -> tuple[int, str]:
    async with client(app, key, **{"x-forwarded-for": place}) as one:
        answer = await one.post("/api/v1/visits", json=VISIT)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.headers.get("retry-after", "")


async def test_after_twenty_wrong_keys_further_wrong_ones_of_the_address_wait_and_nobody_else(
    app: Starlette, admin: Talker, clock: Clock
) -> None:
    key = await make_key(admin)
    for number in range(20):
        assert await tries(app, f"skm_{number:032}", "203.0.113.7") == (401, "")
        clock.now += timedelta(seconds=1)
    assert await tries(app, "skm_x", "203.0.113.7") == (429, "580")
    assert (await tries(app, key, "203.0.113.7"))[0] == 201, (
        "whoever has a right key pays for nobody else's wrong ones"
    )
    assert (await tries(app, "skm_x", "203.0.113.7"))[0] == 429, "and lifts no limit by it"
    assert (await tries(app, "skm_x", "198.51.100.2"))[0] == 401
    assert (await tries(app, key, "203.0.113.7, 198.51.100.2"))[0] == 201, "what stands before may be made up"
    clock.now += timedelta(seconds=581)
    assert (await tries(app, "skm_x", "203.0.113.7"))[0] == 401


async def test_a_home_of_many_addresses_is_one(app: Starlette) -> None:
    for number in range(20):
        await tries(app, "skm_x", f"2001:db8::{number:x}")
    assert (await tries(app, "skm_x", "2001:db8::ffff"))[0] == 429


async def test_a_form_that_comes_too_late_is_shown_again_for_the_same_receipt(
    app: Starlette, admin: Talker, talk: Talk, clock: Clock
) -> None:
    link = (await receipt(app, await make_key(admin)))["links"]["web"]
    async with client(app) as browser:
        page = await browser.get(link, follow_redirects=True)
        clock.passes(days=8)  # the form is good for seven, the receipt for fourteen
        late = await browser.post(page.url.path, data={"t": token_in(page.text), **WHOLE})
        assert late.status_code == 422
        again = await browser.post(page.url.path, data={"t": token_in(late.text), **WHOLE})
    assert "hasil=counted" in again.headers["location"]
    assert [row["visit"] for row in await responses(talk)] == ["loket-1:struk"]
    async with client(app) as other:
        assert "sudah dipakai" in (await other.get(link, follow_redirects=True)).text
