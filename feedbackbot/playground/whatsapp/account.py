"""The business behind the number: the ids and secrets that a bot is given, and what the account may do.

The secrets open nothing but this server.
"""

from dataclasses import asdict, dataclass, fields
from typing import Any

from feedbackbot.playground.cannot_do import CannotDo

PHONE_ID = "106500000000001"
ACCOUNT_ID = "102200000000002"
BUSINESS_ID = "100100000000003"
NUMBER = "6264540000"
COUNTRY_CODE = "62"
ACCESS_TOKEN = "PLAYwhatsapp"  # noqa: S105
APP_SECRET = "play-app-secret"  # noqa: S105
VERIFY_TOKEN = "play-verify-token"  # noqa: S105
KEY_HEADER = "D360-API-KEY"
VERSION = "v26.0"
ROUTE = "/webhook/whatsapp"


@dataclass(slots=True)
class Account:
    """What can be set from the panel. Rates: USD a message; Indonesia, October 2026."""

    portfolio_limit: int = 2_000
    """People outside their window who may be written to within 24 hours."""
    free_a_month: int = 1_000
    """Delivered non-template messages that cost nothing."""
    has_payment: bool = True
    approver: str = "waits"
    """`approves`: new templates are approved at once."""
    pair_burst: int = 45
    """Messages to one person that may go at once; 0 ends the limit."""
    pair_seconds: float = 6.0
    per_second: int = 80
    """Messages in and out; 0 ends the limit."""
    read_receipts: bool = True
    service_usd: float = 0.025
    utility_usd: float = 0.025
    authentication_usd: float = 0.025
    marketing_usd: float = 0.0411
    idr_per_usd: float = 16_500.0

    def change(self, given: dict[str, Any]) -> None:
        """Take over what is given. Raises `CannotDo` for what does not exist or has another type."""
        kinds = {field.name: type(getattr(self, field.name)) for field in fields(self)}
        for name, value in given.items():
            kind = kinds.get(name)
            fits = kind is not None and (isinstance(value, kind) or (kind is float and type(value) is int))
            if kind is None or not fits:
                raise CannotDo(f"{name} cannot be set to {value!r}", 400)
            setattr(self, name, kind(value))

    def usd(self, category: str) -> float:
        """What a billable message of that category costs."""
        return float(getattr(self, f"{category}_usd", self.service_usd))

    def as_json(self) -> dict[str, Any]:
        """As the panel reads it."""
        return asdict(self)
