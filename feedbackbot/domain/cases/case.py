"""A case and the settings of its deadlines."""

from dataclasses import dataclass
from datetime import datetime

from feedbackbot.domain.calendar import WorkingTime
from feedbackbot.domain.cases.terms import Alarm, CaseKind, CaseState, Level


@dataclass(frozen=True, slots=True)
class CaseRules:
    """Deadlines in working days. The first five are those of SP4N-LAPOR!; the rest is the city's to set.

    `silence_days` run once the unit says that it is done: that is LAPOR's rule. `asked_days` is how long a citizen who was asked
    something may take to answer: the city's own rule, for LAPOR has none.
    `near_end_days` before the last day the unit is reminded again (0: on its morning); `next_level_days` after the
    deadline an overdue case goes a second level up; `reopened_days` is the time after a refused closing;
    `late_answer_days` (calendar days) is how long after closing by silence the citizen may still say yes or no.
    """

    first_response_days: int = 3
    information_days: int = 5
    complaint_days: int = 14
    field_check_days: int = 60
    silence_days: int = 10
    asked_days: int = 10
    near_end_days: int = 0
    next_level_days: int = 2
    reopened_days: int = 5
    late_answer_days: int = 30

    def settling_days(self, kind: CaseKind, field_check: bool) -> int:
        """Working days in which a case is to be settled; an aspiration is treated as a complaint."""
        if kind is CaseKind.INFORMATION:
            return self.information_days
        return self.field_check_days if field_check else self.complaint_days


@dataclass(frozen=True, slots=True)
class Case:
    """Where a case stands. Moments are aware; `unit` and `officer` are keys that mean nothing here.

    A case is always in one stage, from `stage_start` to `stage_due`: first answer, settling, or the citizen's turn.
    `alarm` is what the clock has done in it. `settle_due` is kept beside while the stage is another one;
    `waited_days` are working days spent on the citizen's turn, which do not count against the unit.
    """

    kind: CaseKind
    unit: str
    received_at: datetime
    stage_start: datetime
    stage_due: datetime
    settle_due: datetime
    changed_at: datetime
    state: CaseState = CaseState.NEW
    level: Level = Level.UNIT
    alarm: Alarm = Alarm.NONE
    officer: str | None = None
    responded_at: datetime | None = None
    closed_at: datetime | None = None
    field_check: bool = False
    reopened: int = 0
    waited_days: int = 0
    score: int | None = None


def open_case(kind: CaseKind, unit: str, now: datetime, work: WorkingTime, rules: CaseRules) -> Case:
    """A case as it is when it has just come in."""
    first_due = work.deadline(now, rules.first_response_days)
    settle_due = work.deadline(now, rules.settling_days(kind, field_check=False))
    return Case(
        kind=kind,
        unit=unit,
        received_at=now,
        stage_start=now,
        stage_due=min(first_due, settle_due),
        settle_due=settle_due,
        changed_at=now,
    )
