"""What became of a message after it was accepted, as the service tells it: late, twice, in any order."""

from datetime import UTC, datetime
from typing import Any

from feedbackbot.channels.raw_values import a_list, a_text, an_object
from feedbackbot.channels.whatsapp.reading import moment_of
from feedbackbot.channels.whatsapp.refusals import meaning_of
from feedbackbot.storage.pipeline.receipts import Receipt, Stage

Status = Receipt
_STAGES = {
    "sent": Stage.SENT,
    "delivered": Stage.DELIVERED,
    "read": Stage.READ,
    "played": Stage.READ,
    "failed": Stage.FAILED,
}
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST_ROW = 2**63 - 1


def read_status(raw: Any) -> Receipt | None:
    """None for what is no status. One of a kind nobody has told us of says nothing, and counts as accepted."""
    if not isinstance(raw, dict):
        return None
    ref, name = a_text(raw, "id", 128), a_text(raw, "status", 32)
    if not ref or not name:
        return None
    pricing = an_object(raw, "pricing")
    stage, code = _STAGES.get(name, Stage.ACCEPTED), _code(raw)
    failed = stage is Stage.FAILED
    row, place = _row(a_text(raw, "biz_opaque_callback_data", 64))
    return Receipt(
        message_ref=ref,
        row=row,
        stage=stage,
        at=moment_of(raw) or _BEGINNING,
        code=code,
        category=a_text(pricing, "category", 32) if pricing.get("billable") is True else "",
        last=not place,
        fate=meaning_of(code or 0).fate.value if failed and code else "unknown" if failed else "",
    )


def _row(text: str) -> tuple[int | None, str]:
    """Our own row, and "+" for a part that is not its last."""
    digits = text.removesuffix("+")
    if not (digits.isascii() and digits.isdecimal()) or not 0 < int(digits[:20]) <= _LARGEST_ROW:
        return None, ""
    return int(digits), text[len(digits) :]


def _code(raw: dict[str, Any]) -> int | None:
    for error in a_list(raw, "errors"):
        code = error.get("code") if isinstance(error, dict) else None
        if isinstance(code, int) and not isinstance(code, bool):
            return code
    return None
