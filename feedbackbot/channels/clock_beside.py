"""Whether this machine's clock agrees with a chat service's: where the database is a file there is no other to compare with."""

from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import Final

from feedbackbot.channels.http_exchange import SaidTime
from feedbackbot.channels.service import Finding, Health

_SKEW_SECONDS: Final = 5.0
_WHOLE_SECONDS: Final = 1.0
"""What the header leaves out."""


def clock_beside(name: str, said: SaidTime | None) -> Sequence[Finding]:
    """Nothing where the service told no time. What the way takes is not held against anybody."""
    if said is None:
        return []
    try:
        theirs = parsedate_to_datetime(said.header).timestamp()
    except (TypeError, ValueError, OverflowError):
        return []
    apart = max(0.0, said.asked_at - (theirs + _WHOLE_SECONDS), theirs - said.answered_at)
    what = f"{name} clock"
    if apart > _SKEW_SECONDS:
        return [
            Finding(what, Health.WRONG, f"{apart:.0f} s apart from this machine's", "switch time synchronisation on")
        ]  # fmt: skip
    return [Finding(what, Health.GOOD, "agrees with this machine's")]
