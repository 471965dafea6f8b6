"""Words to an admin about an admin's work: no contact policy holds them back, and no cap counts them."""

from collections.abc import Callable

from feedbackbot.delivery.notify import Translate
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.message import Message
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.people.contacts import ChatState, reach
from feedbackbot.storage.pipeline.outbox import Lane, add_message
from feedbackbot.storage.transaction import Transaction

KIND = "admin"


def tell_admin(
    tx: Transaction, catalogue: Catalogue, person_id: int, write: Callable[[Translate], Message]
) -> bool:
    """In the reader's language, at the newest live address; False where there is none."""
    found = reach(tx, person_id)
    if found is None:
        return False

    def translate(key: str, /, **values: Value) -> str:
        return catalogue.text(found.language, key, **values)

    body = as_outgoing(write(translate), ChatState(), page=0, pages=("", "")).to_json()
    return add_message(
        tx, channel=found.channel, address_id=found.address_id, lane=Lane.REMINDER, kind=KIND, body=body
    )
