"""Tie a chat to an employee: by the shared phone number, or by a code that an admin made."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.people.link_code import (
    GUESSES_WITHIN,
    VALID_FOR,
    LinkVerdict,
    may_guess_at,
    new_link_code,
    shown_link_code,
)
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.staff.nip import parse_nip
from feedbackbot.domain.staff.notices import LinkMovedAway
from feedbackbot.domain.staff.phone import normal_phone, phone_hash
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.one_time_codes import keep_code, use_code, why_not
from feedbackbot.storage.pipeline.command_lists import relist_commands
from feedbackbot.storage.staff.employees import (
    Employee,
    count_failure,
    employee_by_id,
    employee_by_nip,
    employee_of,
    employees_by_phone,
    failures_since,
    link,
    lock_employee,
    unlink,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin

PURPOSE = "employee"


class LinkOutcome(StrEnum):
    """What an attempt came to; the values end the catalogue keys `link-…`."""

    LINKED = "linked"
    UNKNOWN_NUMBER = "unknown-number"
    SHARED_NUMBER = "shared-number"  # several employees have it
    WRONG_CODE = "wrong-code"
    USED_CODE = "used-code"
    EXPIRED_CODE = "expired-code"
    LATER = "later"  # too many failures


@dataclass(frozen=True, slots=True)
class Linking:
    """`employee` is set where it worked, `former` whose chat they were linked to until now; `again_at` where guessing is limited."""

    outcome: LinkOutcome
    employee: Employee | None = None
    again_at: datetime | None = None
    former: int | None = None


def link_by_phone(tx: Transaction, person_id: int, phone: str) -> Linking:
    """`phone` must be the sender's own, as the chat service vouches for it."""
    if limited := _limited(tx, person_id):
        return limited
    try:
        found = employees_by_phone(tx, phone_hash(normal_phone(_with_plus(phone)), tx.settings.require_key()))
    except WrongValue:
        found = []
    if len(found) == 1:
        return _tie(tx, found[0], person_id)
    count_failure(tx, person_id)
    return Linking(LinkOutcome.SHARED_NUMBER if found else LinkOutcome.UNKNOWN_NUMBER)


def _with_plus(phone: str) -> str:
    """A chat service tells numbers with country code, with or without the plus."""
    return phone if phone.startswith(("+", "0")) else f"+{phone}"


def link_by_code(tx: Transaction, person_id: int, code: str) -> Linking:
    """The code works once. What was wrong with it is told, but not whose it was."""
    if limited := _limited(tx, person_id):
        return limited
    subject = use_code(tx, code, PURPOSE)
    employee = employee_by_id(tx, int(subject)) if subject else None
    if employee is not None and employee.active:
        return _tie(tx, employee, person_id)
    count_failure(tx, person_id)
    reasons = {LinkVerdict.USED: LinkOutcome.USED_CODE, LinkVerdict.EXPIRED: LinkOutcome.EXPIRED_CODE}
    return Linking(reasons.get(why_not(tx, code, PURPOSE), LinkOutcome.WRONG_CODE))


def _limited(tx: Transaction, person_id: int) -> Linking | None:
    again_at = may_guess_at(failures_since(tx, person_id, tx.now - GUESSES_WITHIN), tx.now)
    return Linking(LinkOutcome.LATER, again_at=again_at) if again_at > tx.now else None


def _tie(tx: Transaction, employee: Employee, person_id: int) -> Linking:
    lock_employee(tx, employee.id)
    fresh = employee_by_id(tx, employee.id) or employee
    if fresh.person_id == person_id:
        return Linking(LinkOutcome.LINKED, fresh)
    if fresh.person_id is not None:
        unlink(tx, fresh.person_id)
        relist_commands(tx, fresh.person_id)
        tell(tx, fresh.person_id, LinkMovedAway())
    unlink(tx, person_id)
    link(tx, employee.id, person_id)
    relist_commands(tx, person_id)
    return Linking(LinkOutcome.LINKED, employee_by_id(tx, employee.id) or fresh, former=fresh.person_id)


def undo_link(tx: Transaction, person_id: int) -> bool:
    """False where there is none."""
    if employee_of(tx, person_id) is None:
        return False
    unlink(tx, person_id)
    relist_commands(tx, person_id)
    return True


@dataclass(frozen=True, slots=True)
class MadeCode:
    """`code` to read out ("ABCDE-FGHJK"), `payload` for a deep link."""

    employee: Employee
    code: str
    payload: str
    expires_at: datetime


def make_link_code(tx: Transaction, admin_id: int, typed_nip: str) -> MadeCode:
    """A code for one employee; an older unused one is void. Raises FeedbackbotError for who is not in the registry."""
    require_admin(tx, admin_id)
    nip = parse_nip(typed_nip, today=tx.now.date())
    employee = employee_by_nip(tx, nip.digits)
    if employee is None or not employee.active:
        raise FeedbackbotError("code-no-such-employee")
    code = new_link_code(secrets.randbelow)
    keep_code(tx, code, PURPOSE, str(employee.id), VALID_FOR)
    record(tx, admin_id, "link-code-made", f"employee:{employee.id}")
    return MadeCode(employee, shown_link_code(code), f"kode_{code}", tx.now + VALID_FOR)


def profile_of(tx: Transaction, person_id: int) -> Employee | None:
    return employee_of(tx, person_id)
