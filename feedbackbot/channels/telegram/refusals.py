"""What a failed call means for the message and for the person: one table, in order, the first row that fits counts.

docs/telegram-errors.md is this table in words and tests/channels keeps the two alike. The wordings are those of the Bot API
server and of TDLib beneath it.
"""

import re
from dataclasses import dataclass

from feedbackbot.channels.telegram.call_errors import CallFailed, NotSent, PerhapsSent
from feedbackbot.delivery.channel import DeliveryStatus, Sent


@dataclass(frozen=True, slots=True)
class Rule:
    """`words` in the description, in lower case ("" fits all), and HTTP status `code` (0 fits all) give a fate and a reason."""

    code: int
    words: str
    fate: DeliveryStatus
    reason: str
    meaning: str


RULES = (
    Rule(401, "", DeliveryStatus.HALT, "token", "The token is not, or no longer, valid."),
    Rule(
        404,
        "",
        DeliveryStatus.HALT,
        "token",
        "The token is malformed, or the server does not know the method.",
    ),
    Rule(
        409,
        "",
        DeliveryStatus.HALT,
        "conflict",
        "Another process polls with the same token, or a webhook is set.",
    ),
    Rule(
        429, "", DeliveryStatus.LATER, "too-many", "Too many messages; `retry_after` says how long to wait."
    ),
    Rule(403, "bot was blocked", DeliveryStatus.GONE, "blocked", "The person stopped the bot."),
    Rule(403, "user is deactivated", DeliveryStatus.GONE, "deactivated", "The account was deleted."),
    Rule(
        403,
        "can't initiate conversation",
        DeliveryStatus.GONE,
        "never-started",
        "The person never wrote to the bot.",
    ),
    Rule(403, "", DeliveryStatus.GONE, "forbidden", "Any other prohibition concerns this chat only."),
    Rule(
        400,
        "chat not found",
        DeliveryStatus.GONE,
        "chat-not-found",
        "No such chat, or the bot never met the person.",
    ),
    Rule(400, "user not found", DeliveryStatus.GONE, "chat-not-found", "No such person."),
    Rule(400, "peer_id_invalid", DeliveryStatus.GONE, "chat-not-found", "No such chat."),
    Rule(400, "user_is_blocked", DeliveryStatus.GONE, "blocked", "The person stopped the bot."),
    Rule(400, "input_user_deactivated", DeliveryStatus.GONE, "deactivated", "The account was deleted."),
    Rule(400, "not enough rights", DeliveryStatus.GONE, "no-rights", "The bot may not write in this chat."),
    Rule(400, "have no rights", DeliveryStatus.GONE, "no-rights", "The bot may not write in this chat."),
    Rule(
        400,
        "need administrator rights",
        DeliveryStatus.GONE,
        "no-rights",
        "The bot may not write in this chat.",
    ),
    Rule(400, "upgraded to a supergroup", DeliveryStatus.GONE, "moved", "The chat became another one."),
    Rule(400, "message is too long", DeliveryStatus.REJECTED, "too-long", "Over 4,096 UTF-16 units."),
    Rule(400, "caption is too long", DeliveryStatus.REJECTED, "too-long", "Over 1,024 UTF-16 units."),
    Rule(400, "can't parse entities", DeliveryStatus.REJECTED, "bad-markup", "The HTML is broken."),
    Rule(400, "text is empty", DeliveryStatus.REJECTED, "empty", "A message without a text."),
    Rule(400, "text must be non-empty", DeliveryStatus.REJECTED, "empty", "A message of white space only."),
    Rule(
        400,
        "button_data_invalid",
        DeliveryStatus.REJECTED,
        "bad-button",
        "Data of a button is over 64 bytes.",
    ),
    Rule(400, "button url", DeliveryStatus.REJECTED, "bad-button", "The address of a button is none."),
    Rule(413, "", DeliveryStatus.REJECTED, "too-large", "The file is over 50 MB."),
    Rule(
        400,
        "",
        DeliveryStatus.REJECTED,
        "refused",
        "Anything else is our mistake; the words are kept with it.",
    ),
    Rule(0, "", DeliveryStatus.UNKNOWN, "unexpected", "A status that the Bot API does not use."),
)
"""For a refusal by the Bot API itself. What failed on the way there is `NotSent` (later) or `PerhapsSent` (unknown)."""

_NOT_MODIFIED = "message is not modified"
_UNEDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "no text in the message to edit",
    "message_id_invalid",
    "message identifier is not specified",
)
_STALE_FILE = (
    "wrong file identifier",
    "wrong remote file identifier",
    "wrong file_id",
    "file_reference_",
    "media_empty",
)
_LONGEST_REASON = 120
# what stands in quotes may be somebody's words, numbers may be somebody's
_PRIVATE = re.compile(r"'[^']*'|\"[^\"]*\"|\d+")


def outcome(failure: CallFailed) -> Sent:
    """The fate of a message whose call failed."""
    if isinstance(failure, NotSent):
        return Sent(DeliveryStatus.LATER, reason=f"not-sent-{failure.reason}")
    if isinstance(failure, PerhapsSent):
        return Sent(DeliveryStatus.UNKNOWN, reason=failure.reason)
    said = failure.description.lower()
    rule = next(rule for rule in RULES if rule.code in (failure.code, 0) and rule.words in said)
    reason = rule.reason
    if rule.reason in ("refused", "unexpected"):
        words = _PRIVATE.sub("…", said.removeprefix("bad request: "))
        reason = f"{rule.reason}-{failure.code}: {words}"[:_LONGEST_REASON]
    return Sent(rule.fate, retry_after=failure.retry_after, reason=reason)


UNKNOWN_TO_SERVER = (400, 404)
"""How a server answers a method or a block that came after it: what was to be shown must be said in words."""


def is_not_modified(description: str) -> bool:
    """The message already shows what it was to be changed to."""
    return _NOT_MODIFIED in description.lower()


def is_uneditable(description: str) -> bool:
    """The message is gone, too old, a picture, or took a keyboard away: a new one must be sent."""
    said = description.lower()
    return any(words in said for words in _UNEDITABLE)


def is_stale_file(description: str) -> bool:
    """A remembered file id is no longer good: the file must be uploaded again."""
    said = description.lower()
    return any(words in said for words in _STALE_FILE)
