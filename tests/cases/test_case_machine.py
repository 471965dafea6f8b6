"""Whatever people and clocks do in whatever order, a case keeps its laws and can still be brought to an end."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from feedbackbot.domain.calendar import WorkingTime, at_city
from feedbackbot.domain.cases.case import Case, CaseRules, open_case
from feedbackbot.domain.cases.clock import run_clock
from feedbackbot.domain.cases.clock_events import next_clock_event
from feedbackbot.domain.cases.lifecycle import CaseRefusal, Move, step
from feedbackbot.domain.cases.terms import Action, CaseKind, CaseState, Role
from feedbackbot.domain.cases.transitions import actions_for

WORK, RULES = WorkingTime(), CaseRules()
START = at_city(date(2026, 11, 24), time(10, 0))
STAFF_ACTIONS = {
    *(
        Action.TAKE,
        Action.ANSWER,
        Action.ASK_BACK,
        Action.HAND_OVER,
        Action.ORDER_FIELD_CHECK,
        Action.MARK_DONE,
        Action.ASSIGN,
        Action.NOTE,
        Action.REFER,
        Action.MERGE,
    ),
}
CITIZEN_ACTIONS = {Action.WRITE, Action.CONFIRM, Action.REFUSE, Action.WITHDRAW, Action.SCORE}
CLOCK_ACTIONS = {Action.REMIND, Action.ESCALATE, Action.LET_GO}
ALLOWED = {
    Role.CITIZEN: CITIZEN_ACTIONS,
    Role.CLOCK: CLOCK_ACTIONS,
    Role.OFFICER: STAFF_ACTIONS,
    Role.HEAD: STAFF_ACTIONS,
    Role.SUPERADMIN: STAFF_ACTIONS,
}
units = st.sampled_from(["disdukcapil", "dinsos"])


class CaseMachine(RuleBasedStateMachine):
    case: Case
    now: datetime

    @initialize(kind=st.sampled_from(CaseKind), unit=units)
    def comes_in(self, kind: CaseKind, unit: str) -> None:
        self.now = START
        self.case = open_case(kind, unit, START, WORK, RULES)
        self.before = self.case

    @rule(
        action=st.sampled_from(Action),
        role=st.sampled_from(Role),
        own=units,
        to_unit=units,
        score=st.none() | st.integers(0, 5),
        shift=st.timedeltas(timedelta(minutes=-5), timedelta(days=4)),
    )
    def somebody_tries_something(
        self, action: Action, role: Role, own: str, to_unit: str, score: int | None, shift: timedelta
    ) -> None:
        self.before = self.case
        try:
            outcome = step(
                self.case,
                Move(action, role, "rina", own, to_unit, score, "budi"),
                self.now + shift,
                WORK,
                RULES,
            )
        except CaseRefusal:
            return
        assert action in ALLOWED[role]
        assert role not in (Role.OFFICER, Role.HEAD) or own == self.case.unit
        self.case = outcome.case
        self.now = max(self.now, self.now + shift)

    @rule(data=st.data(), role=st.sampled_from(Role), shift=st.timedeltas(timedelta(), timedelta(days=2)))
    def somebody_does_what_the_desk_offers(self, data: st.DataObject, role: Role, shift: timedelta) -> None:
        offered = actions_for(self.case.state, role)
        if offered and role is not Role.CLOCK:
            own, other = self.case.unit, "dinsos" if self.case.unit == "disdukcapil" else "disdukcapil"
            action = data.draw(st.sampled_from(offered))
            self.before = self.case
            self.now += shift
            move = Move(action, role, "rina", own, other, data.draw(st.integers(1, 4)), "budi")
            try:
                self.case = step(self.case, move, self.now, WORK, RULES).case
            except CaseRefusal as refusal:
                assert refusal.key in (
                    "case-no-field-check", "case-already-scored", "case-too-late", "case-same-officer",
                )  # fmt: skip

    @rule(shift=st.timedeltas(timedelta(), timedelta(days=20)))
    def time_goes_by(self, shift: timedelta) -> None:
        self.before = self.case
        self.now += shift
        self.case = run_clock(self.case, self.now, WORK, RULES).case
        event = next_clock_event(self.case, WORK, RULES)
        assert event is None or event.at > self.now
        assert run_clock(self.case, self.now, WORK, RULES).case == self.case, "the clock may run twice"

    @invariant()
    def time_and_levels_only_rise(self) -> None:
        assert self.case.changed_at >= self.before.changed_at
        assert self.case.level >= self.before.level
        assert self.case.waited_days >= self.before.waited_days
        assert self.case.stage_start <= self.case.changed_at
        assert self.case.stage_due > self.case.stage_start
        assert self.case.received_at == START

    @invariant()
    def facts_agree_with_the_state(self) -> None:
        case = self.case
        assert case.state.is_open == (case.closed_at is None)
        assert not case.state.waits_for_citizen or case.responded_at is not None
        assert case.score is None or case.state in (CaseState.CLOSED_CONFIRMED, CaseState.CLOSED_UNCONFIRMED)
        if self.before.state in (CaseState.CLOSED_CONFIRMED, CaseState.WITHDRAWN):
            assert replace(case, score=None, changed_at=START) == replace(
                self.before, score=None, changed_at=START
            )

    @invariant()
    def an_open_case_is_never_forgotten(self) -> None:
        """The clock has something left to do, or it stands with the superadmin already."""
        if self.case.state.is_open and next_clock_event(self.case, WORK, RULES) is None:
            assert self.case.level == 2

    def teardown(self) -> None:
        """From wherever it is: a diligent superadmin and the clock bring any case to an end."""
        case = run_clock(self.case, self.now, WORK, RULES).case
        if case.state in (CaseState.NEW, CaseState.TAKEN):
            case = step(case, Move(Action.MARK_DONE, Role.SUPERADMIN, "sari"), self.now, WORK, RULES).case
        while event := next_clock_event(case, WORK, RULES):
            case = run_clock(case, event.at, WORK, RULES).case
        assert not case.state.is_open


TestCaseMachine = CaseMachine.TestCase
TestCaseMachine.settings = settings(deadline=None, max_examples=120, stateful_step_count=25)
