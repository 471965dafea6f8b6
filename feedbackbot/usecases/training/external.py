"""Learning elsewhere: an employee sends a certificate, an admin of the programme books its JP or refuses it with a reason."""

from datetime import date, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.training.jp_year import contract_year, counting_year
from feedbackbot.domain.training.notices import ExternalDecided, ExternalSent
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.staff.employees import Employee, employee_by_id
from feedbackbot.storage.training.credits import add_jp
from feedbackbot.storage.training.external import (
    External,
    ExternalState,
    NewExternal,
    add_external,
    decide_external,
    external_by_id,
    externals_of,
    is_known,
    waiting_externals,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.staff.authority import require_admin, require_employee
from feedbackbot.usecases.training.credits import today_in_city

__all__ = ["External", "ExternalState", "NewExternal"]

MOST_JP = 400
OLDEST_DAYS = 3 * 366
_MOST_SHOWN = 8
_LONGEST_REASON = 300


def send_external(tx: Transaction, person_id: int, new: NewExternal) -> int:
    """It waits for an admin, who is told. Raises FeedbackbotError for a day that cannot be, and for what was sent before."""
    me, today = require_employee(tx, person_id), today_in_city(tx)
    if not today - timedelta(days=OLDEST_DAYS) <= new.day <= today:
        raise FeedbackbotError("external-day-wrong")
    if is_known(tx, me.id, new):
        raise FeedbackbotError("external-known")
    external_id = add_external(tx, me.id, new)
    for admin in {*holders(tx, Role.PROGRAMME_ADMIN), *holders(tx, Role.SUPERADMIN)} - {person_id}:
        tell(tx, admin, ExternalSent(external_id))
    return external_id


def earlier_year(tx: Transaction, person_id: int, day: date) -> tuple[date, date] | None:
    """First and last day of the year that a day's JP count in, where that is over; None for the present one."""
    me = require_employee(tx, person_id)
    start = me.contract_start
    year = counting_year(me.kind, day, start)
    if year == counting_year(me.kind, today_in_city(tx), start):
        return None
    if start is not None and me.kind is EmployeeKind.PPPK:
        return contract_year(start, year)
    return date(year, 1, 1), date(year, 12, 31)


def own_externals(tx: Transaction, person_id: int) -> list[External]:
    """Newest first."""
    return externals_of(tx, require_employee(tx, person_id).id, _MOST_SHOWN)


def externals_waiting(tx: Transaction, admin_id: int) -> list[int]:
    """Ids of those that this admin may decide about: nobody decides about the own."""
    if not roles_of(tx, admin_id) & ADMINS:
        return []
    pairs = ((one, employee_by_id(tx, one.employee_id)) for one in waiting_externals(tx))
    return [one.id for one, who in pairs if who is not None and who.person_id != admin_id]


def external_to_decide(tx: Transaction, external_id: int) -> tuple[External, Employee] | None:
    """None where it was decided already."""
    found = external_by_id(tx, external_id)
    who = employee_by_id(tx, found.employee_id) if found else None
    if found is None or who is None or found.state is not ExternalState.WAITING:
        return None
    return found, who


def external_now(tx: Transaction, external_id: int) -> External | None:
    return external_by_id(tx, external_id)


def book_external(tx: Transaction, admin_id: int, external_id: int) -> External:
    """Its JP count from here on, once. Raises FeedbackbotError."""
    found = _decided(tx, admin_id, external_id, ExternalState.BOOKED, "")
    sent = found.sent
    cause = f"external:{external_id}"
    add_jp(tx, found.employee_id, sent.jp, sent.day, cause, note=sent.title, author_id=admin_id)
    record(tx, admin_id, "external-booked", f"employee:{found.employee_id}", after={"jp": sent.jp})
    return found


def refuse_external(tx: Transaction, admin_id: int, external_id: int, reason: str) -> External:
    """Raises FeedbackbotError."""
    found = _decided(tx, admin_id, external_id, ExternalState.REFUSED, shown_to_others(reason))
    record(tx, admin_id, "external-refused", f"employee:{found.employee_id}")
    return found


def _decided(tx: Transaction, admin_id: int, external_id: int, state: ExternalState, reason: str) -> External:
    require_admin(tx, admin_id)
    pair = external_to_decide(tx, external_id)
    if pair is None:
        raise FeedbackbotError("external-decided")
    found, who = pair
    if who.person_id == admin_id:
        raise FeedbackbotError("external-own")
    if not decide_external(tx, external_id, state, reason[:_LONGEST_REASON], admin_id):
        raise FeedbackbotError("external-decided")
    if who.person_id is not None:
        tell(tx, who.person_id, ExternalDecided(external_id))
    return found
