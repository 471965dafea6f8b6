"""Forms as a browser sends them."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
from starlette.applications import Starlette

from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.domain.survey.rating_form import CONSENT
from tests.survey.ratings import VALUES, responses
from tests.talk import Talk

PAGE = "/n/bpbd"
NINE = {key: str(value) for key, value in zip(ELEMENT_KEYS, VALUES, strict=True)}
WHOLE = {**NINE, CONSENT: "ya"}


@asynccontextmanager
async def browser(app: Starlette, **headers: str) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://city", headers=headers) as client:
        yield client


async def token(client: httpx.AsyncClient, page: str = PAGE) -> str:
    return token_in((await client.get(page)).text)


def token_in(page: str) -> str:
    found = re.search(r'name="t" value="([^"]+)"', page)
    assert found, page[:400]
    return found[1]


async def send(client: httpx.AsyncClient, fields: dict[str, str], page: str = PAGE) -> httpx.Response:
    return await client.post(page, data={"t": await token(client, page), **fields})


async def rows(talk: Talk) -> list[dict[str, Any]]:
    return await responses(talk)
