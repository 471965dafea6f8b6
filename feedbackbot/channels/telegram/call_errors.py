"""How a call of the Bot API can fail, told apart by what it means for the message.

All three are also errors of python-telegram-bot, so that they pass unchanged through its `Bot`. No text of theirs holds
an address, because the address of every call holds the token.
"""

from telegram.error import NetworkError, TelegramError


class NotSent(NetworkError):
    """The request certainly never left this machine: no free connection, no address, nobody listening."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not sent: {reason}")
        self.reason = reason


class PerhapsSent(NetworkError):
    """The request left and no answer that can be believed came back; Telegram may have carried it out.

    `reason` is "time-out", "dropped", "unreadable", or "http-502" for an answer that is not the Bot API's own yes or no.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"perhaps sent: {reason}")
        self.reason = reason


class Refused(TelegramError):
    """The Bot API said no. `code` is the HTTP status, `description` its words, `retry_after` in seconds if it named it."""

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        super().__init__(f"refused: {code} {description}")
        self.code = code
        self.description = description
        self.retry_after = retry_after


CallFailed = NotSent | PerhapsSent | Refused
CALL_FAILURES = (NotSent, PerhapsSent, Refused)
