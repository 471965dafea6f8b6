"""Open an improvement case where an element is weak or has dropped, and tell the head of the unit."""

from datetime import date, timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.improvement.measure import Measure
from feedbackbot.domain.improvement.notices import ImprovementOpened
from feedbackbot.domain.improvement.opening import OpeningReason, OpeningRule, reason_to_open
from feedbackbot.domain.people.roles import Role
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.reports.figures import ReportUnit, report_units
from feedbackbot.storage.improvement.improvements import improvements, open_case
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.reports.tables import improvement
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.daily_totals import UnitTotals, totals_by_unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.reports.read_reports import today

# A unit can work on few things at once; the weakest come first
_MOST_OPEN = 3


async def open_improvements(runtime: Runtime) -> dict[str, int]:
    """Look at the last window of every active unit, beside the writer; then open cases unit by unit. Returns how many."""
    opened = await runtime.write_in_slices(
        await runtime.read(_windows), 1, lambda tx, some: sum(_of_unit(tx, *one) for one in some)
    )
    return {"opened": sum(opened)}


def _windows(tx: Transaction) -> list[tuple[ReportUnit, UnitTotals, UnitTotals | None]]:
    days, day = tx.settings.loop_window_days, today(tx)
    now = _window(tx, day, days)
    before = _window(tx, day - timedelta(days=days), days)
    units = [unit for unit in report_units(tx) if unit.active and unit.id in now]
    return [(unit, now[unit.id], before.get(unit.id)) for unit in units]


def measure_of(totals: UnitTotals | None, element: str) -> Measure | None:
    """One element in one window; None where there are too few answers."""
    if totals is None:
        return None
    return Measure.of_sums(totals.n, totals.sums[element], totals.squares[element])


def _window(tx: Transaction, last: date, days: int) -> dict[int, UnitTotals]:
    first = last - timedelta(days=days - 1)
    return totals_by_unit(tx, first, last, with_flagged=tx.settings.survey_count_flagged)


def _of_unit(tx: Transaction, unit: ReportUnit, now: UnitTotals, before: UnitTotals | None) -> int:
    rule = OpeningRule(tx.settings.loop_floor, tx.settings.loop_least_answers)
    pause = tx.now - timedelta(days=tx.settings.loop_window_days)
    recent = improvements(
        tx,
        improvement.c.unit_id == unit.id,
        improvement.c.closed_at.is_(None) | (improvement.c.closed_at > pause),
    )
    busy = {one.element for one in recent}
    room = _MOST_OPEN - sum(one.closed_at is None for one in recent)
    weak: list[tuple[float, str, OpeningReason]] = []
    for key in ELEMENT_KEYS:
        measure = measure_of(now, key)
        reason = reason_to_open(measure, measure_of(before, key), rule)
        if measure is not None and reason is not None and key not in busy:
            weak.append((measure.mean, key, reason))
    return sum(_open(tx, unit, now.n, *one) for one in sorted(weak)[: max(room, 0)])


def _open(
    tx: Transaction,
    unit: ReportUnit,
    n: int,
    mean: float,
    element: str,
    reason: OpeningReason,
) -> bool:
    values = {"unit_id": unit.id, "element": element, "reason": reason.value, "mean": mean, "n": n}
    made = open_case(tx, values)
    if made is None:
        return False
    for person_id in holders(tx, Role.HEAD, unit.id):
        tell(tx, person_id, ImprovementOpened(made), once_key=f"loop:{made}:{person_id}")
    return True
