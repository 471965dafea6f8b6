"""What the service tells besides messages and statuses: of templates, of people who are called otherwise, of what they wish to hear."""

import re
from collections.abc import Sequence
from typing import Any

from feedbackbot.channels.raw_values import a_list, a_text
from feedbackbot.channels.whatsapp.addresses import NAME, address_of, is_user_id
from feedbackbot.channels.whatsapp.templates import take_news as of_template
from feedbackbot.domain.contact_policy import Subscription
from feedbackbot.domain.people.consents import MARKETING
from feedbackbot.storage.people.addresses import rename_address
from feedbackbot.storage.people.consents import add_consent
from feedbackbot.storage.people.contacts import find_chat
from feedbackbot.storage.pipeline.contact_history import set_opt_out
from feedbackbot.storage.pipeline.inbox import rename_chat
from feedbackbot.storage.transaction import Transaction
from feedbackbot.telemetry import get_logger

_log = get_logger(__name__)
News = Sequence[tuple[str, dict[str, Any]]]
_ADVERTISING = (Subscription.NEWS, Subscription.SUGGESTIONS)
_WORDING = 1
_NAME_THERE = re.compile(r"[a-z_]{1,60}|[A-Z_]{1,60}")


def take_news(tx: Transaction, news: News) -> None:
    """By subscription field. What nobody here waits for is logged by its field alone."""
    for field, value in news:
        if field == "user_id_update":
            for one in a_list(value, field):
                _renamed(tx, one)
        elif field == "user_preferences":
            for one in a_list(value, field):
                _preference(tx, one)
        elif not of_template(tx, field, value):
            _log.warning(
                "news of the account", field=_a_name(field), what=_a_name(a_text(value, "event", 60))
            )


def _a_name(text: str) -> str:
    """As the service names fields and events; anything else may be of somebody, and is not for a log."""
    return text if _NAME_THERE.fullmatch(text) else "?"


def _renamed(tx: Transaction, told: Any) -> None:
    """The only link from an old id to a new one; a message about a new number is none."""
    ids = told.get("user_id") if isinstance(told, dict) else None
    if not isinstance(ids, dict):
        return
    old, new = a_text(ids, "previous", 160), a_text(ids, "current", 160)
    if is_user_id(old) and is_user_id(new) and rename_address(tx, NAME, old, new):
        rename_chat(tx, NAME, old, new)


def _preference(tx: Transaction, told: Any) -> None:
    if not isinstance(told, dict) or told.get("category") != "marketing_messages":
        return
    where = address_of(a_text(told, "user_id", 160), a_text(told, "wa_id", 160))
    found = find_chat(tx, NAME, where) if where else None
    wish = told.get("value")
    if found is None or wish not in ("stop", "resume"):
        return
    person = found[0].person_id
    add_consent(tx, person, MARKETING, _WORDING, given=wish == "resume")
    for subscription in _ADVERTISING:
        set_opt_out(tx, person, subscription.value, off=wish == "stop")
