"""What waits for somebody today, as their home counts it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from feedbackbot.domain.home.homes import TASKS, Task, home_shown
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.training.enrolment import State
from feedbackbot.storage.broadcast.waiting import awaiting_approval, drafts_of, overdue_of
from feedbackbot.storage.cases.cases import cases_of_person
from feedbackbot.storage.imports.received_imports import planned_of
from feedbackbot.storage.people.contacts import roles_of
from feedbackbot.storage.people.homes import choose_home, chosen_home
from feedbackbot.storage.people.roles import units_of
from feedbackbot.storage.training.attendance import present_at
from feedbackbot.storage.training.enrolments import enrolments_in
from feedbackbot.storage.training.trainings import sessions_between
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id
from feedbackbot.usecases.cases.read_cases import Pile, desk_of
from feedbackbot.usecases.cases.relay import low_scores_waiting
from feedbackbot.usecases.cases.tips import new_tips
from feedbackbot.usecases.forum.moderate import statements_to_moderate
from feedbackbot.usecases.incentives.rewards import waiting_claims
from feedbackbot.usecases.survey.rate_unit import unfinished_rating
from feedbackbot.usecases.training.browsing import unanswered
from feedbackbot.usecases.training.external import externals_waiting
from feedbackbot.usecases.training.learning import courses_for
from feedbackbot.usecases.training.rsvp import consents_waiting

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """`ids` are what waits, `count` how much; `name` says of which unit where it is one."""

    task: Task
    count: int
    ids: Sequence[int] = ()
    name: str = ""


def home_of(tx: Transaction, person_id: int) -> str:
    """The home that is shown: the one chosen last, as long as its role is held."""
    return home_shown(roles_of(tx, person_id), chosen_home(tx, person_id))


def change_home(tx: Transaction, person_id: int, home: str) -> str:
    """Returns the home that is shown from now on: another one where the role is not held (any more)."""
    shown = home_shown(roles_of(tx, person_id), home)
    choose_home(tx, person_id, shown)
    return shown


def units_at_home(tx: Transaction, person_id: int, home: str) -> list[str]:
    """Names of the units for which this role is held."""
    if home not in set(Role):
        return []
    found = (unit_by_id(tx, one) for one in sorted(units_of(tx, person_id, Role(home))))
    return [one.short_name for one in found if one is not None]


def waiting_at(tx: Transaction, person_id: int, home: str) -> list[Waiting]:
    """What is there to do, the most pressing first; nothing of which there is none."""
    tasks = TASKS[home]
    piles = desk_of(tx, person_id) if _PILES.keys() & set(tasks) else {}
    counted = [
        Waiting(task, piles[_PILES[task]]) if task in _PILES else _COUNTED[task](tx, person_id, task)
        for task in tasks
    ]
    return [one for one in counted if one.count]


_Counted = Callable[[Transaction, int, Task], Waiting]
_PILES = {
    Task.CASES_OVERDUE: Pile.OVERDUE,
    Task.CASES_TODAY: Pile.TODAY,
    Task.CASES_NEW: Pile.NEW,
}
"""Counted together: the desk is read once for all of them."""


def _ids(find: Callable[[Transaction, int], Sequence[int]]) -> _Counted:
    def count(tx: Transaction, person_id: int, task: Task) -> Waiting:
        found = find(tx, person_id)
        return Waiting(task, len(found), found)

    return count


def _low_scores(tx: Transaction, person_id: int) -> list[int]:
    return [one.id for one in low_scores_waiting(tx, person_id)]


def _consents(tx: Transaction, person_id: int) -> list[int]:
    return [one.id for one in consents_waiting(tx, person_id)]


def _claims(tx: Transaction, person_id: int) -> list[int]:
    return [claim.id for claim, _ in waiting_claims(tx, person_id)]


def _sessions(tx: Transaction, person_id: int) -> list[int]:
    """Of the last day, where not everybody with a seat is noted present."""
    found = []
    for session in sessions_between(tx, tx.now - _DAY, tx.now):
        seated = {one.employee_id for one in enrolments_in(tx, session.training_id, (State.SEATED,))}
        if session.starts_at <= tx.now and seated - present_at(tx, session.id):
            found.append(session.id)
    return found


def _invitations(tx: Transaction, person_id: int) -> list[int]:
    return [one.training.id for one in unanswered(tx, person_id)]


def _courses(tx: Transaction, person_id: int) -> list[int]:
    """Begun and not passed."""
    return [
        training.id
        for training, progress in courses_for(tx, person_id)
        if progress is not None and progress.passed_at is None
    ]


def _questions(tx: Transaction, person_id: int) -> list[int]:
    """Own cases in which the unit waits for a word of the citizen."""
    return [row.id for row in cases_of_person(tx, person_id) if row.case.state.waits_for_citizen]


def _rating(tx: Transaction, person_id: int, task: Task) -> Waiting:
    found = unfinished_rating(tx, person_id)
    if found is None:
        return Waiting(task, 0)
    return Waiting(task, found.answered, (found.unit_id,), found.unit_name)


_COUNTED: dict[Task, _Counted] = {
    Task.LOW_SCORES: _ids(_low_scores),
    Task.TIPS: _ids(new_tips),
    Task.STATEMENTS: _ids(statements_to_moderate),
    Task.CONSENTS: _ids(_consents),
    Task.APPROVALS: _ids(awaiting_approval),
    Task.BROADCASTS_OVERDUE: _ids(overdue_of),
    Task.IMPORTS: _ids(planned_of),
    Task.CLAIMS: _ids(_claims),
    Task.EXTERNALS: _ids(externals_waiting),
    Task.SESSIONS: _ids(_sessions),
    Task.INVITATIONS: _ids(_invitations),
    Task.COURSES: _ids(_courses),
    Task.DRAFTS: _ids(drafts_of),
    Task.QUESTIONS: _ids(_questions),
    Task.RATING: _rating,
}
