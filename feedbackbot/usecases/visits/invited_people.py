"""People who wish to be invited after a visit: they say by what a unit's application may name them, and are invited in their chat."""

import secrets

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.visits.contact import (
    ContactKind,
    contact_hash,
    new_reference,
    normal_contact,
    shown_reference,
)
from feedbackbot.domain.visits.notices import VisitInvitation
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.storage.visits.contacts import (
    contact_kinds,
    drop_contacts,
    keep_contact,
    person_by_contact,
)
from feedbackbot.storage.visits.service_visits import VisitRow
from feedbackbot.usecases.survey.rate_unit import earlier_rating, voice_counts_until


def how_invited(tx: Transaction, person_id: int) -> frozenset[str]:
    """By what the person can be named now: values of `ContactKind`."""
    return contact_kinds(tx, person_id)


def invite_by_number(tx: Transaction, person_id: int, phone: str) -> bool:
    """`phone` must be the sender's own, as the chat service vouches for it. False for what is no number."""
    try:
        number = normal_contact(ContactKind.NUMBER, phone if phone.startswith(("+", "0")) else f"+{phone}")
    except WrongValue:
        return False
    _keep(tx, person_id, ContactKind.NUMBER, number)
    return True


def invite_by_reference(tx: Transaction, person_id: int) -> str:
    """A code to give to offices in place of the number; an older one is void. It is told once."""
    code = new_reference(secrets.randbelow)
    _keep(tx, person_id, ContactKind.REFERENCE, code)
    return shown_reference(code)


def invite_no_more(tx: Transaction, person_id: int) -> None:
    drop_contacts(tx, person_id)


def invite_known(tx: Transaction, visit: VisitRow, token: str, kind: ContactKind, normal: str) -> None:
    """To whoever wished it under this number or code, unless their rating counts already. Nothing tells the caller, or is kept of, whether
    there was somebody."""
    person_id = person_by_contact(tx, contact_hash(tx.settings.require_key(), kind, normal))
    unit = unit_by_id(tx, visit.unit_id)
    if person_id is None or unit is None:
        return
    earlier = earlier_rating(tx, person_id, visit.unit_id)
    if (earlier and earlier.complete) or voice_counts_until(tx, person_id, visit.unit_id):
        return
    # the moments of the row would tell which visit it was
    tell(tx, person_id, VisitInvitation(unit.name, token), expires=visit.expires_at, blurred=True)


def _keep(tx: Transaction, person_id: int, kind: ContactKind, normal: str) -> None:
    keep_contact(tx, person_id, kind.value, contact_hash(tx.settings.require_key(), kind, normal))
