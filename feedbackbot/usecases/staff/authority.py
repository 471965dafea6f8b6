"""Who may run the programme, and who is the head of whom."""

from feedbackbot.domain.people.roles import ADMINS, Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.staff.employees import Employee, employee_of
from feedbackbot.storage.transaction import Transaction


def require_admin(tx: Transaction, person_id: int) -> None:
    """Raises FeedbackbotError for whoever is no programme admin (any more)."""
    if not roles_of(tx, person_id) & ADMINS:
        raise FeedbackbotError("training-not-admin")


def require_employee(tx: Transaction, person_id: int) -> Employee:
    """Raises FeedbackbotError for whoever is not linked (any more)."""
    found = employee_of(tx, person_id)
    if found is None:
        raise FeedbackbotError("training-not-linked")
    return found


def heads_of(tx: Transaction, employee: Employee) -> list[int]:
    """Person ids of the heads of the employee's unit, the employee aside: nobody agrees to the own absence."""
    if employee.unit_id is None:
        return []
    return [one for one in holders(tx, Role.HEAD, employee.unit_id) if one != employee.person_id]
