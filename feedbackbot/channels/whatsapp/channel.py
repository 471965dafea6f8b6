"""WhatsApp as the delivery sees it."""

from dataclasses import replace
from functools import partial

from feedbackbot.channels.whatsapp.addresses import NAME, recipient
from feedbackbot.channels.whatsapp.client import GraphClient
from feedbackbot.channels.whatsapp.rendering import render
from feedbackbot.channels.whatsapp.sending import Sending
from feedbackbot.channels.whatsapp.templates import languages_of
from feedbackbot.delivery.channel import Attachments, Can, DeliveryStatus, Limits, Sent
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.i18n import Catalogue
from feedbackbot.settings import Settings

CAN = Can(edit=False, notice=False, command_lists=False, read_marks=True, late_receipts=True)


class WhatsAppChannel:
    """Implements `Channel`. The client must be open."""

    name = NAME

    def __init__(
        self, client: GraphClient, attachments: Attachments, catalogue: Catalogue, settings: Settings
    ) -> None:
        limits = Limits(
            settings.whatsapp_people_per_day, settings.whatsapp_monthly_messages, languages_of(catalogue)
        )
        self.can = replace(CAN, forms=settings.whatsapp_forms, window=limits)
        self._form_id = settings.whatsapp_form_id
        self._client = client
        self._sending = Sending(client, attachments)
        self._catalogue = catalogue
        self._language = settings.default_language

    async def send(self, address: str, message: Outgoing) -> Sent:
        """docs/whatsapp.md tells which failure has which fate."""
        to = recipient(address)
        if to is None:
            return Sent(DeliveryStatus.REJECTED, reason="address")
        language = message.language or self._language
        told = message
        if message.template is not None and language not in languages_of(self._catalogue):
            told = replace(message, language=self._language)
        opener = self._catalogue.text(language, "list-opener")
        parts = render(told, opener, self._form_id)
        return await self._sending.all(to, parts, told.row, partial(self._catalogue.text, language))

    async def leave(self, group: str, word: str) -> None:
        raise AssertionError("there are no groups here")

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        raise AssertionError("a chat service without notices has no taps to acknowledge")
