"""Who wishes to be invited after a visit, by the hash of a number or a code."""

from sqlalchemy import delete, select

from feedbackbot.storage.transaction import Transaction, upsert
from feedbackbot.storage.visits.tables import visit_contact

_c = visit_contact.c


def keep_contact(tx: Transaction, person_id: int, kind: str, hashed: str) -> None:
    """One of each kind a person; a number that somebody else shared before is whose it was shown to be last."""
    drop_contacts(tx, person_id, kind)
    row = {"person_id": person_id, "kind": kind, "hash": hashed, "made_at": tx.now}
    kept = upsert(tx, visit_contact).values(row)
    tx.run(
        kept.on_conflict_do_update(index_elements=["hash"], set_={"person_id": person_id, "made_at": tx.now})
    )


def contact_kinds(tx: Transaction, person_id: int) -> frozenset[str]:
    return frozenset(tx.run(select(_c.kind).where(_c.person_id == person_id)).scalars())


def drop_contacts(tx: Transaction, person_id: int, kind: str = "") -> None:
    """All of the person, or those of one kind."""
    mine = _c.person_id == person_id
    tx.run(delete(visit_contact).where(mine & (_c.kind == kind) if kind else mine))


def person_by_contact(tx: Transaction, hashed: str) -> int | None:
    return tx.run(select(_c.person_id).where(_c.hash == hashed)).scalar_one_or_none()
