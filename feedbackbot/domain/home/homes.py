"""Which home somebody sees first: one for each role, and what can wait there."""

from enum import StrEnum

from feedbackbot.domain.people.roles import CITIZEN, EMPLOYEE, Role

HOMES = (
    Role.SUPERADMIN.value,
    Role.PROGRAMME_ADMIN.value,
    Role.HEAD.value,
    Role.UNIT_ADMIN.value,
    Role.OFFICER.value,
    Role.TRAINER.value,
    Role.INSPECTOR.value,
    EMPLOYEE,
    CITIZEN,
)
"""The one with the most to answer for first."""


class Task(StrEnum):
    """What waits for somebody; the values end catalogue keys `task-…`, the most pressing first."""

    CASES_OVERDUE = "cases-overdue"
    CASES_TODAY = "cases-today"
    CASES_NEW = "cases-new"
    LOW_SCORES = "low-scores"
    TIPS = "tips"
    STATEMENTS = "statements"
    CONSENTS = "consents"
    APPROVALS = "approvals"
    BROADCASTS_OVERDUE = "broadcasts-overdue"
    IMPORTS = "imports"
    CLAIMS = "claims"
    EXTERNALS = "externals"
    SESSIONS = "sessions"
    INVITATIONS = "invitations"
    COURSES = "courses"
    DRAFTS = "drafts"
    QUESTIONS = "questions"
    RATING = "rating"


_DESK = (Task.CASES_OVERDUE, Task.CASES_TODAY, Task.CASES_NEW, Task.LOW_SCORES)
_CITY = (
    Task.STATEMENTS,
    Task.APPROVALS,
    Task.BROADCASTS_OVERDUE,
    Task.IMPORTS,
    Task.CLAIMS,
    Task.EXTERNALS,
    Task.SESSIONS,
    Task.DRAFTS,
)
TASKS: dict[str, tuple[Task, ...]] = {
    Role.SUPERADMIN.value: (*_DESK, *_CITY),
    Role.PROGRAMME_ADMIN.value: _CITY,
    Role.HEAD.value: (*_DESK, Task.STATEMENTS, Task.CONSENTS),
    Role.UNIT_ADMIN.value: (*_DESK, Task.STATEMENTS, Task.BROADCASTS_OVERDUE, Task.DRAFTS),
    Role.OFFICER.value: _DESK,
    Role.TRAINER.value: (Task.SESSIONS,),
    Role.INSPECTOR.value: (Task.TIPS,),
    EMPLOYEE: (Task.INVITATIONS, Task.COURSES),
    CITIZEN: (Task.QUESTIONS, Task.RATING),
}
"""What is looked for at each home."""


def homes_of(roles: frozenset[str]) -> list[str]:
    """The homes that somebody with these roles has."""
    return [home for home in HOMES if home in roles or home == CITIZEN]


def home_shown(roles: frozenset[str], chosen: str) -> str:
    """The one chosen last, as long as its role is held; else the first."""
    homes = homes_of(roles)
    return chosen if chosen in homes else homes[0]
