"""What was sent, what became of it and what it cost, for tests that count and for the meter on the page."""

from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from typing import Any

from feedbackbot.playground.whatsapp.account import Account

SERVICE = "service"
# A status never goes back, but failed wins over sent.
ORDER = ("accepted", "sent", "delivered", "read")


@dataclass(slots=True)
class Sent:
    """One message that the server took. `dropped`: the bot was never answered. `category` is what it is billed as."""

    id: str
    person: int | None
    to: str
    kind: str
    category: str
    text: str | None
    template: str | None
    callback: str | None
    at: int
    billable: bool
    pricing_type: str
    status: str = "accepted"
    code: int | None = None
    dropped: bool = False
    history: list[str] = field(default_factory=list)

    def pricing(self) -> dict[str, Any]:
        """`pricing` of a status."""
        return {
            "billable": self.billable,
            "pricing_model": "PMP",
            "type": self.pricing_type,
            "category": self.category,
        }

    def as_json(self) -> dict[str, Any]:
        """One line of `GET /play/wa/sends`."""
        return {name: getattr(self, name) for name in self.__slots__}


class Ledger:
    """The newest `most` messages, and totals since the start."""

    def __init__(self, account: Account, most: int) -> None:
        self.account = account
        self.most = most
        self.sends: OrderedDict[str, Sent] = OrderedDict()
        self.refusals: Counter[int] = Counter()
        self.statuses: Counter[str] = Counter()
        self.billed: Counter[str] = Counter()
        self.free = 0
        self.total = 0
        self._month = ""
        self.free_used = 0

    def price(self, category: str, month: str) -> tuple[bool, str]:
        """Whether a message of that category would cost now, and the `type` of its price."""
        if month != self._month:
            self._month, self.free_used = month, 0
        if category == SERVICE and self.free_used < self.account.free_a_month:
            return False, "free_customer_service"
        return True, "regular"

    def keep(self, sent: Sent) -> None:
        """A message was taken."""
        self.total += 1
        self.sends[sent.id] = sent
        if len(self.sends) > self.most:
            self.sends.popitem(last=False)

    def happened(self, sent: Sent, status: str, code: int | None = None) -> None:
        """A status of it. What is delivered is billed, once."""
        before = set(sent.history)
        sent.history.append(status)
        self.statuses[status] += 1
        if status in ("delivered", "read") and not before & {"delivered", "read"}:
            self._bill(sent)
        if status == "failed":
            sent.status, sent.code = status, code
        elif sent.status in ORDER and ORDER.index(status) > ORDER.index(sent.status):
            sent.status = status

    def _bill(self, sent: Sent) -> None:
        if sent.billable:
            self.billed[sent.category] += 1
        else:
            self.free += 1
            self.free_used += 1

    def costs(self) -> dict[str, Any]:
        """`{"billed": {category: count}, "free": …, "usd": …, "idr": …}`."""
        usd = sum(count * self.account.usd(category) for category, count in self.billed.items())
        return {
            "billed": dict(self.billed),
            "free": self.free,
            "usd": round(usd, 4),
            "idr": round(usd * self.account.idr_per_usd),
        }

    def as_json(self) -> dict[str, Any]:
        """The counts of `GET /play/wa/metrics`."""
        return {
            "sends": self.total,
            "statuses": dict(self.statuses),
            "refusals": {str(code): count for code, count in self.refusals.items()},
            "costs": self.costs(),
        }
