"""What a unit's application tells, and how its receipt is rated."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from starlette.applications import Starlette

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import CONSENT
from tests.survey.ratings import VALUES
from tests.talk import Talker

WHOLE = {CONSENT: "ya", **{key: str(value) for key, value in zip(ELEMENT_KEYS, VALUES, strict=True)}}
VISIT = {
    "unit": "disdukcapil",
    "service": "ktp-el",
    "counter": "loket-1",
    "finished_at": "2026-11-24T09:59:00+07:00",
}


@asynccontextmanager
async def client(app: Starlette, key: str = "", **headers: str) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app)
    if key:
        headers["authorization"] = f"Bearer {key}"
    async with httpx.AsyncClient(transport=transport, base_url="https://skm.example", headers=headers) as one:
        yield one


async def make_key(admin: Talker, share: str = "100") -> str:
    await admin.types("/kunci_api disdukcapil")
    await admin.taps(f"Kunci baru, {share} % diundang")
    found = re.search(r"skm_[\w-]{32}", admin.last)
    assert found, admin.last
    return found[0]


async def receipt(app: Starlette, key: str, name: str = "a") -> dict[str, Any]:
    async with client(app, key) as application:
        answer = await application.post("/api/v1/visits", json=VISIT, headers={"idempotency-key": name})
    assert answer.status_code in (200, 201), answer.text
    return dict(answer.json())


async def rate_by(app: Starlette, link: str) -> httpx.Response:
    async with client(app) as browser:
        page = await browser.get(link, follow_redirects=True)
        token = re.search(r'name="t" value="([^"]+)"', page.text)
        assert token, page.text[:300]
        return await browser.post(page.url.path, data={"t": token[1], **WHOLE})


def token_in(text: str) -> str:
    found = re.search(r'name="t" value="([^"]+)"', text)
    assert found
    return found[1]
