"""The chat services that the settings name."""

from collections.abc import Awaitable, Callable, Sequence

from feedbackbot.channels.service import ChatService
from feedbackbot.channels.telegram.service import TelegramService
from feedbackbot.errors import FeedbackbotError
from feedbackbot.settings import Settings


def all_services(settings: Settings) -> list[ChatService]:
    """At least one. Raises SettingsError for what is missing."""
    return [TelegramService(settings)]


def fetch_from(services: Sequence[ChatService]) -> Callable[[str], Awaitable[bytes]]:
    """A received file from the chat service where it lies. Raises FeedbackbotError with what is wrong, for the person."""

    async def fetch(ref: str) -> bytes:
        for service in services:
            if service.keeps(ref):
                return await service.fetch(ref)
        raise FeedbackbotError("import-file-gone")

    return fetch
