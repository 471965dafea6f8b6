"""A person with the other app: number, business-scoped user id, and what her phone shows."""

import secrets
import string
from collections import OrderedDict, deque
from typing import Any

FIRST_ID = 500_000_001
WINDOW_SECONDS = 24 * 3600
_LETTERS = string.ascii_uppercase + string.digits


def new_user_id() -> str:
    """A business-scoped user id: country, dot, letters and digits."""
    return "ID." + "".join(secrets.choice(_LETTERS) for _ in range(20))


class Resident:
    """One account. `number` is digits with the country code, without plus."""

    __slots__ = (
        "blocked", "flows", "gone", "heard_at", "hidden", "id", "letters", "marketing", "name", "number",
        "offline", "receipts", "received", "role_hint", "stored", "unread", "user_id", "username",
    )  # fmt: skip

    def __init__(
        self, person_id: int, name: str, number: str, username: str | None, role_hint: str | None
    ) -> None:
        self.id = person_id
        self.name = name
        self.number = number
        self.username = username
        self.role_hint = role_hint
        self.user_id = new_user_id()
        self.hidden = False
        self.blocked = False
        self.gone = False
        self.offline = False
        self.receipts = True
        self.marketing = True
        self.heard_at: int | None = None
        self.unread = 0
        self.received = 0
        self.letters: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self.stored: deque[Any] = deque()
        """Messages that wait for the phone to be online again."""
        self.flows: dict[str, int] = {}
        """Answered forms by their token."""

    def window_left(self, now: int) -> int:
        """Seconds until the window shuts, 0 when it is shut."""
        return max(0, self.heard_at + WINDOW_SECONDS - now) if self.heard_at is not None else 0

    def profile(self) -> dict[str, Any]:
        """As the page gets it."""
        return {
            "id": self.id,
            "app": "whatsapp",
            "name": self.name,
            "phone": f"+{self.number}",
            "user_id": self.user_id,
            "username": self.username,
            "role_hint": self.role_hint,
            "hidden": self.hidden,
            "blocked": self.blocked,
            "deactivated": self.gone,
            "offline": self.offline,
            "marketing": self.marketing,
            "heard_at": self.heard_at,
            "unread": self.unread,
        }
