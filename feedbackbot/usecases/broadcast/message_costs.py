"""What messages cost this month where a chat service wants money for them, what still waits, and which approved texts cannot be used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from feedbackbot.domain.calendar import at_city, city_day
from feedbackbot.domain.contact_policy.templates import all_templates
from feedbackbot.errors import SettingsError
from feedbackbot.storage.pipeline.templates import TemplateState, all_template_states, paid_messages
from feedbackbot.storage.pipeline.windows import waiting_by_reason
from feedbackbot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class MessageCosts:
    """Since `since`: paid messages by category, what they cost in rupiah; messages that wait, by reason. `ceiling`: 0 for none."""

    since: datetime
    paid: Mapping[str, int]
    rupiah: int
    waiting: Mapping[str, int]
    ceiling: int

    @property
    def messages(self) -> int:
        return sum(self.paid.values())


def message_costs(tx: Transaction) -> MessageCosts:
    """Of the present month, over all chat services."""
    since = at_city(city_day(tx.now).replace(day=1), time())
    paid, prices = paid_messages(tx, since), prices_of(tx.settings.whatsapp_prices)
    dollars = sum(count * prices.get(category, prices["service"]) for category, count in paid.items())
    return MessageCosts(
        since,
        paid,
        round(dollars * tx.settings.rupiah_per_dollar),
        waiting_by_reason(tx),
        tx.settings.whatsapp_monthly_messages,
    )


def template_states(tx: Transaction) -> list[TemplateState]:
    """Those that are needed, as they were told to stand."""
    needed = {one.name for one in all_templates()}
    return [one for one in all_template_states(tx) if one.name in needed]


def prices_of(text: str) -> dict[str, float]:
    """ "service=0.025,marketing=0.0411" in dollars. Raises SettingsError."""
    try:
        found = {
            name.strip(): float(price) for name, _, price in (part.partition("=") for part in text.split(","))
        }
    except ValueError:
        found = {}
    if "service" not in found:
        raise SettingsError("FEEDBACKBOT_WHATSAPP_PRICES is wrong: written as service=0.025,marketing=0.0411")
    return found
