"""Carry out again, in a restored database, the erasures made since its backup."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from feedbackbot.storage.people.roles import end_grant, grants_of
from feedbackbot.storage.privacy.erasing import finish_erasures
from feedbackbot.storage.privacy.erasure_log import ErasedAddress, addresses_of, not_logged, put_down
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.privacy.erase_person import erase_person


def repeat_erasures(tx: Transaction, erased: Collection[ErasedAddress]) -> int:
    """Whoever of `erased` is still here goes, with all addresses; returns how many people. Done twice, it does nothing more."""
    fresh = not_logged(tx, erased)
    found = addresses_of(tx, fresh) if fresh else {}
    for person_id, address_id in found.items():
        for grant in grants_of(tx, person_id):  # given up before erasing, as everybody must
            end_grant(tx, grant.id)
        erase_person(tx, person_id, address_id)
    put_down(tx, fresh)
    # nothing is said to them again
    finish_erasures(replace(tx, now=tx.now + timedelta(seconds=1)))
    return len(found)
