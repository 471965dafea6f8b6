"""What an error code means for the message and for the person: one table for refused calls and for failed statuses.

Only the code counts: throttles come as HTTP 400, a missing template as 404 (docs/whatsapp.md has the sources).
"""

from dataclasses import dataclass
from typing import Final

from feedbackbot.channels.http_exchange import NotCarried, PerhapsCarried
from feedbackbot.channels.whatsapp.client import CallFailed
from feedbackbot.delivery.channel import DeliveryStatus, Pauses, Sent


@dataclass(frozen=True, slots=True)
class Meaning:
    """`wait` in seconds where it is known; `pauses` what else must wait."""

    fate: DeliveryStatus
    reason: str
    wait: float | None = None
    pauses: Pauses = Pauses.NOTHING


def _each(meaning: Meaning, *codes: int) -> dict[int, Meaning]:
    return dict.fromkeys(codes, meaning)


_S = DeliveryStatus
_ALL, _BULK, _CHAT = Pauses.ALL, Pauses.BULK, Pauses.CHAT
_BROKEN = Meaning(_S.HELD, "template-broken")
MEANINGS: Final[dict[int, Meaning]] = {
    **_each(Meaning(_S.HALT, "token"), 0, 190, 3, 10, 131005, *range(200, 300)),
    **_each(Meaning(_S.HALT, "number"), 33, 133010, 131045, 131037),
    **_each(Meaning(_S.HALT, "account"), 368, 131031, 131042, 134011),
    **_each(Meaning(_S.LATER, "too-many", 5.0, _ALL), 4, 80007, 130429, 132069),
    **_each(Meaning(_S.LATER, "their-service", 10.0, _ALL), 2, 131016, 133004),
    131057: Meaning(_S.LATER, "maintenance", 60.0, _ALL),
    **_each(Meaning(_S.LATER, "spam-limit", 900.0, _BULK), 131048, 131064),
    131056: Meaning(_S.LATER, "too-many-to-one", 6.0, _CHAT),
    **_each(Meaning(_S.UNKNOWN, "their-fault"), 1, 131000),
    **_each(Meaning(_S.REJECTED, "bad-field"), 100, 131008, 131009, 131021, 135000),
    131051: Meaning(_S.REJECTED, "bad-kind"),
    131053: Meaning(_S.REJECTED, "bad-file"),
    131062: Meaning(_S.REJECTED, "needs-number"),
    132068: Meaning(_S.REJECTED, "form-blocked"),
    131026: Meaning(_S.GONE, "undeliverable"),
    130497: Meaning(_S.GONE, "country"),
    131030: Meaning(_S.GONE, "not-on-test-list"),
    130472: Meaning(_S.COOL, "experiment"),
    131049: Meaning(_S.COOL, "spared"),
    131047: Meaning(_S.WINDOW, "window-shut"),
    131050: Meaning(_S.OPTED_OUT, "opted-out"),
    **_each(_BROKEN, 132000, 132001, 132005, 132007, 132012, 132016, 132018, 131063),
    132015: Meaning(_S.HELD, "template-paused"),
}
BAD_FILE: Final = 131053
_UNHEARD_OF = Meaning(_S.REJECTED, "unheard-of")


def meaning_of(code: int) -> Meaning:
    """Of a code nobody has told us of: our mistake, until somebody looks."""
    return MEANINGS.get(code, _UNHEARD_OF)


def outcome(failure: CallFailed) -> Sent:
    """The fate of a message whose call failed."""
    if isinstance(failure, NotCarried):
        return Sent(DeliveryStatus.LATER, reason=f"not-sent-{failure.reason}")
    if isinstance(failure, PerhapsCarried):
        return Sent(DeliveryStatus.UNKNOWN, reason=failure.reason)
    meaning = meaning_of(failure.code)
    return Sent(
        meaning.fate,
        retry_after=meaning.wait,
        reason=f"{meaning.reason}-{failure.code}",
        pauses=meaning.pauses,
    )
