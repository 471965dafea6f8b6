"""What time alone does to cases: reminders, going up, closing after silence."""

from feedbackbot.domain.cases.clock import run_clock
from feedbackbot.domain.cases.terms import Action, Alarm, CaseState, Role
from feedbackbot.storage.cases.cases import CaseRow, due_case_ids, lock_case
from feedbackbot.storage.cases.timeline import add_entry
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.city_rules import case_rules, working_time
from feedbackbot.usecases.cases.step_case import keep
from feedbackbot.usecases.cases.tell_case import Happening, tell_effects

_AT_ONCE = 50
NOTHING = {"reminded": 0, "escalated": 0, "closed": 0}


def run_case_clock(tx: Transaction) -> dict[str, int]:
    """One bounded step; call again until all counts are 0."""
    counts = dict(NOTHING)
    for case_id in due_case_ids(tx, _AT_ONCE):
        row = lock_case(tx, case_id)  # waits for whoever acts on it now; then nothing may be due any more
        if row is not None:
            for what in _advance(tx, row):
                counts[what] += 1
    return counts


def _advance(tx: Transaction, row: CaseRow) -> list[str]:
    outcome = run_clock(row.case, tx.now, working_time(tx, row.unit_id), case_rules(tx.settings))
    if not outcome.effects:
        return []
    after = keep(tx, row, outcome.case)
    action, what = _what_happened(row, after)
    entry = add_entry(tx, case_id=row.id, actor=Role.CLOCK.value, action=action.value)
    tell_effects(tx, Happening(after, entry), outcome.effects)
    return [what]


def _what_happened(before: CaseRow, after: CaseRow) -> tuple[Action, str]:
    if after.case.state is CaseState.CLOSED_UNCONFIRMED:
        return Action.LET_GO, "closed"
    if after.case.alarm >= Alarm.OVERDUE and after.case.alarm > before.case.alarm:
        return Action.ESCALATE, "escalated"
    return Action.REMIND, "reminded"
