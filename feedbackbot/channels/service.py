"""What a chat service brings besides sending: how updates arrive, which commands it lists, how a received file is fetched."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from feedbackbot.delivery.channel import Attachments, Channel
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.inbound.delivered import Delivered, Keep

__all__ = ["ChatService", "Commands", "Delivered", "Finding", "Health", "Keep", "Rates", "Webhook"]
Commands = Sequence[tuple[str, str]]
"""Name without slash and description, in the order shown."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are delivered. `admits(headers, body)` tells whether the chat service sent them (whoever else did gets
    `refusal`); `challenge` gives what a GET with these query values is answered, None for a refusal."""

    path: str
    admits: Callable[[Mapping[str, str], bytes], bool]
    read: Callable[[bytes], Delivered]
    refusal: int = 403
    challenge: Callable[[Mapping[str, str]], str | None] | None = None
    largest: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second: over all, in bulk, to one chat in the long run; and how many may go to one chat at once."""

    overall: float
    bulk: float
    per_chat: float
    burst_per_chat: int


class Health(StrEnum):
    """How a part of an installation is."""

    GOOD = "ok"
    DOUBTFUL = "look"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """What an operator is told of one part: `said` in words without tokens or people, `todo` where something is to be done."""

    what: str
    health: Health
    said: str
    todo: str = ""


class ChatService(Protocol):
    """One configured chat service, seen from the wiring."""

    name: str
    instance: str
    """Unlike that of another account: what is uploaded belongs to it."""
    rates: Rates
    ids_good_for: timedelta | None
    """How long what was uploaded can be named by its id; None for always."""
    forgets_files: bool
    """What people send lies there for some days only."""
    by_webhook_only: bool
    """It delivers its updates itself, whatever the others do."""

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

    async def delivers_to_webhook(self) -> bool:
        """Whether it delivers to some address by itself now, which polling would end. May take as long as the service is away."""

    async def shows_forms(self) -> bool:
        """Whether forms can be shown now: some chat services want them published before. Never raises."""

    async def examine(self) -> Sequence[Finding]:
        """Whether it is reached, knows this account, and delivers here. To be asked after `open`. Never raises."""

    async def stop_receiving(self, within: float) -> None:
        """No new updates; what was fetched is kept, for at most `within` seconds."""

    async def close(self) -> None:
        """When nothing is sent any more."""

    async def seen(self, message_ref: str, typing: bool) -> None:
        """What the person wrote was read, and with `typing` that it is being answered, where that can be shown. Never raises."""

    async def list_commands(self, by_language: Mapping[str, Commands], default: str) -> None:
        """What everybody sees."""

    async def list_commands_in_chat(self, address: str, commands: Commands) -> bool:
        """What one person sees; False where it failed."""

    def keeps(self, ref: str) -> bool:
        """Whether a received file of this reference lies there."""

    def sends_on(self, ref: str) -> bool:
        """Whether a received file can be sent to somebody else by its own reference; else it is fetched and uploaded."""

    async def fetch(self, ref: str) -> bytes:
        """A file that a person sent. Raises FeedbackbotError with what is wrong, for the person."""

    async def bot_name(self) -> str:
        """How the bot is called there; asked once, then known to `deep_link`. Raises what the chat service raises."""

    def deep_link(self, payload: str) -> str | None:
        """An address that opens the chat as if `/start <payload>` had been typed; None while the bot's name is not known."""
