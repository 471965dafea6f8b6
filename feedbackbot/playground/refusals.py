"""The answers with which the Bot API says no, in its own words.

Wordings are those of Telegram's Bot API server (tdlib/telegram-bot-api) and of TDLib beneath it.
"""

from typing import Any

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
TERMINATED_BY_WEBHOOK = "terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Refusal(Exception):
    """A Bot API error: HTTP status, `description`, and `retry_after` seconds where it is a 429."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        """The JSON answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(words: str) -> Refusal:
    """400. The first letter is lowered as the real server does it, but not in codes such as BUTTON_DATA_INVALID."""
    if len(words) > 1 and not (words[1] == "_" or words[1].isupper()):
        words = words[0].lower() + words[1:]
    return Refusal(400, f"Bad Request: {words}")


def cannot_parse_entities(words: str) -> Refusal:
    """400 for markup that is broken."""
    return Refusal(400, f"Bad Request: can't parse entities: {words}")


def forbidden(words: str) -> Refusal:
    """403."""
    return Refusal(403, f"Forbidden: {words}")


def conflict(words: str) -> Refusal:
    """409."""
    return Refusal(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> Refusal:
    """429 with the seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after)


def unauthorized() -> Refusal:
    """401: a token that this server does not serve."""
    return Refusal(401, "Unauthorized")


def not_found() -> Refusal:
    """404: a method that this server does not have."""
    return Refusal(404, "Not Found")


def entity_too_large() -> Refusal:
    """413: an upload over the size a bot may send."""
    return Refusal(413, "Request Entity Too Large")
