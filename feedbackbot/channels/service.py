"""What a chat service brings besides sending: how updates arrive, which commands it lists, how a received file is fetched."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from feedbackbot.delivery.channel import Attachments, Channel
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.storage.pipeline.inbox import Arrival

Keep = Callable[[list[Arrival]], Awaitable[None]]
"""Returns when they are committed."""
Commands = Sequence[tuple[str, str]]
"""Name without slash and description, in the order shown."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are delivered: only with `secret`, one body an update."""

    path: str
    secret: str
    read: Callable[[bytes], Arrival]


class ChatService(Protocol):
    """One configured chat service, seen from the wiring."""

    name: str
    instance: str
    """Unlike that of another account: what is uploaded belongs to it."""

    def channel(self, attachments: Attachments) -> Channel:
        """The way out."""

    def read(self, body: str) -> Incoming:
        """A raw update as what a person did. Never raises."""

    def webhook(self) -> Webhook:
        """Where its updates arrive where it delivers them itself."""

    async def open(self) -> None:
        """Before anything is sent."""

    async def receive(self, keep: Keep, *, webhook: bool) -> None:
        """Begin to take updates; returns when they come. May take as long as the service is away. Raises SettingsError."""

    async def stop_receiving(self, within: float) -> None:
        """No new updates; what was fetched is kept, for at most `within` seconds."""

    async def close(self) -> None:
        """When nothing is sent any more."""

    async def list_commands(self, by_language: Mapping[str, Commands], default: str) -> None:
        """What everybody sees."""

    async def list_commands_in_chat(self, address: str, commands: Commands) -> bool:
        """What one person sees; False where it failed."""

    async def fetch(self, ref: str) -> bytes:
        """A file that a person sent. Raises FeedbackbotError with what is wrong, for the person."""

    async def bot_name(self) -> str:
        """How the bot is called there; asked once, then known to `deep_link`. Raises what the chat service raises."""

    def deep_link(self, payload: str) -> str | None:
        """An address that opens the chat as if `/start <payload>` had been typed; None while the bot's name is not known."""
