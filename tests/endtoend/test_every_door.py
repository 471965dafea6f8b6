"""One person by each door: the chat, the page, the screen at the counter, a sheet of paper, the link on a receipt."""

import re
import uuid
from collections.abc import AsyncIterator
from datetime import date

import httpx
import pytest
from starlette.applications import Starlette

from feedbackbot.domain.forms.kiosk_code import kiosk_token
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.answer_sheet import AnswerRow
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import CONSENT
from feedbackbot.reports.figures import report_unit
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.visits.api_keys import ApiKey, add_api_key
from feedbackbot.usecases.survey.count_sheet_rows import count_rows
from feedbackbot.usecases.visits.receipts import VisitTold, tell_visit
from feedbackbot.web.forms.kiosk_page import KioskPages
from feedbackbot.web.forms.rating_page import RatingPages
from feedbackbot.web.visits.api import VisitApi
from tests.builders import CATALOGUE, talk_in
from tests.survey.ratings import VALUES, rate, responses, totals, values_of
from tests.talk import Clock, Talk

UNIT, PLACE = "disdukcapil", "disdukcapil/loket-1"
NINE = {key: str(value) for key, value in zip(ELEMENT_KEYS, VALUES, strict=True)}


@pytest.fixture
async def talk(database: Database) -> Talk:
    return await talk_in(database, Clock(), profile_small_number=1)


@pytest.fixture
async def browser(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    runtime = Runtime(talk.database, talk.now, talk.settings)
    routes = [
        page for one in (RatingPages, KioskPages, VisitApi) for page in one(runtime, CATALOGUE).routes()
    ]
    transport = httpx.ASGITransport(app=Starlette(routes=routes))
    async with httpx.AsyncClient(transport=transport, base_url="http://city") as client:
        yield client


async def on_the_page(browser: httpx.AsyncClient, link: str) -> None:
    """Twice, as somebody who taps twice."""
    browser.cookies.clear()  # another person's browser
    page = await browser.get(link, follow_redirects=True)
    token = re.search(r'name="t" value="([^"]+)"', page.text)
    assert token
    for _ in range(2):
        sent = await browser.post(page.url.path, data={"t": token[1], CONSENT: "ya", **NINE})
        assert sent.status_code == 303


async def at_the_counter(browser: httpx.AsyncClient, talk: Talk) -> None:
    token = kiosk_token(talk.settings.require_key(), UNIT, "loket-1", talk.now().date())
    given = {
        "id": str(uuid.uuid4()),
        "at": int(talk.now().timestamp() * 1000),
        "agreed": True,
        "answers": NINE,
    }
    for _ in range(2):
        sent = await browser.post(f"/kiosk/{PLACE}/suara", json={**given, "token": token})
        assert sent.status_code == 200


def unit_id(tx: Transaction) -> int:
    found = report_unit(tx, UNIT)
    assert found is not None
    return found.id


async def receipt(talk: Talk) -> str:
    def work(tx: Transaction) -> str:
        key_id = add_api_key(tx, unit_id(tx), "hash", "hash", 100)
        key = ApiKey(key_id, unit_id(tx), UNIT, "hash", 100, tx.now)
        return tell_visit(tx, key, VisitTold("", "loket-1", tx.now), "1").token

    return await talk.work(work)


async def test_every_door_counts_alike_once_and_is_told_apart(talk: Talk, browser: httpx.AsyncClient) -> None:
    await rate(talk.person("Ani"), link="u_disdukcapil_loket-1")
    await on_the_page(browser, f"/n/{PLACE}")
    await at_the_counter(browser, talk)
    row = AnswerRow(2, dict(zip(ELEMENT_KEYS, VALUES, strict=True)))
    await talk.work(lambda tx: count_rows(tx, unit_id(tx), [(date(2026, 11, 24), row)]))
    await on_the_page(browser, f"/s/{await receipt(talk)}")

    rows = await responses(talk)
    assert [(one["channel"], one["visit"]) for one in rows] == [
        ("memory", "loket-1"), ("web", "loket-1"), ("kiosk", "loket-1:kios"), ("sheet", None), ("web", "loket-1:struk"),
    ]  # fmt: skip
    assert [values_of(one) for one in rows] == [VALUES] * 5
    assert {(one["day"], one["flags"]) for one in rows} == {(date(2026, 11, 24), "")}
    assert len({one["pseudonym"] for one in rows}) == 5
    counted = await totals(talk, UNIT)
    assert (counted.n, counted.total) == (5, 5 * sum(VALUES))
    assert [counted.sums[key] for key in ELEMENT_KEYS] == [5 * value for value in VALUES]
    zul = talk.person("Zulfikar")
    await zul.types("/mulai")
    person_id = (await zul.contact()).person_id
    await talk.work(lambda tx: add_grant(tx, person_id, Role.SUPERADMIN, None))
    await zul.types(f"/laporan {UNIT}")
    await zul.taps("Per responden")
    await zul.taps("Saluran")
    for name, n in (("Halaman web", 2), ("Layar di loket", 1), ("Lembar kertas", 1), ("Memory", 1)):
        assert re.search(rf"{name}.*\b{n}\b", zul.last), zul.last
