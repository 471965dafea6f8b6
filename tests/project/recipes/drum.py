"""A worked example of a chat service: people drum, the bot drums back. No buttons, no edits, no names, nothing to be fetched."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta

from feedbackbot.channels.service import Commands, Delivered, Finding, Health, Keep, Rates, Webhook
from feedbackbot.delivery.channel import Attachments, Can, DeliveryStatus, Sent
from feedbackbot.dialogue.incoming import Incoming, Kind
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.pipeline.inbox import Arrival


class DrumChannel:
    """The way out; `heard` is what arrived: to whom, the words, and the content of the file that came with them."""

    name = "drum"
    can = Can(edit=False, notice=False, command_lists=False)

    def __init__(self, attachments: Attachments) -> None:
        self._attachments = attachments
        self.heard: list[tuple[str, str, bytes]] = []

    async def send(self, address: str, message: Outgoing) -> Sent:
        file = message.document
        content = b"" if file is None else (await self._attachments.make(file)).content
        self.heard.append((address, message.text, content))
        return Sent(DeliveryStatus.SENT, message_ref=str(len(self.heard)))

    async def leave(self, group: str, word: str) -> None: ...

    async def acknowledge(self, tap_id: str, notice: str) -> None: ...


class DrumService:
    """What is drummed is a line of JSON: who, and what."""

    name = "drum"
    instance = "the-only-drum"
    rates = Rates(1000, 1000, 1000, 1000)
    ids_good_for: timedelta | None = None
    forgets_files = False
    by_webhook_only = False

    def channel(self, attachments: Attachments) -> DrumChannel:
        self.out = DrumChannel(attachments)
        return self.out

    def read(self, body: str) -> Incoming:
        who, words = json.loads(body)
        if words.startswith("/"):
            return Incoming(self.name, who, Kind.COMMAND, command=words[1:])
        return Incoming(self.name, who, Kind.TEXT, text=words)

    async def drummed(self, number: int, who: str, words: str) -> None:
        """Somebody drums."""
        await self._keep(Delivered([Arrival(self.name, str(number), who, number, json.dumps([who, words]))]))

    def webhook(self) -> Webhook:
        return Webhook("/drum", lambda headers, body: False, lambda body: Delivered([]))

    async def open(self) -> None: ...

    async def receive(self, keep: Keep, *, webhook: bool) -> None:
        self._keep = keep

    async def examine(self) -> Sequence[Finding]:
        return [Finding(self.name, Health.GOOD, "within earshot")]

    async def delivers_to_webhook(self) -> bool:
        return False  # polling is not possible, so nothing can be taken away

    async def shows_forms(self) -> bool:
        return False

    async def stop_receiving(self, within: float) -> None: ...

    async def close(self) -> None: ...

    async def seen(self, message_ref: str, typing: bool) -> None: ...

    async def list_commands(self, by_language: Mapping[str, Commands], default: str) -> None: ...

    async def list_commands_in_chat(self, address: str, commands: Commands) -> bool:
        return True

    def keeps(self, ref: str) -> bool:
        return False

    def sends_on(self, ref: str) -> bool:
        return False

    async def fetch(self, ref: str) -> bytes:
        raise FeedbackbotError("import-file-gone")

    async def bot_name(self) -> str:
        return "drum"

    def deep_link(self, payload: str) -> str | None:
        return None
