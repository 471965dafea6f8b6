"""When time alone next does something to a case, and what."""

from dataclasses import dataclass
from datetime import datetime

from feedbackbot.domain.calendar import WorkingTime, city_day
from feedbackbot.domain.cases.case import Case, CaseRules
from feedbackbot.domain.cases.terms import Action, Alarm


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """What is to happen to a case at a moment (UTC) if nobody does anything before."""

    at: datetime
    action: Action


def next_clock_event(case: Case, work: WorkingTime, rules: CaseRules) -> ClockEvent | None:
    """The next event; `None` for a closed case and for one that has gone all the way up.

    Keep `at` in a column: the job then asks for the rows that are due. Compute it anew after every step and after
    a change of the settings.
    """
    if not case.state.is_open:
        return None
    half = work.halfway(case.stage_start, case.stage_due)
    if case.alarm < Alarm.HALF:
        return ClockEvent(half, Action.REMIND)
    if case.state.waits_for_citizen:
        return ClockEvent(case.stage_due, Action.LET_GO)
    last_day = city_day(case.stage_due)
    match case.alarm:
        case Alarm.HALF:
            morning = work.opening(work.calendar.add_working_days(last_day, -rules.near_end_days))
            return ClockEvent(min(max(morning, half), case.stage_due), Action.REMIND)
        case Alarm.NEAR_END:
            return ClockEvent(case.stage_due, Action.ESCALATE)
        case Alarm.OVERDUE:
            up = work.closing(work.calendar.add_working_days(last_day, rules.next_level_days))
            return ClockEvent(up, Action.ESCALATE)
    return None
