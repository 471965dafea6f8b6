"""Telegram as the delivery sees it."""

from dataclasses import replace

from feedbackbot.channels.telegram.call_errors import CALL_FAILURES
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.keyboards import without_tones
from feedbackbot.channels.telegram.reading import NAME
from feedbackbot.channels.telegram.refusals import outcome
from feedbackbot.channels.telegram.rendering import calls
from feedbackbot.channels.telegram.sending import Sending
from feedbackbot.delivery.channel import USUAL, Attachments, DeliveryStatus, Sent
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)

_LONGEST_NOTICE = 200
# a person has stopped looking at the button by then
_TAP_ANSWER_WITHIN = 10.0


class TelegramChannel:
    """Implements `Channel`. The client must be open."""

    name = NAME

    def __init__(
        self,
        client: TelegramClient,
        attachments: Attachments,
        *,
        button_styles: bool = True,
        tables: bool = True,
    ) -> None:
        self.can = replace(USUAL, tables=tables)
        self._client = client
        self._button_styles = button_styles
        self._sending = Sending(client, attachments)

    async def send(self, address: str, message: Outgoing) -> Sent:
        """Send or edit; docs/telegram-errors.md tells which failure has which fate."""
        if not (address.isascii() and address.removeprefix("-").isdigit()):
            return Sent(DeliveryStatus.REJECTED, reason="address")
        shown = message if self._button_styles else without_tones(message)
        return await self._sending.all(calls(int(address), shown))

    async def leave(self, group: str, word: str) -> None:
        """The word may be forbidden there; leaving is not."""
        for method, parameters in (("sendMessage", {"text": word}), ("leaveChat", {})):
            try:
                await self._client.call(method, {"chat_id": int(group), **parameters})
            except CALL_FAILURES as failure:
                _log.info("a group refuses", call=method, reason=outcome(failure).reason)

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        """Stop the button from spinning. A failure is not worth a second try: the answer itself comes as a message."""
        parameters = {"callback_query_id": tap_id}
        if notice:
            parameters["text"] = notice[:_LONGEST_NOTICE]
        try:
            await self._client.call("answerCallbackQuery", parameters, _TAP_ANSWER_WITHIN)
        except CALL_FAILURES as failure:
            _log.debug("tap not acknowledged", reason=outcome(failure).reason)
