"""The demo's server and bot, and its page's own buttons."""

from dataclasses import dataclass

from playwright.async_api import Page

from feedbackbot.assistant import Assistant
from feedbackbot.clock import ShiftedClock
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person


@dataclass
class Demo:
    """The page's server, the bot, the bot's clock, and a superadmin."""

    city: Playground
    bot: Assistant
    clock: ShiftedClock
    admin: Person


async def tap(page: Page, tool: str) -> None:
    await page.locator(f"[data-tool='{tool}']").click()
