"""A person played by a test or the demo: she types, taps, shares, and waits for what her phone shows."""

import asyncio
import mimetypes
from pathlib import Path
from typing import Any

from feedbackbot.playground.api_call import Upload
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.connection import Json, Line
from feedbackbot.playground.phone import Phone
from feedbackbot.playground.waiting_phone import PATIENCE


class Person(Phone):
    """Made by `Playground.person`. What she sees and waits for is in `Phone`; here is what she does."""

    def __init__(self, line: Line, profile: Json, patience: float = PATIENCE) -> None:
        super().__init__(profile, patience)
        self._line = line

    async def types(self, text: str, reply_to: int | None = None) -> int:
        """She sends a text; returns its message id."""
        return int((await self._do("text", text=text, reply_to=reply_to))["message_id"])

    async def starts(self, payload: str = "") -> int:
        """She opens the bot, by a deep link where there is a payload, and presses Start."""
        return int((await self._do("start", payload=payload))["message_id"])

    async def then_taps(self, label: str, patience: float | None = None) -> str:
        """As `taps`, but only on what the bot said or changed after her last act.

        For questions in a row whose answers have the same labels.
        """
        return await self._tap(label, self._news, patience)

    async def taps(self, label: str, patience: float | None = None) -> str:
        """She taps the button with that label, waiting for it to appear.

        The newest message with such a button counts, a label that is the same before one that contains it, buttons
        under messages before those of the reply keyboard. Returns the callback query id, the address of a link, or
        "" for the reply keyboard.
        """
        return await self._tap(label, self._messages, patience)

    async def _tap(self, label: str, among: Any, patience: float | None) -> str:
        message_id, row, column, button = await self.until(
            lambda: self.find(label, among), patience, f"a button «{label}»"
        )
        if message_id is None:
            if button.get("request_contact"):
                await self.shares_contact()
            else:
                await self.types(button["text"])
            return ""
        return await self.taps_at(message_id, row, column)

    async def taps_at(self, message_id: int, row: int, column: int) -> str:
        """She taps the button at that place; returns the callback query id, or the address of a link."""
        done = await self._do("tap", message_id=message_id, row=row, column=column)
        return str(done.get("callback_query_id") or done["url"])

    async def forges(self, data: str, message_id: int = 1) -> str:
        """She sends a tap that no button of hers can make."""
        return str((await self._do("tap", message_id=message_id, data=data, force=True))["callback_query_id"])

    async def shares_contact(self, phone: str = "", name: str = "", user_id: int | None = None) -> int:
        """She shares her own number or, with `phone`, somebody else's card."""
        card = {"phone": phone, "name": name, "user_id": user_id} if phone else {"own": True}
        return int((await self._do("contact", **card))["message_id"])

    async def shares_location(self, latitude: float, longitude: float) -> int:
        """She sends a place."""
        return int((await self._do("location", latitude=latitude, longitude=longitude))["message_id"])

    async def uploads(
        self,
        file: Path | str | bytes,
        kind: str = "photo",
        caption: str = "",
        media_group_id: str = "",
        name: str = "",
    ) -> int:
        """She sends a file: photo, document, voice, sticker or video."""
        content = file if isinstance(file, bytes) else await asyncio.to_thread(Path(file).read_bytes)
        name = name or (f"{kind}.bin" if isinstance(file, bytes) else Path(file).name)
        sent = Upload(name, content, mimetypes.guess_type(name)[0] or "")
        values = {"kind": kind, "caption": caption, "media_group_id": media_group_id}
        self._news.clear()
        return int((await self._line.ask("POST", f"people/{self.id}/upload", values, sent))["message_id"])

    async def edits(self, message_id: int, text: str) -> None:
        """She edits a message of hers."""
        await self._do("edit", message_id=message_id, text=text)

    async def blocks(self) -> None:
        """She blocks the bot."""
        await self._do("block")

    async def unblocks(self) -> None:
        """She lets the bot write again."""
        await self._do("unblock")

    async def deletes_account(self) -> None:
        """She is gone."""
        await self._do("deactivate")

    async def reads(self) -> None:
        """She looks at her chat."""
        await self._do("read")

    async def _do(self, act: str, **values: Any) -> Json:
        self._news.clear()
        given = {name: value for name, value in values.items() if value is not None}
        try:
            return await self._line.ask("POST", f"people/{self.id}/{act}", given)
        except CannotDo as reason:
            raise CannotDo(f"{self.name}: {reason}", reason.status) from None
