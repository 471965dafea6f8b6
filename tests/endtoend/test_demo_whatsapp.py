"""The demo's phone with the other app, in Chromium, before the real bot: a rating by form for two paid messages."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

import conversations
from feedbackbot.clock import ShiftedClock
from feedbackbot.playground.city import Playground
from feedbackbot.playground.demo import demo_settings, follow_clock
from feedbackbot.playground.whatsapp.demo import PEOPLE, connect_whatsapp, prepare_whatsapp
from feedbackbot.usecases.units.prepare_database import prepare_database
from feedbackbot.wiring import assemble
from tests.browser import browser_page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
MOST_SCREENS = 10


async def fill_in(page: Page) -> None:
    """Agree, and give the best answer to each question, screen after screen, until the form is sent."""
    form = page.locator(".wa-form")
    for _ in range(MOST_SCREENS):
        if await form.count() == 0:
            return
        for box in await form.locator("input[type=checkbox]").all():
            await box.check()
        for question in await form.locator("fieldset").all():
            await question.locator("input").last.check()
        await form.locator(".wa-send").click()
    raise AssertionError("the form does not end")


async def test_ani_rates_by_form_for_two_paid_messages(tmp_path: Path) -> None:
    async with Playground(token="1:PLAYdemo", patience=60) as city:
        settings = demo_settings(city, tmp_path)
        await prepare_database(settings)
        await prepare_whatsapp(city, settings)
        clock = ShiftedClock()
        bot = assemble(settings, conversations.ALL, conversations.HOME, now=clock)
        await bot.start(serve_web=False)
        try:
            await connect_whatsapp(city, bot)
            follow_clock(city, clock)
            for name, phone, role in PEOPLE:
                await city.whatsapp.person(name, phone=phone, role_hint=role)
            async with browser_page(city.url) as page:
                phone_shown = page.locator(".wa-phone")
                await phone_shown.get_by_role("combobox").fill("mulai u_disdukcapil_loket-1")
                await phone_shown.get_by_role("button", name="Kirim", exact=True).click()
                await page.locator(".wa-button").first.click()
                await fill_in(page)
                await expect(page.locator(".wa-phone .message.theirs").last).to_contain_text("Terima kasih")
                await expect(page.locator(".section-wa-costs")).to_contain_text("2 pesan layanan berbayar")
        finally:
            await bot.stop()
