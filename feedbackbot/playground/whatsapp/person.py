"""A person with the other app, played by a test or the demo: she types, taps, sends, fills in forms and waits for answers."""

import asyncio
import mimetypes
from pathlib import Path
from typing import Any, Protocol

from feedbackbot.playground.api_call import Upload
from feedbackbot.playground.cannot_do import CannotDo
from feedbackbot.playground.waiting_phone import PATIENCE
from feedbackbot.playground.whatsapp.phone import Phone

Json = dict[str, Any]


class Line(Protocol):
    """The connection to a playground, see `feedbackbot.playground.connection`."""

    async def ask(
        self, method: str, path: str, values: Json | None = None, file: Upload | None = None
    ) -> Json:
        """One request; `path` is what follows /play/."""


class Person(Phone):
    """Made by `WhatsAppSide.person`. Acts return the id of what she sent."""

    def __init__(self, line: Line, profile: Json, patience: float = PATIENCE) -> None:
        super().__init__(profile, patience)
        self._line = line

    async def types(self, text: str, reply_to: str | None = None) -> str:
        """She sends a text."""
        return await self._sends("text", text=text, reply_to=reply_to)

    async def opens(self, text: str = "", code: str = "") -> str:
        """She opens a wa.me link with that text, or a short one by its code, and sends what stands there."""
        return await self._sends("link", text=text, code=code)

    async def taps(self, label: str, patience: float | None = None) -> str:
        """She taps the button or row with that label (or description), waiting for it; for a link its address is returned."""
        return await self._tap(label, self._messages, patience)

    async def then_taps(self, label: str, patience: float | None = None) -> str:
        """As `taps`, but only on what the bot said after her last act."""
        return await self._tap(label, self._news, patience)

    async def _tap(self, label: str, among: Any, patience: float | None) -> str:
        message_id, choice = await self.until(
            lambda: self.find(label, among), patience, f"something to tap «{label}»"
        )
        return await self.taps_at(message_id, choice)

    async def taps_at(self, message_id: str, choice: str) -> str:
        """She taps what carries that id on that message."""
        done = await self._do("tap", message_id=message_id, choice=choice)
        return str(done.get("message_id") or done["url"])

    async def forges(self, choice: str, message_id: str = "wamid.FORGED") -> str:
        """She sends a tap that no button of hers can make."""
        return await self._sends("tap", message_id=message_id, choice=choice, force=True)

    async def fills(self, answers: Json, message_id: str | None = None, patience: float | None = None) -> str:
        """She fills in the newest form (or that of a message) and sends it; `answers` by field, or by screen and field."""
        if message_id is None:
            message_id = await self.until(self._newest_form, patience, "a form")
        return await self._sends("form", message_id=message_id, answers=answers)

    def _newest_form(self) -> str | None:
        return next((number for number, one in reversed(self._messages.items()) if one["flow"]), None)

    async def uploads(
        self, file: Path | str | bytes, kind: str = "image", caption: str = "", name: str = "", mime: str = ""
    ) -> str:
        """She sends a file: image, document, voice, audio, video or sticker."""
        content = file if isinstance(file, bytes) else await asyncio.to_thread(Path(file).read_bytes)
        name = name or (f"{kind}.bin" if isinstance(file, bytes) else Path(file).name)
        sent = Upload(name, content, mime or mimetypes.guess_type(name)[0] or "")
        self._news.clear()
        values = {"kind": kind, "caption": caption}
        return str((await self._line.ask("POST", f"wa/people/{self.id}/upload", values, sent))["message_id"])

    async def shares_location(self, latitude: float, longitude: float, name: str = "") -> str:
        """She sends a place."""
        return await self._sends("location", latitude=latitude, longitude=longitude, name=name)

    async def shares_contact(self, phone: str = "", name: str = "") -> str:
        """She shares her own number or, with `phone`, somebody else's card."""
        card: Json = {"phone": phone, "name": name} if phone else {"own": True}
        return await self._sends("contact", **card)

    async def reacts(self, message_id: str, emoji: str) -> str:
        """She puts an emoji at a message, "" takes it back."""
        return await self._sends("react", message_id=message_id, emoji=emoji)

    async def does_unsupported(self, what: str = "edit") -> str:
        """She edits, polls or does something else that the API cannot show."""
        return await self._sends("unsupported", what=what)

    async def does(self, act: str, **values: Any) -> None:
        """block, unblock, deactivate, hide, unhide (her number), off, on (her phone), read, stop, resume (marketing),
        number (`phone`), user_id."""
        await self._do(act, **values)

    async def _sends(self, act: str, **values: Any) -> str:
        return str((await self._do(act, **values))["message_id"])

    async def _do(self, act: str, **values: Any) -> Json:
        self._news.clear()
        given = {name: value for name, value in values.items() if value is not None}
        try:
            return await self._line.ask("POST", f"wa/people/{self.id}/{act}", given)
        except CannotDo as reason:
            raise CannotDo(f"{self.name}: {reason}", reason.status) from None
