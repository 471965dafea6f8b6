"""Telegram as the wiring sees it: polling or webhook, lists of commands, received files."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta

from feedbackbot.channels.service import Commands, Delivered, Finding, Keep, Rates, Webhook
from feedbackbot.channels.telegram.channel import TelegramChannel
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.commands import list_commands, list_commands_in_chat
from feedbackbot.channels.telegram.examining import examine_telegram
from feedbackbot.channels.telegram.links import deep_link
from feedbackbot.channels.telegram.polling import poll
from feedbackbot.channels.telegram.reaching import until_reached
from feedbackbot.channels.telegram.reading import NAME, arrival_from_webhook, read_body
from feedbackbot.channels.telegram.received_files import FileTooLarge, FileUnavailable, fetch_received_file
from feedbackbot.channels.telegram.webhook_registration import (
    is_from_telegram,
    register_webhook,
    remove_webhook,
    webhook_address,
)
from feedbackbot.delivery.channel import Attachments
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.errors import FeedbackbotError
from feedbackbot.settings import Settings
from feedbackbot.storage.pipeline.inbox import Arrival

WEBHOOK_PATH = "/telegram/webhook"


class TelegramService:
    """Implements `ChatService`. Raises SettingsError where the token is missing."""

    name = NAME
    by_webhook_only = False
    forgets_files = False
    ids_good_for: timedelta | None = None

    def __init__(self, settings: Settings) -> None:
        token = settings.require_token()
        self.instance = token.partition(":")[0]
        self.rates = Rates(
            settings.rate_overall, settings.rate_bulk, settings.rate_per_chat, settings.burst_per_chat
        )
        self._settings = settings
        self._bot_name = settings.telegram_bot_name
        self._stop = asyncio.Event()
        self._polling: asyncio.Task[None] | None = None
        self.client = TelegramClient(
            token,
            api_url=settings.telegram_api_url,
            proxy=settings.telegram_proxy,
            calls_under_way=settings.calls_under_way,
        )

    def channel(self, attachments: Attachments) -> TelegramChannel:
        settings = self._settings
        return TelegramChannel(
            self.client,
            attachments,
            button_styles=settings.telegram_button_styles,
            tables=settings.telegram_tables,
        )

    def read(self, body: str) -> Incoming:
        return read_body(body)

    def webhook(self) -> Webhook:
        secret = self._settings.webhook_secret.get_secret_value()
        return Webhook(
            WEBHOOK_PATH,
            lambda headers, _: is_from_telegram(headers, secret),
            lambda body: Delivered([arrival_from_webhook(body)]),
        )

    async def open(self) -> None:
        await self.client.open()

    async def receive(self, keep: Keep, *, webhook: bool) -> None:
        if webhook:
            secret = self._settings.webhook_secret.get_secret_value()
            await until_reached(
                lambda: register_webhook(self.client, self._settings.public_url, WEBHOOK_PATH, secret)
            )
        else:
            await until_reached(lambda: remove_webhook(self.client))

            async def keep_batch(arrivals: list[Arrival]) -> None:
                await keep(Delivered(arrivals))

            self._polling = asyncio.create_task(poll(self.client, keep_batch, self._stop), name="polling")

    async def delivers_to_webhook(self) -> bool:
        address: list[str] = []

        async def ask() -> None:
            address.append(await webhook_address(self.client))

        await until_reached(ask)
        return bool(address[-1])

    async def shows_forms(self) -> bool:
        return False

    async def examine(self) -> Sequence[Finding]:
        return await examine_telegram(self.client, self._settings.public_url, WEBHOOK_PATH)

    async def stop_receiving(self, within: float) -> None:
        self._stop.set()
        if self._polling is not None:
            await asyncio.wait([self._polling], timeout=within)

    async def close(self) -> None:
        await self.client.close()

    async def seen(self, message_ref: str, typing: bool) -> None:
        """Telegram shows no such thing."""

    async def list_commands(self, by_language: Mapping[str, Commands], default: str) -> None:
        await list_commands(self.client, by_language, default)

    async def list_commands_in_chat(self, address: str, commands: Commands) -> bool:
        return await list_commands_in_chat(self.client, address, commands)

    def keeps(self, ref: str) -> bool:
        return ":" not in ref

    def sends_on(self, ref: str) -> bool:
        return self.keeps(ref)

    async def fetch(self, ref: str) -> bytes:
        try:
            return await fetch_received_file(self.client, ref)
        except FileTooLarge:
            raise FeedbackbotError("import-file-too-large") from None
        except FileUnavailable:
            raise FeedbackbotError("import-file-gone") from None

    async def bot_name(self) -> str:
        if not self._bot_name:
            self._bot_name = await self.client.username()
        return self._bot_name

    def deep_link(self, payload: str) -> str | None:
        return deep_link(self._bot_name, payload)
