"""Why an employee is invited to a training: what citizens said of the own unit, as the head saw it when choosing the training."""

from dataclasses import dataclass
from datetime import timedelta

from feedbackbot.storage.improvement.improvements import improvements_of
from feedbackbot.storage.staff.employees import Employee, employee_by_id
from feedbackbot.storage.survey.daily_totals import unit_totals
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.improvement.open_cases import measure_of
from feedbackbot.usecases.reports.read_reports import today
from feedbackbot.usecases.staff.authority import require_employee


@dataclass(frozen=True, slots=True)
class WhyInvited:
    """`element` is "" where the training improves none. `mean` (1 to 4) of `n` ratings; None where too few citizens rated the unit.
    `chosen`: the training was picked for this unit's weak element."""

    element: str = ""
    unit: str = ""
    mean: float | None = None
    n: int = 0
    chosen: bool = False


def why_am_i_invited(tx: Transaction, person_id: int, training_id: int) -> WhyInvited:
    """Asked by an employee. Raises FeedbackbotError for anybody else."""
    me, training = require_employee(tx, person_id), training_by_id(tx, training_id)
    return _why(tx, me, training) if training else WhyInvited()


def why_invited(tx: Transaction, employee_id: int, training: Training) -> WhyInvited:
    """As it is said in the invitation itself."""
    employee = employee_by_id(tx, employee_id)
    return _why(tx, employee, training) if employee else WhyInvited(training.element or "")


def _why(tx: Transaction, employee: Employee, training: Training) -> WhyInvited:
    unit = unit_by_id(tx, employee.unit_id) if employee.unit_id else None
    if unit is None:
        return WhyInvited(training.element or "")
    for case in improvements_of(tx, [unit.id]):
        if case.training_id == training.id:
            return WhyInvited(case.element, unit.name, case.mean, case.n, chosen=True)
    if not training.element:
        return WhyInvited(unit=unit.name)
    last = today(tx)
    first = last - timedelta(days=tx.settings.loop_window_days - 1)
    totals = unit_totals(tx, unit.id, first, last, with_flagged=tx.settings.survey_count_flagged)
    measure = measure_of(totals, training.element)
    if measure is None or totals.n < tx.settings.loop_least_answers:
        return WhyInvited(training.element, unit.name)
    return WhyInvited(training.element, unit.name, measure.mean, totals.n)
