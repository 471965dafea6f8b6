"""How a call of the Bot API can fail, told apart by what it means for the message.

All three are also errors of python-telegram-bot, so that they pass unchanged through its `Bot`. No text of theirs holds
an address, because the address of every call holds the token.
"""

import json
from typing import Any

from telegram.error import NetworkError, TelegramError

# too large, too many: whoever says so has not passed the call on
_NO_FROM_ANYBODY = (413, 429)


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


class BelievedAnswer(bytes):
    """The Bot API's yes, with what it says: PTB asks for the bytes and would read them once more."""

    answer: dict[str, Any]


def check_answer(status: int, payload: bytes) -> BelievedAnswer:
    """The Bot API's yes. Raises `Refused` for its no, `PerhapsSent` for an answer of anybody else."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if answer is None and status in _NO_FROM_ANYBODY:
        raise Refused(status, "")
    # a firewall or proxy on the way may answer too; only the Bot API's own no is believed
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool) or status >= 500:
        raise PerhapsSent(f"http-{status}" if status != 200 else "unreadable")
    if answer["ok"] and status == 200 and "result" in answer:
        believed = BelievedAnswer(payload)
        believed.answer = answer
        return believed
    description = answer.get("description")
    hints = answer.get("parameters")
    retry_after = hints.get("retry_after") if isinstance(hints, dict) else None
    raise Refused(
        status,
        description if isinstance(description, str) else "",
        float(retry_after) if isinstance(retry_after, int | float) else None,
    )
