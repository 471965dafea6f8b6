"""Erase a person: shown before it is done; what counts in the index stays, tied to nobody."""

from dataclasses import dataclass

from feedbackbot.domain.cases.terms import Action
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.cases.cases import cases_of_person
from feedbackbot.storage.people.roles import grants_of
from feedbackbot.storage.privacy.erasing import (
    erase_everything,
    erased_again,
    finish_erasures,
    forget_messages_about,
)
from feedbackbot.storage.privacy.erasure_log import log_erasure
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.step_case import Step, citizen_steps
from feedbackbot.usecases.forum.leave_forum import leave_forum
from feedbackbot.usecases.privacy.data_export import rows_held
from feedbackbot.usecases.privacy.keep_limits import keep_limits
from feedbackbot.usecases.privacy.unlink_ratings import unlink_ratings

__all__ = ["finish_erasures"]


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """How much there is. `holds_role`: somebody on duty for the city must be relieved of it first."""

    ratings: int
    cases: int
    open_cases: int
    messages: int
    chats: int
    holds_role: bool


def preview_erasing(tx: Transaction, person_id: int) -> ErasePreview:
    """Changes nothing."""
    rows = rows_held(tx, person_id)
    cases = cases_of_person(tx, person_id, 1000)
    return ErasePreview(
        len(rows.get("response", [])),
        len(cases),
        sum(row.case.state.is_open for row in cases),
        len(rows.get("outbox", [])),
        len(rows.get("address", [])),
        bool(grants_of(tx, person_id)),
    )


def erase_person(tx: Transaction, person_id: int, address_id: int) -> int | None:
    """Open cases are withdrawn, ratings unlinked, everything else goes but what keeps limits; the erasure log tells a restored backup.
    Returns how many ratings still count, None where all was erased before (a second tap). Raises `FeedbackbotError` while the person
    holds a role."""
    if grants_of(tx, person_id):
        raise FeedbackbotError("erase-holds-role")
    if erased_again(tx, person_id, address_id):
        return None
    keep_limits(tx, person_id)
    forget_messages_about(tx, person_id)
    for row in cases_of_person(tx, person_id, 1000):
        if row.case.state.is_open:
            citizen_steps(tx, person_id, row.id, Step(Action.WITHDRAW))
    log_erasure(tx, person_id)
    leave_forum(tx, person_id)
    kept = unlink_ratings(tx, person_id)
    erase_everything(tx, person_id, address_id)
    return kept
