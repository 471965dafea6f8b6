"""Answers that a unit gives often: its head keeps them, its officers use them."""

from feedbackbot.domain.cases.lifecycle import CaseRefusal
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.cases.ready_replies import (
    ReadyReply,
    add_ready_reply,
    drop_ready_reply,
    ready_replies,
    ready_reply_by_id,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import units_of
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import UnitRow, unit_by_id
from feedbackbot.usecases.cases.staff import role_at

__all__ = ["ReadyReply"]

KEEPERS = frozenset({Role.HEAD.value, Role.UNIT_ADMIN.value})
LONGEST_TITLE, LONGEST_WORDS, MOST_REPLIES = 40, 900, 20


def kept_units(tx: Transaction, person_id: int) -> list[UnitRow]:
    """Units whose replies this person keeps."""
    own = units_of(tx, person_id, Role.HEAD, Role.UNIT_ADMIN)
    return [unit for one in sorted(own) if (unit := unit_by_id(tx, one)) is not None]


def replies_of(tx: Transaction, person_id: int, unit_id: int) -> list[ReadyReply]:
    """Raises `CaseRefusal` for whoever has no desk at the unit."""
    if role_at(tx, person_id, unit_id) is None:
        raise CaseRefusal("case-unknown")
    return ready_replies(tx, unit_id)


def keep_reply(tx: Transaction, person_id: int, unit_id: int, title: str, words: str) -> None:
    """Raises `CaseRefusal` for whoever does not keep them, and where there are too many."""
    _require_keeper(tx, person_id, unit_id)
    if len(ready_replies(tx, unit_id)) >= MOST_REPLIES:
        raise CaseRefusal("ready-too-many")
    title = " ".join(shown_to_others(title).split())[:LONGEST_TITLE]
    reply_id = add_ready_reply(tx, unit_id, title, shown_to_others(words)[:LONGEST_WORDS], person_id)
    record(tx, person_id, "ready-reply-kept", f"unit:{unit_id}", after={"reply": reply_id})


def drop_reply(tx: Transaction, person_id: int, reply_id: int) -> None:
    """Raises `CaseRefusal`."""
    found = ready_reply_by_id(tx, reply_id)
    if found is None:
        raise CaseRefusal("ready-gone")
    _require_keeper(tx, person_id, found.unit_id)
    drop_ready_reply(tx, reply_id)
    record(tx, person_id, "ready-reply-dropped", f"unit:{found.unit_id}", before={"reply": reply_id})


def _require_keeper(tx: Transaction, person_id: int, unit_id: int) -> None:
    if unit_id not in units_of(tx, person_id, Role.HEAD, Role.UNIT_ADMIN):
        raise CaseRefusal("case-not-allowed")
