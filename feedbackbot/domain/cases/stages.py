"""Which deadline runs after a step: first answer, settling, or the citizen's turn."""

from dataclasses import replace
from datetime import datetime
from enum import Enum, auto

from feedbackbot.domain.calendar import WorkingTime, city_day
from feedbackbot.domain.cases.case import Case, CaseRules
from feedbackbot.domain.cases.terms import Action, Alarm, CaseState


class Stage(Enum):
    FIRST_ANSWER = auto()
    SETTLING = auto()
    CITIZENS_TURN = auto()


_LEAST_DAYS = 1
"""Working days that a new stage lasts at least: who has just got a case is not overdue the same day."""
_BEGIN_ANEW = (Action.ASK_BACK, Action.MARK_DONE, Action.HAND_OVER, Action.REFUSE)
_RESTART_SILENCE = (Action.ANSWER, Action.WRITE)


def stage_of(case: Case) -> Stage:
    if case.state.waits_for_citizen:
        return Stage.CITIZENS_TURN
    return Stage.FIRST_ANSWER if case.responded_at is None else Stage.SETTLING


def restaged(
    before: Case, after: Case, action: Action, now: datetime, work: WorkingTime, rules: CaseRules
) -> Case:
    """`after` with the deadlines that follow from `action`; a closed case keeps those it had."""
    if not after.state.is_open:
        return after
    after = _with_waiting_credited(before, after, now, work)
    after = _with_new_settling_time(after, action, now, work, rules)
    if not _begins_anew(before, after, action):
        return after
    match stage_of(after):
        case Stage.CITIZENS_TURN:
            asked = after.state is CaseState.ASKED
            due = work.deadline(now, rules.asked_days if asked else rules.silence_days)
        case Stage.FIRST_ANSWER:
            due = before.stage_due
        case Stage.SETTLING:
            due = after.settle_due
    due = max(due, work.deadline(now, _LEAST_DAYS))
    return replace(after, stage_start=now, stage_due=due, alarm=Alarm.NONE)


def _begins_anew(before: Case, after: Case, action: Action) -> bool:
    stage = stage_of(after)
    if stage_of(before) is not stage or action in _BEGIN_ANEW:
        return True
    if action is Action.ORDER_FIELD_CHECK:
        return stage is Stage.SETTLING
    return stage is Stage.CITIZENS_TURN and action in _RESTART_SILENCE


def _with_waiting_credited(before: Case, after: Case, now: datetime, work: WorkingTime) -> Case:
    """Working days for which the unit waited for an answer to its question are added to its time."""
    if before.state is not CaseState.ASKED or after.state is CaseState.ASKED:
        return after
    waited = work.calendar.working_days_between(city_day(before.stage_start), city_day(now))
    due = work.closing(work.calendar.add_working_days(city_day(before.settle_due), waited))
    return replace(after, waited_days=before.waited_days + waited, settle_due=max(before.settle_due, due))


def _with_new_settling_time(
    after: Case, action: Action, now: datetime, work: WorkingTime, rules: CaseRules
) -> Case:
    if action is Action.REFUSE:
        return replace(after, settle_due=work.deadline(now, rules.reopened_days))
    if action is Action.ORDER_FIELD_CHECK:
        days = rules.settling_days(after.kind, field_check=True) + after.waited_days
        return replace(after, settle_due=max(after.settle_due, work.deadline(after.received_at, days)))
    return after
