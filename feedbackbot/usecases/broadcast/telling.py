"""Words to an admin about an admin's work: no contact policy holds them back, and no cap counts them."""

from collections.abc import Callable

from sqlalchemy import select

from feedbackbot.delivery.notify import Translate
from feedbackbot.dialogue.buttons import as_outgoing
from feedbackbot.dialogue.message import Message
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.people.contacts import ChatState
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.outbox import Lane, add_message
from feedbackbot.storage.transaction import Transaction

KIND = "admin"


def tell_admin(
    tx: Transaction, catalogue: Catalogue, person_id: int, write: Callable[[Translate], Message]
) -> bool:
    """In the reader's language, at the newest live address; False where there is none."""
    found = tx.run(
        select(address.c.id, address.c.channel, person.c.language)
        .join(person)
        .where(address.c.person_id == person_id, address.c.gone_at.is_(None))
        .order_by(address.c.id.desc())
    ).first()
    if found is None:
        return False

    def translate(key: str, /, **values: Value) -> str:
        return catalogue.text(found.language, key, **values)

    body = as_outgoing(write(translate), ChatState(), page=0, pages=("", "")).to_json()
    return add_message(
        tx, channel=found.channel, address_id=found.id, lane=Lane.REMINDER, kind=KIND, body=body
    )
