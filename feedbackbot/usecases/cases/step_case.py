"""Somebody does something with a case: allowed, carried out, kept on the timeline, told to the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from feedbackbot.domain.cases.case import Case
from feedbackbot.domain.cases.clock_events import next_clock_event
from feedbackbot.domain.cases.lifecycle import CaseRefusal, Move, step
from feedbackbot.domain.cases.terms import Action, CaseEffect, Level, Role
from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.storage.cases.cases import CaseRow, find_case, lock_case, save_case, set_outside, set_parent
from feedbackbot.storage.cases.timeline import KeptFile, add_entry
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import case_rules, working_time
from feedbackbot.usecases.cases.merge import move_along
from feedbackbot.usecases.cases.staff import colleagues, role_at
from feedbackbot.usecases.cases.tell_case import Happening, tell_effects


@dataclass(frozen=True, slots=True)
class Step:
    """`words` and `files` go to the other side; `to_unit` belongs to handing over, `to_officer` to handing to a colleague, `score` to
    scoring, `outside` (whose it is) to referring."""

    action: Action
    words: str = ""
    files: Sequence[KeptFile] = ()
    to_unit: int | None = None
    to_officer: int | None = None
    score: int | None = None
    outside: str = ""


def citizen_steps(tx: Transaction, person_id: int, case_id: int, doing: Step) -> CaseRow:
    """By the citizen who sent the case. Raises `CaseRefusal`, for somebody else's case as for one that is not there."""
    row = lock_case(tx, case_id)
    if row is None or row.person_id != person_id:
        raise CaseRefusal("case-unknown")
    move = Move(doing.action, Role.CITIZEN, score=doing.score)
    return _carry_out(tx, row, move, doing, None)


def staff_steps(tx: Transaction, person_id: int, case_id: int, doing: Step) -> CaseRow:
    """By somebody of the unit that has the case, or a superadmin. Raises `CaseRefusal`."""
    row = _to_work_on(tx, case_id, doing.action)
    role = role_at(tx, person_id, row.unit_id) if row else None
    if row is None or role is None:
        raise CaseRefusal("case-unknown")
    if doing.to_officer is not None and doing.to_officer not in colleagues(tx, row.unit_id):
        raise CaseRefusal("case-unknown")
    unit = str(row.unit_id) if role in (Role.OFFICER, Role.HEAD) else None
    to_unit = str(doing.to_unit) if doing.to_unit is not None else None
    to_officer = str(doing.to_officer) if doing.to_officer is not None else None
    move = Move(doing.action, role, by=str(person_id), unit=unit, to_unit=to_unit, to_officer=to_officer)
    after = _carry_out(tx, row, move, doing, person_id)
    record(
        tx,
        person_id,
        "case-step",
        f"case:{row.id}",
        before={"state": row.case.state.value, "unit": row.unit_id},
        after={"state": after.case.state.value, "unit": after.unit_id, "step": doing.action.value},
    )
    return after


def _to_work_on(tx: Transaction, case_id: int, action: Action) -> CaseRow | None:
    """The case itself; where it was merged meanwhile, what is said goes to the one that is worked on instead."""
    said = action in _SAID
    seen = find_case(tx, case_id) if said else None
    if (
        seen is not None and seen.parent_id is not None
    ):  # it alone is locked: whoever merges locks both in their order
        return lock_case(tx, seen.parent_id)
    row = lock_case(tx, case_id)
    return lock_case(tx, row.parent_id) if said and row is not None and row.parent_id is not None else row


_SAID = (Action.ANSWER, Action.ASK_BACK, Action.MARK_DONE, Action.NOTE)


def keep(tx: Transaction, row: CaseRow, case: Case) -> CaseRow:
    """The case as it is now, with the moment at which the clock next looks at it."""
    event = next_clock_event(case, working_time(tx, int(case.unit)), case_rules(tx.settings))
    save_case(tx, row.id, case, event.at if event else None)
    return replace(row, case=case, unit_id=int(case.unit))


def _carry_out(tx: Transaction, row: CaseRow, move: Move, doing: Step, staff_id: int | None) -> CaseRow:
    words = shown_to_others(doing.words)
    work = working_time(tx, row.unit_id if doing.to_unit is None else doing.to_unit)
    outcome = step(row.case, move, tx.now, work, case_rules(tx.settings))
    after = keep(tx, row, outcome.case)
    if doing.action is Action.REFER:
        set_outside(tx, row.id, doing.outside)
    if doing.action is Action.REFUSE and row.parent_id is not None:
        set_parent(tx, [row.id], None)  # from here on it is worked on by itself
    if doing.action in (Action.HAND_OVER, Action.ASSIGN, Action.TAKE):
        move_along(tx, after)
    entry = add_entry(
        tx,
        case_id=row.id,
        actor=move.role.value,
        action=move.action.value,
        staff_id=staff_id,
        words=words,
        unit_id=doing.to_unit,
        files=doing.files,
    )
    effects = outcome.effects
    if doing.action is Action.WRITE and row.case.level > Level.UNIT:
        effects = (*effects, CaseEffect.TELL_LEVEL)  # why it is not done is for whoever it went up to
    tell_effects(tx, Happening(after, entry, doing.files, staff_id), effects)
    return after
