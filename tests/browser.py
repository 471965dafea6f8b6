"""Chromium for tests that look at a page as a person does."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, Playwright, async_playwright, expect

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A patience for busy machines, not a limit: an expectation that holds is over at once.
expect.set_options(timeout=30_000)


# kept by `one_browser` for all tests of its loop: to start Chromium and Playwright's driver costs three times what a page does
_kept: list[tuple[asyncio.AbstractEventLoop, Browser]] = []


@asynccontextmanager
async def one_browser() -> AsyncIterator[None]:
    """Until this ends, pages opened in this loop are pages of one Chromium, each with cookies and storage of its own."""
    async with _launched() as browser:
        if browser is not None:
            _kept.append((asyncio.get_running_loop(), browser))
        try:
            yield
        finally:
            _kept.clear()


@asynccontextmanager
async def _browser() -> AsyncIterator[Browser]:
    here = asyncio.get_running_loop()
    kept = next((browser for loop, browser in _kept if loop is here and browser.is_connected()), None)
    if kept is not None:
        yield kept
        return
    async with _launched() as browser:
        if browser is None:
            pytest.skip(f"no Chromium on this machine: none of {', '.join(NAMES)}, nor Playwright's own")
        yield browser


@asynccontextmanager
async def _launched() -> AsyncIterator[Browser | None]:
    """None where there is no Chromium."""
    async with async_playwright() as playwright:
        binary = chromium_binary(playwright)
        if binary is None:
            yield None
            return
        browser = await playwright.chromium.launch(executable_path=binary, args=ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def browser_page(url: str, width: int = 1440, height: int = 900, **how: Any) -> AsyncIterator[Page]:
    """A page of headless Chromium that stands at `url`, with cookies and storage of its own; sizes in CSS pixels, `how` as Playwright's
    `new_context`.

    A script error on the page fails the test that used it. The test is skipped only where there is no Chromium.
    """
    async with _browser() as browser:
        page = await browser.new_page(**{"viewport": {"width": width, "height": height}, **how})
        try:
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            await page.goto(url)
            yield page
            assert not errors, f"the page's scripts failed: {errors}"
        finally:
            await page.context.close()


def chromium_binary(playwright: Playwright) -> str | None:
    """Path of the system's Chromium or of the one Playwright downloaded, None where there is neither."""
    for name in NAMES:
        found = shutil.which(name)
        if found is not None:
            return found
    own = playwright.chromium.executable_path
    return own if Path(own).exists() else None
