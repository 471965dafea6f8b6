"""WhatsApp as the wiring sees it: a webhook always, commands for everybody, files that are fetched while they last."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from feedbackbot.channels.service import Commands, Delivered, Finding, Keep, Rates, Webhook
from feedbackbot.channels.whatsapp.addresses import NAME
from feedbackbot.channels.whatsapp.arrivals import walk
from feedbackbot.channels.whatsapp.channel import WhatsAppChannel
from feedbackbot.channels.whatsapp.client import CALL_FAILURES, GraphClient
from feedbackbot.channels.whatsapp.examining import examine_whatsapp
from feedbackbot.channels.whatsapp.news import take_news
from feedbackbot.channels.whatsapp.publishing import PUBLISHED, form_states
from feedbackbot.channels.whatsapp.reading import REF, read_body
from feedbackbot.channels.whatsapp.refusals import outcome
from feedbackbot.channels.whatsapp.signature import challenge, is_signed
from feedbackbot.channels.whatsapp.templates import compare, keep_listed
from feedbackbot.delivery.channel import Attachments
from feedbackbot.dialogue.incoming import Incoming
from feedbackbot.errors import DatabaseAway, FeedbackbotError, SettingsError
from feedbackbot.i18n import Catalogue
from feedbackbot.settings import PREFIX, Settings
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
WEBHOOK_PATH = "/webhook/whatsapp"
LARGEST_FILE = 20_000_000
"""Bytes: as with every chat service, though this one would give a hundred megabytes."""
_LARGEST_DELIVERY = 4_000_000  # bytes; the service says three
_TEMPLATES_EVERY = 3600.0
_COMMANDS, _COMMAND, _HINT = 30, 32, 256


class WhatsAppService:
    """Implements `ChatService`. Raises SettingsError for what is missing."""

    name = NAME
    by_webhook_only = True
    forgets_files = True
    ids_good_for: timedelta | None = timedelta(days=28)  # the service says thirty

    def __init__(self, settings: Settings, catalogue: Catalogue) -> None:
        _require(settings)
        self.instance = settings.whatsapp_phone_id
        self.rates = Rates(
            settings.whatsapp_rate_overall,
            settings.whatsapp_rate_bulk,
            settings.whatsapp_rate_per_chat,
            settings.whatsapp_burst_per_chat,
        )
        self._settings = settings
        self._catalogue = catalogue
        self.client = GraphClient(settings)
        self._looking: asyncio.Task[None] | None = None

    def channel(self, attachments: Attachments) -> WhatsAppChannel:
        return WhatsAppChannel(self.client, attachments, self._catalogue, self._settings)

    def read(self, body: str) -> Incoming:
        return read_body(body)

    def webhook(self) -> Webhook:
        secret = self._settings.whatsapp_app_secret.get_secret_value()
        token = self._settings.whatsapp_verify_token.get_secret_value()
        return Webhook(
            WEBHOOK_PATH,
            lambda headers, body: is_signed(headers, body, secret),
            self.delivered,
            refusal=401,
            challenge=lambda query: challenge(query, token),
            largest=_LARGEST_DELIVERY,
        )

    def delivered(self, body: bytes) -> Delivered:
        """All that one call brought."""
        arrivals, statuses, news = walk(body, self._settings.whatsapp_phone_id)
        return Delivered(arrivals, statuses, (lambda tx: take_news(tx, news)) if news else None)

    async def open(self) -> None:
        await self.client.open()

    async def receive(self, keep: Keep, *, webhook: bool) -> None:
        """The service delivers to the address that was entered in its console. How its templates stand is asked now and again."""
        await self._look_at_templates(keep)
        self._looking = asyncio.create_task(self._keep_looking(keep), name="templates")

    async def _keep_looking(self, keep: Keep) -> None:
        while True:
            await asyncio.sleep(_TEMPLATES_EVERY)
            await self._look_at_templates(keep)

    async def _look_at_templates(self, keep: Keep) -> None:
        """What was told of them in the meantime may have been lost."""
        try:
            states = await compare(self.client, self._catalogue)
            await keep(Delivered(also=lambda tx: keep_listed(tx, states)))
        except CALL_FAILURES as failure:
            _log.warning("templates could not be asked for", reason=outcome(failure).reason)
        except DatabaseAway:
            _log.warning("templates wait for the database")

    async def delivers_to_webhook(self) -> bool:
        return False  # polling is not possible, so nothing can be taken away

    async def shows_forms(self) -> bool:
        """Where the form of one language is missing, everybody is asked step by step."""
        if not self._settings.whatsapp_forms or self._settings.whatsapp_form_id:
            return self._settings.whatsapp_forms
        try:
            missing = [
                one for one in await form_states(self.client, self._catalogue) if one.state != PUBLISHED
            ]
        except CALL_FAILURES as failure:
            _log.warning("forms could not be asked for", reason=outcome(failure).reason)
            return False
        if missing:
            _log.warning(
                "forms are not published: run `python bot.py whatsapp-forms --push`", count=len(missing)
            )
        return not missing

    async def examine(self) -> Sequence[Finding]:
        return await examine_whatsapp(self.client, self._catalogue, forms=self._settings.whatsapp_forms)

    async def stop_receiving(self, within: float) -> None:
        """The web server stops taking deliveries; they are repeated for days."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.wait([self._looking])

    async def close(self) -> None:
        await self.client.close()

    async def seen(self, message_ref: str, typing: bool) -> None:
        """Blue ticks, for all that came before too, and "typing" until the answer. Costs nothing, and is not worth a second try."""
        body: dict[str, Any] = {"status": "read", "message_id": message_ref}
        if typing:
            body["typing_indicator"] = {"type": "text"}
        try:
            await self.client.send(body)
        except CALL_FAILURES as failure:
            _log.debug("not marked as read", reason=outcome(failure).reason)

    async def list_commands(self, by_language: Mapping[str, Commands], default: str) -> None:
        """The same for everybody: there are no lists by language or role."""
        listed = [
            {"command_name": name[:_COMMAND], "command_description": description[:_HINT]}
            for name, description in by_language[default][:_COMMANDS]
        ]
        try:
            await self.client.of_sender("conversational_automation", {"commands": listed})
        except CALL_FAILURES as failure:
            _log.warning("commands could not be listed", reason=outcome(failure).reason)

    async def list_commands_in_chat(self, address: str, commands: Commands) -> bool:
        return False

    def keeps(self, ref: str) -> bool:
        return ref.startswith(REF)

    def sends_on(self, ref: str) -> bool:
        """Ids of received files last a week, and are not promised to serve for sending."""
        return False

    async def fetch(self, ref: str) -> bytes:
        try:
            size, content = await self.client.download(ref.removeprefix(REF), LARGEST_FILE)
        except CALL_FAILURES:
            raise FeedbackbotError("import-file-gone") from None
        if size > LARGEST_FILE:
            raise FeedbackbotError("import-file-too-large")
        return content

    async def bot_name(self) -> str:
        return self._settings.whatsapp_number

    def deep_link(self, payload: str) -> str | None:
        """With words that are typed already; the person sends them off. They may be changed before, so they are taken as typed."""
        number = self._settings.whatsapp_number
        return f"https://wa.me/{number}?text={quote(f'mulai {payload}')}" if number else None


def _require(settings: Settings) -> None:
    for name in ("whatsapp_phone_id", "whatsapp_app_secret", "whatsapp_verify_token"):
        value = getattr(settings, name)
        if not (value if isinstance(value, str) else value.get_secret_value()):
            raise SettingsError(f"{PREFIX}{name.upper()} is missing: WhatsApp needs it (docs/whatsapp.md)")
