"""The chat services that the settings name."""

from collections.abc import Awaitable, Callable, Sequence

from feedbackbot.channels.service import ChatService
from feedbackbot.channels.telegram.service import TelegramService
from feedbackbot.channels.whatsapp.service import WhatsAppService
from feedbackbot.errors import FeedbackbotError
from feedbackbot.i18n import Catalogue
from feedbackbot.settings import Settings


def all_services(settings: Settings, catalogue: Catalogue) -> list[ChatService]:
    """At least one. Raises SettingsError for what is missing."""
    services: list[ChatService] = []
    if settings.telegram_token.get_secret_value() or not settings.whatsapp_token.get_secret_value():
        services.append(TelegramService(settings))
    if settings.whatsapp_token.get_secret_value():
        services.append(WhatsAppService(settings, catalogue))
    return services


def fetch_from(services: Sequence[ChatService]) -> Callable[[str], Awaitable[bytes]]:
    """A received file from the chat service where it lies. Raises FeedbackbotError with what is wrong, for the person."""

    async def fetch(ref: str) -> bytes:
        for service in services:
            if service.keeps(ref):
                return await service.fetch(ref)
        raise FeedbackbotError("import-file-gone")

    return fetch
