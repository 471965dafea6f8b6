"""A case goes only where the table lets it, answers to its deadlines, and ends with the citizen's word."""

from datetime import date, datetime, time

import pytest

from feedbackbot.domain.calendar import WorkingTime, at_city
from feedbackbot.domain.cases.case import Case, CaseRules, open_case
from feedbackbot.domain.cases.clock import run_clock
from feedbackbot.domain.cases.clock_events import ClockEvent, next_clock_event
from feedbackbot.domain.cases.lifecycle import CaseRefusal, Move, step
from feedbackbot.domain.cases.terms import Action, Alarm, CaseEffect, CaseKind, CaseState, Level, Role
from feedbackbot.domain.cases.transitions import TRANSITIONS, actions_for

WORK, RULES = WorkingTime(), CaseRules()


def november(day: int, hour: int = 10, minute: int = 0) -> datetime:
    return at_city(date(2026, 11, day), time(hour, minute))


def december(day: int, hour: int = 10, minute: int = 0) -> datetime:
    return at_city(date(2026, 12, day), time(hour, minute))


def complaint(kind: CaseKind = CaseKind.COMPLAINT) -> Case:
    """Received on Tuesday 24 November at 10."""
    return open_case(kind, "disdukcapil", november(24), WORK, RULES)


def citizen(case: Case, action: Action, now: datetime, score: int | None = None) -> Case:
    return step(case, Move(action, Role.CITIZEN, score=score), now, WORK, RULES).case


def officer(case: Case, action: Action, now: datetime, to_unit: str | None = None) -> Case:
    return step(case, Move(action, Role.OFFICER, "rina", case.unit, to_unit), now, WORK, RULES).case


def test_a_complaint_is_answered_settled_confirmed_and_scored() -> None:
    case = officer(complaint(), Action.TAKE, november(24, 11))
    case = officer(case, Action.ANSWER, november(25))
    case = officer(case, Action.MARK_DONE, november(26))
    case = citizen(case, Action.CONFIRM, november(27))
    case = citizen(case, Action.SCORE, november(27), score=4)
    assert (case.state, case.officer, case.score) == (CaseState.CLOSED_CONFIRMED, "rina", 4)
    assert (case.responded_at, case.closed_at) == (november(25), november(27))


@pytest.mark.parametrize(
    ("kind", "settle_due"),
    [
        (CaseKind.INFORMATION, december(1, 16, 45)),
        (CaseKind.COMPLAINT, december(14, 16, 45)),
        (CaseKind.ASPIRATION, december(14, 16, 45)),
    ],
)
def test_deadlines_are_those_of_the_kind(kind: CaseKind, settle_due: datetime) -> None:
    case = complaint(kind)
    assert (case.stage_due, case.settle_due) == (november(27, 16, 45), settle_due)


def test_an_unanswered_case_reminds_twice_and_then_goes_up_twice() -> None:
    case = complaint()
    seen = []
    while event := next_clock_event(case, WORK, RULES):
        outcome = run_clock(case, event.at, WORK, RULES)
        case = outcome.case
        seen.append((event.at, outcome.effects, case.level))
    assert seen == [
        (november(26, 9), (CaseEffect.REMIND_UNIT,), Level.UNIT),
        (november(27, 8), (CaseEffect.REMIND_UNIT,), Level.UNIT),
        (november(27, 16, 45), (CaseEffect.TELL_LEVEL,), Level.HEAD),
        (december(1, 16, 45), (CaseEffect.TELL_LEVEL,), Level.SUPERADMIN),
    ]


def test_after_an_outage_missed_reminders_are_not_sent_beside_the_escalation() -> None:
    outcome = run_clock(complaint(), december(20), WORK, RULES)
    assert outcome.effects == (CaseEffect.TELL_LEVEL,)
    assert outcome.case.level is Level.SUPERADMIN


def test_the_first_answer_starts_the_time_to_settle() -> None:
    case = officer(complaint(), Action.ANSWER, november(25))
    assert (case.stage_start, case.stage_due, case.alarm) == (november(25), case.settle_due, Alarm.NONE)


def test_a_late_first_answer_leaves_a_working_day_to_settle() -> None:
    late = run_clock(complaint(CaseKind.INFORMATION), december(7), WORK, RULES).case
    case = officer(late, Action.ANSWER, december(7))
    assert case.stage_due == december(8, 16, 45)
    assert case.level is Level.SUPERADMIN


def test_waiting_for_the_citizen_does_not_count_against_the_unit() -> None:
    case = officer(complaint(), Action.ASK_BACK, november(25))
    case = citizen(case, Action.WRITE, november(27))
    assert (case.state, case.waited_days) == (CaseState.TAKEN, 2)
    assert case.stage_due == december(16, 16, 45)


def test_a_field_check_gives_sixty_working_days_once() -> None:
    case = officer(complaint(), Action.ORDER_FIELD_CHECK, november(25))
    assert case.settle_due == WORK.deadline(november(24), 60)
    assert case.stage_due == november(27, 16, 45), "the first answer is still due"
    with pytest.raises(CaseRefusal, match="case-no-field-check"):
        officer(case, Action.ORDER_FIELD_CHECK, november(25))


