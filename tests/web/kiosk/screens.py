"""One screen at one counter: its code, its ratings, and a thumb on it."""

import re
import uuid
from typing import Any

import httpx
from playwright.async_api import Page, expect

from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.storage.people.roles import add_grant
from tests.survey.ratings import VALUES
from tests.talk import Clock, Talk

HERE = "/kiosk/disdukcapil/loket-1"
ANSWERS = {key: str(value) for key, value in zip(ELEMENT_KEYS, VALUES, strict=True)}


async def code(talk: Talk) -> str:
    """As /kios gives it."""
    zul = talk.person("Zulfikar")
    if not zul.chat:
        await zul.types("/mulai")
        person_id = (await zul.contact()).person_id
        await talk.work(lambda tx: add_grant(tx, person_id, Role.SUPERADMIN, None))
    await zul.types("/kios disdukcapil")
    await zul.taps("Loket 1")
    assert f"https://skm.example{HERE}" in zul.last
    found = re.search(r"[A-Z2-7]{5}-[A-Z2-7]{5}", zul.last)
    assert found, zul.last
    return found[0]


async def token(client: httpx.AsyncClient, talk: Talk) -> str:
    opened_ = await client.post(f"{HERE}/buka", json={"code": (await code(talk)).lower().replace("-", " ")})
    return str(opened_.json()["token"])


def rating(token: str, clock: Clock, **other: object) -> dict[str, Any]:
    at = int(clock().timestamp() * 1000)
    return {"id": str(uuid.uuid4()), "at": at, "agreed": True, "answers": ANSWERS, "token": token, **other}


TABLET = {"viewport": {"width": 1024, "height": 768}}


async def unlock(page: Page, talk: Talk) -> None:
    await page.fill("#code", await code(talk))
    await page.click("#locked button")
    await expect(page.get_by_role("button", name="Mulai menilai")).to_be_visible()


async def rate(page: Page, times: int = 9, service: str = "KTP elektronik") -> None:
    await page.get_by_role("button", name="Mulai menilai").click()
    await page.get_by_role("button", name=service).click()
    for place in range(times):
        await expect(page.locator(".bar span")).to_have_text(f"{place + 1}/9")
        await page.locator(".faces button").nth(2).click()


async def kept(page: Page) -> int:
    return int(
        await page.evaluate(
            "new Promise(r => { const o = indexedDB.open('kiosk', 1); o.onsuccess = () => { const q = o.result.transaction('ratings')"
            ".objectStore('ratings').count(); q.onsuccess = () => r(q.result); }; })"
        )
    )
