"""The two sides that the page's tests look from: the bot's calls and the page as a person sees it."""

from typing import Any

import httpx
from playwright.async_api import Locator, Page

ANI, BUDI, CUT = 100_000_001, 100_000_002, 100_000_003


class Bot:
    """The bot's side: plain calls of API methods."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.offset = 0

    async def answer(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The whole JSON answer."""
        response = await self.client.post(f"/bot1:PLAYtest/{method}", json=parameters)
        answer: dict[str, Any] = response.json()
        return answer

    async def call(self, method: str, **parameters: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.answer(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def says(self, person: int, html: str, **parameters: Any) -> int:
        """Send HTML; returns the message's id."""
        sent = await self.call("sendMessage", chat_id=person, text=html, parse_mode="HTML", **parameters)
        return int(sent["message_id"])

    async def sends_file(
        self, method: str, person: int, kind: str, file: tuple[str, bytes], caption: str = ""
    ) -> None:
        """Upload a photo or document."""
        form = {"chat_id": str(person), "caption": caption}
        response = await self.client.post(f"/bot1:PLAYtest/{method}", data=form, files={kind: file})
        assert response.json()["ok"], response.text

    async def hears(self, kind: str) -> dict[str, Any]:
        """The next update of that kind; others before it are passed over."""
        while True:
            updates = await self.call("getUpdates", offset=self.offset, limit=1, timeout=10)
            assert updates, f"no {kind} came"
            self.offset = updates[0]["update_id"] + 1
            if kind in updates[0]:
                found: dict[str, Any] = updates[0][kind]
                return found


class Screen:
    """The page as a person sees it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def phone(self, name: str) -> Locator:
        """One person's phone."""
        return self.page.get_by_role("region", name=f"Ponsel {name}", exact=True)

    def bubble(self, name: str, text: str) -> Locator:
        """A message on that phone, by what it says."""
        return self.phone(name).locator(".message").filter(has_text=text)

    async def write(self, name: str, text: str) -> None:
        """Type a text and send it."""
        await self.phone(name).get_by_role("combobox").fill(text)
        await self.phone(name).get_by_role("button", name="Kirim", exact=True).click()

    def tool(self, name: str) -> Locator:
        """A control of the panel."""
        return self.page.locator(f'[data-tool="{name}"]')
