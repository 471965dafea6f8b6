"""What a head sees of an improvement case, and the one button that invites the staff."""

from collections.abc import Sequence
from dataclasses import dataclass

from feedbackbot.domain.people.roles import ADMINS
from feedbackbot.domain.training.audience import Audience
from feedbackbot.errors import FeedbackbotError
from feedbackbot.reports.figures import ReportUnit, report_units
from feedbackbot.storage.improvement.improvements import (
    Improvement,
    change_improvement,
    improvement_by_id,
    improvements_of,
)
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.people.roles import grants_of
from feedbackbot.storage.staff.employees import employees_of_unit
from feedbackbot.storage.training.alive import alive_trainings
from feedbackbot.storage.training.enrolments import standing_of_unit
from feedbackbot.storage.training.trainings import Training, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.reports.read_reports import own_units, readable_unit
from feedbackbot.usecases.training.inviting import begin_to_invite

__all__ = ["CaseView", "Improvement", "improvement_by_id", "invite_staff", "loop_view", "loops_to_see"]

_SHOWN = 20
_TRAININGS = 5


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with the trainings that fit it and how the unit's staff stand. `staff`: active employees of that unit."""

    case: Improvement
    unit: ReportUnit
    trainings: Sequence[Training]
    staff: int
    invited: int
    seated: int
    completed: int


def loop_view(tx: Transaction, person_id: int, improvement_id: int) -> CaseView:
    """Raises FeedbackbotError for a case that is none, or not this person's to see."""
    case = improvement_by_id(tx, improvement_id)
    if case is None:
        raise FeedbackbotError("report-not-yours")
    unit = readable_unit(tx, person_id, case.unit_id)
    counts = standing_of_unit(tx, case.training_id, unit.id) if case.training_id else (0, 0, 0)
    return CaseView(case, unit, _fitting(tx, case.element), len(employees_of_unit(tx, unit.id)), *counts)


def loops_to_see(tx: Transaction, person_id: int) -> list[tuple[Improvement, ReportUnit]]:
    """Newest first: of all units for admins, else of the own."""
    everything = bool({grant.role.value for grant in grants_of(tx, person_id)} & ADMINS)
    units = {unit.id: unit for unit in (report_units(tx) if everything else own_units(tx, person_id))}
    found = improvements_of(tx, list(units))
    return [(one, units[one.unit_id]) for one in found[:_SHOWN]]


def invite_staff(tx: Transaction, person_id: int, improvement_id: int, training_id: int) -> int:
    """Invite the unit's active staff (the trainings' own job sends and follows up); returns how many were not invited before.

    Raises FeedbackbotError where the training does not fit or is over, or the unit has no staff in the registry.
    """
    view = loop_view(tx, person_id, improvement_id)
    chosen = training_by_id(tx, training_id)
    if chosen is None or chosen.id not in {one.id for one in view.trainings}:
        raise FeedbackbotError("loop-training-gone")
    if view.staff == 0:
        raise FeedbackbotError("loop-no-staff", unit=view.unit.short_name)
    if view.case.closed_at is not None:
        raise FeedbackbotError("loop-is-closed")
    invited = begin_to_invite(tx, chosen.id, Audience(unit_id=view.unit.id))
    change_improvement(tx, improvement_id, measure=chosen.title, training_id=chosen.id)
    after = {"training": chosen.id, "invited": invited}
    record(tx, person_id, "loop-invited", f"improvement:{improvement_id}", after=after)
    return invited


def _fitting(tx: Transaction, element: str) -> list[Training]:
    found = alive_trainings(tx, element=element)
    return [one for one in found if one.is_open(tx.now)][:_TRAININGS]
