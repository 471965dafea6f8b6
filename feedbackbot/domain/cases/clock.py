"""What time alone does to a case: reminders, overdue cases going up, closing after silence."""

from datetime import datetime

from feedbackbot.domain.calendar import WorkingTime
from feedbackbot.domain.cases.case import Case, CaseRules
from feedbackbot.domain.cases.clock_events import next_clock_event
from feedbackbot.domain.cases.lifecycle import Move, StepOutcome, step
from feedbackbot.domain.cases.terms import CaseEffect, Role

_REMINDERS = (CaseEffect.REMIND_UNIT, CaseEffect.REMIND_CITIZEN)


def run_clock(case: Case, now: datetime, work: WorkingTime, rules: CaseRules) -> StepOutcome:
    """Everything that is due by `now`. After an outage only the last of several missed reminders is sent."""
    effects: list[CaseEffect] = []
    while (event := next_clock_event(case, work, rules)) is not None and event.at <= now:
        outcome = step(case, Move(event.action, Role.CLOCK), now, work, rules)
        case = outcome.case
        effects = [effect for effect in effects if effect not in _REMINDERS]
        effects += [effect for effect in outcome.effects if effect not in effects]
    return StepOutcome(case, tuple(effects))
