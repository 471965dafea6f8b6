"""One step of a case: checked against the table, then carried out. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from feedbackbot.domain.calendar import WorkingTime
from feedbackbot.domain.cases.case import Case, CaseRules
from feedbackbot.domain.cases.clock_events import next_clock_event
from feedbackbot.domain.cases.stages import restaged
from feedbackbot.domain.cases.terms import Action, Alarm, CaseEffect, CaseKind, Level, Role
from feedbackbot.domain.cases.transitions import TRANSITIONS
from feedbackbot.errors import FeedbackbotError

SCORES = range(1, 5)
_RESPONSES = (Action.ANSWER, Action.ASK_BACK, Action.MARK_DONE)


class CaseRefusal(FeedbackbotError):
    """The step is not possible; nothing changed."""


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody does. `by` is who (needed by `TAKE`), `unit` is the actor's own, needed for officer and head.

    `to_unit` belongs to `HAND_OVER`, `to_officer` (of the same unit) to `ASSIGN`, `score` (1-4) to `SCORE`. That a
    citizen is the one who sent the case is for the caller to know.
    """

    action: Action
    role: Role
    by: str | None = None
    unit: str | None = None
    to_unit: str | None = None
    score: int | None = None
    to_officer: str | None = None


@dataclass(frozen=True, slots=True)
class StepOutcome:
    case: Case
    effects: tuple[CaseEffect, ...]


def step(case: Case, move: Move, now: datetime, work: WorkingTime, rules: CaseRules) -> StepOutcome:
    """The case after the move, and what is to be done because of it.

    `work` is the working time of the unit that has the case (for `HAND_OVER`: that will have it). Raises
    `CaseRefusal` with a catalogue key. Servers' clocks differ a little, so a `now` before the last change counts
    as that moment: a case never goes back in time.
    """
    transition = TRANSITIONS.get((case.state, move.action))
    if transition is None:
        raise CaseRefusal("case-not-now")
    if move.role not in transition.roles:
        raise CaseRefusal("case-not-allowed")
    if move.role in (Role.OFFICER, Role.HEAD) and move.unit != case.unit:
        raise CaseRefusal("case-other-unit")
    now = max(now, case.changed_at)
    if move.role is Role.CLOCK and not _is_due(case, move.action, now, work, rules):
        raise CaseRefusal("case-not-now")
    _check(case, move, now, rules)
    after = replace(case, state=transition.to, changed_at=now)
    after = _with_facts(after, move, now)
    return StepOutcome(restaged(case, after, move.action, now, work, rules), transition.effects)


def _is_due(case: Case, action: Action, now: datetime, work: WorkingTime, rules: CaseRules) -> bool:
    event = next_clock_event(case, work, rules)
    return event is not None and event.action is action and event.at <= now


def _check(case: Case, move: Move, now: datetime, rules: CaseRules) -> None:
    if move.action is Action.TAKE and not move.by:
        raise CaseRefusal("case-not-allowed")
    if move.action is Action.ASSIGN and move.to_officer in (None, case.officer):
        raise CaseRefusal("case-same-officer")
    if move.action is Action.HAND_OVER and move.to_unit in (None, case.unit):
        raise CaseRefusal("case-same-unit")
    if move.action is Action.ORDER_FIELD_CHECK and (case.field_check or case.kind is CaseKind.INFORMATION):
        raise CaseRefusal("case-no-field-check")
    if move.action is Action.SCORE:
        if case.score is not None:
            raise CaseRefusal("case-already-scored")
        if move.score not in SCORES:
            raise CaseRefusal("case-score-range")
    last_word = None if case.closed_at is None else case.closed_at + timedelta(days=rules.late_answer_days)
    if move.action in (Action.CONFIRM, Action.REFUSE) and last_word is not None and now > last_word:
        raise CaseRefusal("case-too-late")


def _with_facts(case: Case, move: Move, now: datetime) -> Case:
    """What the move itself says, deadlines apart."""
    if case.state.is_open:
        case = replace(case, closed_at=None)
    elif case.closed_at is None:
        case = replace(case, closed_at=now)
    if move.action in _RESPONSES and case.responded_at is None:
        case = replace(case, responded_at=now)
    match move.action:
        case Action.TAKE:
            return replace(case, officer=move.by)
        case Action.ASSIGN:
            return replace(case, officer=move.to_officer)
        case Action.ANSWER | Action.ASK_BACK | Action.MARK_DONE:
            return replace(case, officer=case.officer or move.by)
        case Action.HAND_OVER:
            return replace(case, unit=move.to_unit or case.unit, officer=None)
        case Action.ORDER_FIELD_CHECK:
            return replace(case, field_check=True)
        case Action.REFUSE:
            return replace(
                case, officer=None, score=None, reopened=case.reopened + 1, level=_raised(case.level)
            )
        case Action.ESCALATE:
            return replace(case, level=_raised(case.level), alarm=Alarm(case.alarm + 1))
        case Action.REMIND:
            return replace(case, alarm=Alarm(case.alarm + 1))
        case Action.SCORE:
            return replace(case, score=move.score)
    return case


def _raised(level: Level) -> Level:
    return Level(min(level + 1, Level.SUPERADMIN))
