"""Whatever anybody does with a case, in whatever order, on a real database: the use cases keep its laws."""

import asyncio
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from feedbackbot.domain.cases.terms import OPEN_STATES, Action, CaseKind, CaseState
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.cases.cases import CaseRow, find_case
from feedbackbot.storage.cases.timeline import timeline_of_case
from feedbackbot.storage.database import SqliteDatabase
from feedbackbot.usecases.cases.read_cases import citizen_view, staff_view
from feedbackbot.usecases.cases.run_clock import run_case_clock
from feedbackbot.usecases.cases.send_case import NewCase, send_case
from feedbackbot.usecases.cases.step_case import Step, citizen_steps, staff_steps
from tests.builders import sqlite_in, talk_in
from tests.cases.office import Office, staffed
from tests.talk import Clock, Talk

CLOSED = frozenset(CaseState) - frozenset(OPEN_STATES)
ACTIONS = st.sampled_from(list(Action))
STAFF = st.sampled_from(["officer", "colleague", "head", "admin", "other"])


class CaseLife(RuleBasedStateMachine):
    """One case between a citizen, the staff of two units, the superadmin and the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="feedbackbot-cases-"))
        self.clock = Clock()

    def wait(self, awaitable):  # type: ignore[no-untyped-def]
        return self.loop.run_until_complete(awaitable)

    @initialize(kind=st.sampled_from(list(CaseKind)))
    def a_citizen_sends_a_case(self, kind: CaseKind) -> None:
        self.database: SqliteDatabase = self.wait(sqlite_in(self.folder))
        self.talk: Talk = self.wait(talk_in(self.database, self.clock))
        self.office: Office = self.wait(staffed(self.talk))
        self.ids = {
            name: self.wait(getattr(self.office, name).contact()).person_id
            for name in ("officer", "colleague", "head", "admin", "other")
        }
        ani, budi = self.talk.person("Ani"), self.talk.person("Budi")
        for person in (ani, budi):
            self.wait(person.types("/mulai"))
        self.citizen = self.wait(ani.contact()).person_id
        self.stranger = self.wait(budi.contact()).person_id
        new = NewCase(
            self.citizen, kind, self.office.unit_id, None, "Kursi rusak", "", "", None, None, None, None
        )
        self.case_id = self.wait(self.talk.run(send_case, new, [])).id
        self.seen = self.row()

    def row(self) -> CaseRow:
        found = self.wait(self.talk.run(find_case, self.case_id))
        assert found is not None
        return found

    def entries(self) -> int:
        return len(self.wait(self.talk.run(timeline_of_case, self.case_id)))

    def tries(self, usecase, person_id: int, doing: Step, allowed: list[Action]) -> None:  # type: ignore[no-untyped-def]
        """What is not among the buttons is refused and leaves no trace; what is done stands on the timeline."""
        before, entries = self.row(), self.entries()
        try:
            self.wait(self.talk.run(usecase, person_id, self.case_id, doing))
        except FeedbackbotError:
            assert self.row() == before
            assert self.entries() == entries
        else:
            assert doing.action in allowed
            assert self.entries() == entries + 1

    @rule(who=STAFF, action=ACTIONS, to_other=st.booleans())
    def staff(self, who: str, action: Action, to_other: bool) -> None:
        row = self.row()
        units = {self.office.unit_id, self._other_unit()}
        to_unit = next(iter(units - {row.unit_id})) if to_other else row.unit_id
        try:
            allowed = self.wait(self.talk.run(staff_view, self.ids[who], self.case_id)).actions
        except FeedbackbotError:
            allowed = []
        # taking again what one has is no button, and no harm
        doing = Step(action, "Baik", to_unit=to_unit if action is Action.HAND_OVER else None)
        self.tries(staff_steps, self.ids[who], doing, [*allowed, *([Action.TAKE] if allowed else [])])

    def _other_unit(self) -> int:
        from feedbackbot.domain.people.roles import Role
        from feedbackbot.storage.people.roles import units_of

        return next(iter(self.wait(self.talk.run(units_of, self.ids["other"], Role.OFFICER))))

    @rule(action=ACTIONS, score=st.integers(0, 5))
    def citizen(self, action: Action, score: int) -> None:
        view = self.wait(self.talk.run(citizen_view, self.citizen, self.case_id))
        self.tries(citizen_steps, self.citizen, Step(action, "Belum", score=score), view.actions)

    @rule(action=ACTIONS)
    def stranger_does_anything(self, action: Action) -> None:
        self.tries(citizen_steps, self.stranger, Step(action, score=4), [])
        self.tries(staff_steps, self.stranger, Step(action), [])

    @rule(hours=st.integers(0, 24 * 20))
    def time_passes(self, hours: int) -> None:
        self.clock.now += timedelta(hours=hours)
        while any(self.wait(self.talk.run(run_case_clock)).values()):
            pass

    @invariant()
    def laws_hold(self) -> None:
        if not hasattr(self, "seen"):
            return
        before, now = self.seen.case, self.row().case
        assert now.changed_at >= before.changed_at, "the clock never runs backwards"
        assert now.level >= before.level
        assert (now.state in CLOSED) == (now.closed_at is not None)
        if before.state is CaseState.WITHDRAWN or before.state is CaseState.CLOSED_CONFIRMED:
            assert now.state is before.state, "the citizen's last word"
        self.seen = self.row()

    def teardown(self) -> None:
        try:
            if hasattr(self, "seen"):
                self._reaches_an_end()
        finally:
            if hasattr(self, "database"):
                self.wait(self.database.close())
            self.loop.close()
            shutil.rmtree(self.folder)

    def _reaches_an_end(self) -> None:
        """If the unit settles it and the citizen is silent, time alone closes it."""
        if self.row().case.state.is_open:
            if self.row().case.state is not CaseState.DONE and self.row().case.state is not CaseState.ASKED:
                doing = Step(Action.MARK_DONE, "Selesai")
                self.wait(self.talk.run(staff_steps, self.ids["admin"], self.case_id, doing))
            self.time_passes(24 * 60)
        assert self.row().case.state in CLOSED


CaseLife.TestCase.settings = settings(
    deadline=None, max_examples=12, stateful_step_count=20, suppress_health_check=list(HealthCheck)
)
TestCaseLife = CaseLife.TestCase
