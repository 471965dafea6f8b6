"""A citizen sends a case."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from feedbackbot.domain.cases.case import open_case
from feedbackbot.domain.cases.clock_events import next_clock_event
from feedbackbot.domain.cases.spam_limits import Later, SentCase, fingerprint, hold_back
from feedbackbot.domain.cases.terms import CaseEffect, Role
from feedbackbot.domain.cases.ticket_number import TICKET_NUMBERS, ticket_number
from feedbackbot.storage.cases.cases import CaseRow, NewCase, add_case, find_case, number_is_taken, sent_since
from feedbackbot.storage.cases.timeline import KeptFile, add_entry, is_flagged
from feedbackbot.storage.people.limits import Limit, kept_moments
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import spam_rules, working_time
from feedbackbot.usecases.cases.limits import rules_at
from feedbackbot.usecases.cases.tell_case import Happening, tell_effects

__all__ = ["NewCase"]

MOST_FILES = 5


def held_back(tx: Transaction, person_id: int, words: str) -> Later | None:
    """Whether the person has to wait with this case, and why."""
    rules = spam_rules(tx.settings)
    since = tx.now - max(rules.same_text_after, timedelta(days=2))
    # an erased case has no words to compare, but it was sent
    erased = [SentCase(at, "", "") for at, _ in kept_moments(tx, person_id, Limit.CASE)]
    flagged = is_flagged(tx, person_id) or bool(kept_moments(tx, person_id, Limit.FLAG))
    return hold_back(words, tx.now, [*sent_since(tx, person_id, since), *erased], flagged, rules)


def send_case(tx: Transaction, new: NewCase, files: Sequence[KeptFile]) -> CaseRow:
    """It has a number from here on, its clock runs, and the unit is told."""
    work, rules = working_time(tx, new.unit_id), rules_at(tx, new.unit_id, new.service_id, new.kind)
    case = open_case(new.kind, str(new.unit_id), tx.now, work, rules)
    event = next_clock_event(case, work, rules)
    case_id = add_case(tx, new, case, _free_number(tx), fingerprint(new.words), event.at if event else None)
    entry = add_entry(
        tx,
        case_id=case_id,
        actor=Role.CITIZEN.value,
        action="send",
        words=new.words,
        files=files[:MOST_FILES],
    )
    row = find_case(tx, case_id)
    assert row is not None  # noqa: S101  just made
    tell_effects(tx, Happening(row, entry, files[:MOST_FILES]), [CaseEffect.TELL_UNIT])
    return row


def _free_number(tx: Transaction) -> str:
    while True:
        number = ticket_number(secrets.randbelow(TICKET_NUMBERS))
        if not number_is_taken(tx, number):
            return number
