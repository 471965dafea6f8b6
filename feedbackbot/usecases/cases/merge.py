"""Two cases about the same thing: one is worked on, and whoever sent either is told."""

from dataclasses import replace

from feedbackbot.domain.cases.lifecycle import CaseRefusal, Move, step
from feedbackbot.domain.cases.terms import Action, CaseEffect, Role
from feedbackbot.storage.cases.cases import CaseRow, lock_case, merged_into, save_case, set_parent
from feedbackbot.storage.cases.timeline import add_entry
from feedbackbot.storage.people.audit import record
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import case_rules, working_time
from feedbackbot.usecases.cases.staff import role_at
from feedbackbot.usecases.cases.tell_case import Happening, tell_effects


def merge(tx: Transaction, person_id: int, case_id: int, into_id: int) -> CaseRow:
    """From here on the second is worked on for both. Both lie on the person's desk, and what is confidential is never merged with what
    is not. Raises `CaseRefusal`."""
    # always in the same order, so that two officers who merge crosswise take turns
    rows = {one: lock_case(tx, one) for one in sorted({case_id, into_id})}
    row, into = rows[case_id], rows[into_id]
    if row is None or into is None or case_id == into_id:
        raise CaseRefusal("case-unknown")
    roles = [role_at(tx, person_id, one.unit_id) for one in (row, into)]
    if roles[0] is None or roles[1] is None:
        raise CaseRefusal("case-unknown")
    if not into.case.state.is_open or row.confidential != into.confidential:
        raise CaseRefusal("case-cannot-merge")
    after = _merged(tx, row, into, roles[0])
    set_parent(tx, [case_id, *(one.id for one in merged_into(tx, case_id))], into_id)
    entry = add_entry(
        tx,
        case_id=case_id,
        actor=roles[0].value,
        action=Action.MERGE.value,
        staff_id=person_id,
        words=into.number,
    )
    add_entry(
        tx, case_id=into_id, actor=roles[1].value, action="merged-here", staff_id=person_id, words=row.number
    )
    tell_effects(tx, Happening(after, entry, (), person_id), [CaseEffect.TELL_CITIZEN])
    record(tx, person_id, "case-merged", f"case:{case_id}", after={"into": into_id})
    return into


def _merged(tx: Transaction, row: CaseRow, into: CaseRow, role: Role) -> CaseRow:
    unit = row.case.unit if role in (Role.OFFICER, Role.HEAD) else None
    move = Move(Action.MERGE, role, unit=unit)
    outcome = step(row.case, move, tx.now, working_time(tx, row.unit_id), case_rules(tx.settings))
    case = replace(outcome.case, unit=into.case.unit, officer=into.case.officer)
    save_case(tx, row.id, case, None)
    return replace(row, case=case, unit_id=into.unit_id, parent_id=into.id)


def move_along(tx: Transaction, row: CaseRow) -> None:
    """What is merged into a case lies where it lies, so that its citizens' words reach the same desk. What its citizen has just taken back
    stays as it is."""
    for number in [one.id for one in merged_into(tx, row.id)]:
        one = lock_case(tx, number)
        if one is not None and one.parent_id == row.id:
            save_case(tx, one.id, replace(one.case, unit=row.case.unit, officer=row.case.officer), None)
