"""What was done, by whom and to what, with the names that people know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.subject import read_subject
from feedbackbot.storage.cases.cases import find_case
from feedbackbot.storage.people.audit import AuditEntry, AuditFilter, newest, who_acted
from feedbackbot.storage.people.roles import notes_of
from feedbackbot.storage.staff.employees import employee_by_id, employee_of
from feedbackbot.storage.training.trainings import session_by_id, training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import unit_by_id

__all__ = ["AuditEntry"]

PAGE = 10
_MOST_PEOPLE = 8
KINDS: dict[str, tuple[str, ...]] = {
    "peran": ("role-", "admin-", "chat"),
    "laporan": ("case-", "recovery-", "duty-", "follow-up-", "ready-reply-"),
    "siaran": ("broadcast-", "campaign-"),
    "latih": ("training-", "attendance-", "jp-", "course-", "reward-", "external-"),
    "data": ("staff-", "link-", "answers-", "api-key-", "fact-", "phrase-"),
    "forum": ("forum-",),
    "hasil": ("result-", "survey-", "loop-"),
}
"""Groups of actions, by how their names begin."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """`who` is "" for the command line or somebody without a name; `about` is "" where the subject has no name of its own."""

    entry: AuditEntry
    who: str
    about: str


@dataclass(frozen=True, slots=True)
class AuditWanted:
    """`kind` is a key of `KINDS` or "", `day` a day of the city."""

    person_id: int | None = None
    kind: str = ""
    day: date | None = None


def audit_page(tx: Transaction, before_id: int | None, wanted: AuditWanted) -> tuple[list[AuditLine], bool]:
    """A page, newest first, and whether there is an older one."""
    since = at_city(wanted.day, time()) if wanted.day else None
    until = at_city(wanted.day + timedelta(days=1), time()) if wanted.day else None
    only = AuditFilter(wanted.person_id, KINDS.get(wanted.kind, ()), since, until)
    found = newest(tx, PAGE + 1, before_id=before_id, only=only)
    lines = [AuditLine(one, name_of(tx, one.person_id), subject_name(tx, one.subject)) for one in found]
    return lines[:PAGE], len(lines) > PAGE


def people_in_audit(tx: Transaction) -> list[tuple[int, str]]:
    """Who did something, newest first; "" for those without a name."""
    return [(one, name_of(tx, one)) for one in who_acted(tx, _MOST_PEOPLE)]


def person_named(tx: Transaction, words: frozenset[str]) -> int:
    """The one of them who is called by one of the words (lower case); 0 where nobody is, or more than one."""
    found = [one for one, name in people_in_audit(tx) if words & set(name.casefold().split())]
    return found[0] if len(found) == 1 else 0


def name_of(tx: Transaction, person_id: int | None) -> str:
    """As the registry knows the person, else as whoever gave a role did."""
    if person_id is None:
        return ""
    employee = employee_of(tx, person_id)
    if employee is not None:
        return employee.full_name
    return next((note for note in notes_of(tx, person_id) if note), "")


def unit_name(tx: Transaction, unit_id: int) -> str:
    found = unit_by_id(tx, unit_id)
    return found.short_name if found else ""


def subject_name(tx: Transaction, subject: str) -> str:
    """Of "unit:3", "person:12" and the like; "" where it has no name."""
    about = read_subject(subject)
    find = _NAMES.get(about.kind)
    return find(tx, about.number) if find is not None and about.number is not None else ""


def _case(tx: Transaction, case_id: int) -> str:
    found = find_case(tx, case_id)
    return found.number if found else ""


def _training(tx: Transaction, training_id: int) -> str:
    found = training_by_id(tx, training_id)
    return found.title if found else ""


def _session(tx: Transaction, session_id: int) -> str:
    found = session_by_id(tx, session_id)
    return _training(tx, found.training_id) if found else ""


def _employee(tx: Transaction, employee_id: int) -> str:
    found = employee_by_id(tx, employee_id)
    return found.full_name if found else ""


_NAMES: dict[str, Callable[[Transaction, int], str]] = {
    "unit": unit_name,
    "person": name_of,
    "case": _case,
    "training": _training,
    "session": _session,
    "employee": _employee,
}
