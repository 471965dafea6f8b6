"""What a failed call means; the table in docs/telegram-errors.md is the one the code goes by."""

import re
from pathlib import Path

import pytest

from feedbackbot.channels.telegram.call_errors import NotSent, PerhapsSent, Refused
from feedbackbot.channels.telegram.refusals import (
    RULES,
    Rule,
    is_not_modified,
    is_stale_file,
    is_uneditable,
    outcome,
)
from feedbackbot.delivery.channel import DeliveryStatus, Sent

DOCUMENT = Path(__file__).parents[2] / "docs" / "telegram-errors.md"


def test_the_document_lists_every_rule_in_order_and_nothing_else() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").split("## Telegram said no")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")][1:]
    assert rows == [
        [
            str(rule.code or "any other"),
            rule.words or "(any)",
            rule.fate.value,
            f"`{rule.reason}`",
            rule.meaning,
        ]
        for rule in RULES
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code} {rule.words}")
def test_each_rule_can_be_reached(rule: Rule) -> None:
    found = outcome(Refused(rule.code or 418, f"Bad Request: {rule.words.upper()} and more"))
    assert (found.fate, found.reason.split("-418")[0].split("-400")[0]) == (rule.fate, rule.reason)


@pytest.mark.parametrize(
    ("code", "description", "fate", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user", DeliveryStatus.GONE, "blocked"),
        (403, "Forbidden: user is deactivated", DeliveryStatus.GONE, "deactivated"),
        (403, "Forbidden: bot can't initiate conversation with a user", DeliveryStatus.GONE, "never-started"),
        (403, "Forbidden: bot was kicked from the supergroup chat", DeliveryStatus.GONE, "forbidden"),
        (400, "Bad Request: chat not found", DeliveryStatus.GONE, "chat-not-found"),
        (400, "Bad Request: PEER_ID_INVALID", DeliveryStatus.GONE, "chat-not-found"),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", DeliveryStatus.GONE, "moved"),
        (400, "Bad Request: message is too long", DeliveryStatus.REJECTED, "too-long"),
        (
            400,
            "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 3",
            DeliveryStatus.REJECTED,
            "bad-markup",
        ),
        (400, "Bad Request: BUTTON_DATA_INVALID", DeliveryStatus.REJECTED, "bad-button"),
        (401, "Unauthorized", DeliveryStatus.HALT, "token"),
        (404, "Not Found", DeliveryStatus.HALT, "token"),
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            DeliveryStatus.HALT,
            "conflict",
        ),
        (413, "Request Entity Too Large", DeliveryStatus.REJECTED, "too-large"),
    ],
)
def test_telegrams_own_words(code: int, description: str, fate: DeliveryStatus, reason: str) -> None:
    assert outcome(Refused(code, description)) == Sent(fate, reason=reason)


def test_too_many_hands_on_how_long_to_wait() -> None:
    refused = Refused(429, "Too Many Requests: retry after 17", 17.0)
    assert outcome(refused) == Sent(DeliveryStatus.LATER, retry_after=17.0, reason="too-many")


def test_what_certainly_never_left_may_be_tried_again_and_what_may_have_arrived_is_unknown() -> None:
    assert outcome(NotSent("dns")) == Sent(DeliveryStatus.LATER, reason="not-sent-dns")
    assert outcome(PerhapsSent("http-502")) == Sent(DeliveryStatus.UNKNOWN, reason="http-502")


def test_an_unknown_refusal_is_kept_in_telegrams_words_without_what_somebody_typed() -> None:
    said = "Bad Request: wrong thing 'https://x.id/?nama=Ani' for 628116700001"
    assert outcome(Refused(400, said)).reason == "refused-400: wrong thing … for …"
    assert len(outcome(Refused(400, "kata " * 100)).reason) <= 120


def test_words_that_are_no_failure() -> None:
    assert is_not_modified("Bad Request: message is not modified: specified new message content …")
    assert is_uneditable("Bad Request: message to edit not found")
    assert is_uneditable("Bad Request: there is no text in the message to edit")
    assert is_uneditable("Bad Request: MESSAGE_ID_INVALID")
    assert is_stale_file("Bad Request: wrong file identifier/HTTP URL specified")
    assert is_stale_file("Bad Request: wrong remote file identifier specified: Wrong padding in the string")
    others = "Bad Request: chat not found"
    assert not (is_not_modified(others) or is_uneditable(others) or is_stale_file(others))


def test_no_reason_is_longer_than_the_column_that_keeps_it() -> None:
    assert all(re.fullmatch(r"[a-z-]{1,40}", rule.reason) for rule in RULES)
