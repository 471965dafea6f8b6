"""Raters who come by the clock, whatever the server does: each opens the page, thinks for a moment and sends the form."""

import asyncio
import random
import re
import time
from dataclasses import dataclass, field

import aiohttp

from feedbackbot.domain.survey.elements import ELEMENT_KEYS

UNITS = ("disdukcapil", "bpbd", "dpmptsp", "dinkes", "dinsos")
_TOKEN = re.compile(r'name="t" value="([^"]+)"')


@dataclass
class Seen:
    """Seconds from request to answer; `failed`: what was answered otherwise than it should."""

    pages: list[float] = field(default_factory=list)
    forms: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    acknowledged: int = 0


async def come(base: str, per_second: float, seconds: float, warm_up: float) -> Seen:
    """What is seen after the warm-up; `acknowledged` counts all."""
    seen, chance, tasks = Seen(), random.Random(15), []
    timeout, pool = aiohttp.ClientTimeout(total=30), aiohttp.TCPConnector(limit=200)
    async with aiohttp.ClientSession(
        timeout=timeout, connector=pool, cookie_jar=aiohttp.DummyCookieJar()
    ) as http:
        began = time.monotonic()
        for number in range(int(per_second * (seconds + warm_up))):
            await asyncio.sleep(max(0.0, began + number / per_second - time.monotonic()))
            counts = time.monotonic() - began > warm_up
            tasks.append(
                asyncio.create_task(_rate(http, base, chance.choice(UNITS), number, seen, counts=counts))
            )
        await asyncio.gather(*tasks)
    return seen


async def _rate(
    http: aiohttp.ClientSession, base: str, unit: str, number: int, seen: Seen, *, counts: bool
) -> None:
    where = {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}
    try:
        began = time.monotonic()
        async with http.get(f"{base}/n/{unit}", headers=where) as answer:
            page, cookies = await answer.text(), answer.cookies
        got = time.monotonic()
        token = _TOKEN.search(page)
        if answer.status != 200 or token is None:
            seen.failed.append(f"page {answer.status}")
            return
        await asyncio.sleep(0.5)
        cookie = (
            {"Cookie": "; ".join(f"{one.key}={one.value}" for one in cookies.values())} if cookies else {}
        )
        values = {key: str(3 + (number + place) % 2) for place, key in enumerate(ELEMENT_KEYS)}
        begun = time.monotonic()
        async with http.post(
            f"{base}/n/{unit}",
            data={"t": token[1], "izin": "ya", **values},
            headers={**where, **cookie},
            allow_redirects=False,
        ) as answer:
            await answer.read()
        if answer.status != 303:
            seen.failed.append(f"form {answer.status}")
            return
        seen.acknowledged += 1
        if counts:
            seen.pages.append(got - began)
            seen.forms.append(time.monotonic() - begun)
    except (TimeoutError, aiohttp.ClientError) as problem:
        seen.failed.append(type(problem).__name__)
