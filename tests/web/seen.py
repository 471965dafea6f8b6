"""Pages as they are looked at in Chromium: on a phone, by axe, in a picture."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from playwright.async_api import Page

from tests.browser import browser_page

AXE = Path(__file__).parent / "axe.min.js"
SHOTS = Path(__file__).parents[1] / "artefacts"
WCAG = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}"


def opened(url: str, **how: Any) -> AbstractAsyncContextManager[Page]:
    return browser_page(url, 360, 740, **{"locale": "id-ID", **how})


async def shoot(page: Page, name: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    await page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