def test_silence_of_ten_working_days_closes_unconfirmed_after_one_reminder() -> None:
    case = officer(complaint(), Action.MARK_DONE, november(25))
    reminder = next_clock_event(case, WORK, RULES)
    assert reminder
    reminded = run_clock(case, reminder.at, WORK, RULES)
    assert reminded.effects == (CaseEffect.REMIND_CITIZEN,)
    assert next_clock_event(reminded.case, WORK, RULES) == ClockEvent(december(9, 16, 45), Action.LET_GO)
    closed = run_clock(reminded.case, december(10), WORK, RULES)
    assert closed.case.state is CaseState.CLOSED_UNCONFIRMED
    assert closed.effects == (CaseEffect.TELL_CITIZEN, CaseEffect.ASK_HANDLING_SCORE)


def test_a_word_from_either_side_starts_the_silence_anew() -> None:
    done = officer(complaint(), Action.MARK_DONE, november(25))
    for case in (citizen(done, Action.WRITE, november(27)), officer(done, Action.ANSWER, november(27))):
        assert (case.state, case.stage_due) == (CaseState.DONE, december(11, 16, 45))


def test_a_refused_closing_opens_again_one_level_up_with_a_new_deadline() -> None:
    case = officer(complaint(), Action.MARK_DONE, november(25))
    case = citizen(case, Action.REFUSE, november(26))
    assert (case.state, case.level, case.reopened, case.officer) == (CaseState.NEW, Level.HEAD, 1, None)
    assert case.stage_due == december(3, 16, 45)


def test_after_closing_by_silence_yes_and_no_count_for_a_while() -> None:
    case = officer(complaint(), Action.MARK_DONE, november(25))
    closed = run_clock(run_clock(case, december(3), WORK, RULES).case, december(10), WORK, RULES).case
    assert citizen(closed, Action.CONFIRM, december(20)).state is CaseState.CLOSED_CONFIRMED
    assert citizen(closed, Action.REFUSE, december(20)).state is CaseState.NEW
    with pytest.raises(CaseRefusal, match="case-too-late"):
        citizen(closed, Action.REFUSE, at_city(date(2027, 2, 1), time(9)))


def test_another_unit_gets_at_least_a_working_day() -> None:
    case = officer(complaint(), Action.HAND_OVER, november(27, 16), to_unit="dinsos")
    assert (case.unit, case.state, case.officer) == ("dinsos", CaseState.NEW, None)
    assert case.stage_due == november(30, 16, 45)


@pytest.mark.parametrize(
    ("move", "key"),
    [
        (Move(Action.CONFIRM, Role.CITIZEN), "case-not-now"),
        (Move(Action.TAKE, Role.CITIZEN, "ani"), "case-not-allowed"),
        (Move(Action.TAKE, Role.OFFICER, None, "disdukcapil"), "case-not-allowed"),
        (Move(Action.TAKE, Role.OFFICER, "budi", "dinsos"), "case-other-unit"),
        (Move(Action.TAKE, Role.HEAD, "budi"), "case-other-unit"),
        (Move(Action.HAND_OVER, Role.OFFICER, "rina", "disdukcapil", "disdukcapil"), "case-same-unit"),
        (Move(Action.ESCALATE, Role.SUPERADMIN), "case-not-allowed"),
        (Move(Action.ESCALATE, Role.CLOCK), "case-not-now"),
        (Move(Action.REMIND, Role.CLOCK), "case-not-now"),
    ],
)
def test_what_the_table_does_not_allow_is_refused(move: Move, key: str) -> None:
    with pytest.raises(CaseRefusal, match=key):
        step(complaint(), move, november(25), WORK, RULES)


@pytest.mark.parametrize(("score", "key"), [(0, "range"), (5, "range"), (None, "range")])
def test_the_handling_score_is_one_to_four(score: int | None, key: str) -> None:
    done = officer(complaint(), Action.MARK_DONE, november(25))
    closed = citizen(done, Action.CONFIRM, november(25))
    with pytest.raises(CaseRefusal, match=key):
        citizen(closed, Action.SCORE, november(25), score)
    with pytest.raises(CaseRefusal, match="already"):
        citizen(citizen(closed, Action.SCORE, november(25), 1), Action.SCORE, november(26), 4)


def test_nobody_but_the_citizen_and_silence_calls_a_case_settled() -> None:
    """The staff only puts it aside, to another case or to whose it is, and the citizen can bring it back."""
    aside = (CaseState.MERGED, CaseState.OUTSIDE)
    closers = {
        role
        for (state, _), transition in TRANSITIONS.items()
        if state.is_open and not transition.to.is_open and transition.to not in aside
        for role in transition.roles
    }
    assert closers == {Role.CITIZEN, Role.CLOCK}
    for state in aside:
        back = TRANSITIONS[state, Action.REFUSE]
        assert back.to is CaseState.NEW
        assert back.roles == {Role.CITIZEN}


def test_the_desk_offers_what_can_be_done_now() -> None:
    assert actions_for(CaseState.DONE, Role.CITIZEN) == [
        Action.WRITE,
        Action.CONFIRM,
        Action.REFUSE,
        Action.WITHDRAW,
    ]
    assert Action.MARK_DONE in actions_for(CaseState.TAKEN, Role.OFFICER)
    assert actions_for(CaseState.WITHDRAWN, Role.SUPERADMIN) == []
