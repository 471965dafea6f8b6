"""Measure what trainings changed: each unit beside units that were not trained, and say what may be said.

A case begins with the first session that somebody of the unit attended, not with the invitation. Without
anybody there is no verdict about a training that did not take place: how many came is what is said.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from feedbackbot.clock import city_zone
from feedbackbot.delivery.tell import tell
from feedbackbot.domain.improvement.effect import Cohort, MeasuredEffect, measure_effect, measure_unit
from feedbackbot.domain.improvement.measure import Change
from feedbackbot.domain.improvement.notices import ImprovementMeasured
from feedbackbot.domain.improvement.verdict import Verdict, verdict_of
from feedbackbot.domain.improvement.windows import Windows, comparison_units, windows_around
from feedbackbot.domain.people.roles import Role
from feedbackbot.reports.figures import report_units
from feedbackbot.storage.improvement.attended import Attended, attended
from feedbackbot.storage.improvement.improvements import (
    Improvement,
    change_improvement,
    improvement_by_id,
    invited,
)
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.survey.daily_totals import totals_by_unit
from feedbackbot.storage.training.trainings import training_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.improvement.open_cases import measure_of
from feedbackbot.usecases.reports.read_reports import today


@dataclass(frozen=True, slots=True)
class _Element:
    """What is known of an element's trainings: who came, since when each unit counts as trained, the groups measured so far."""

    came: Mapping[tuple[int, int], Attended]
    starts: Mapping[str, date]
    cohorts: Mapping[date, Cohort]
    pooled: MeasuredEffect | None


async def measure_improvements(runtime: Runtime) -> dict[str, int]:
    """Every case whose window after the training is over, or to whose training nobody came; it is closed and the head is told. The
    figures are read beside the writer, and one case is closed at a time."""
    under_way = await runtime.read(invited)
    known = {
        element: await runtime.read(lambda tx, one=element: _element(tx, one))  # type: ignore[misc]
        for element in {one.element for one in under_way}
    }
    measured = await runtime.write_in_slices(
        under_way, 1, lambda tx, some: sum(_measure(tx, one.id, known[one.element]) for one in some)
    )
    return {"measured": sum(measured)}


def _measure(tx: Transaction, case_id: int, element: _Element) -> bool:
    case = improvement_by_id(tx, case_id)
    if case is None or case.closed_at is not None:
        return False  # another process was first, or somebody closed it
    start = element.starts.get(str(case.unit_id)) if _came(element, case) else None
    if start != case.started_on:
        change_improvement(tx, case.id, started_on=start)
    if start is None:
        return _close_unattended(tx, case)
    if not _around(tx, start).is_over(today(tx)):
        return False
    _close_measured(tx, case, element, start)
    return True


def _came(element: _Element, case: Improvement) -> Attended | None:
    return element.came.get((case.unit_id, case.training_id or 0))


def _close_measured(tx: Transaction, case: Improvement, element: _Element, start: date) -> None:
    cohort = element.cohorts.get(start)
    own = measure_unit(str(case.unit_id), cohort) if cohort else None
    came = _came(element, case)
    told = {
        "came": came.people if came else 0,
        "unit": asdict(own) if own else None,
        "pooled": asdict(element.pooled) if element.pooled else None,
    }
    _close(tx, case, verdict_of(own), told)


def _close_unattended(tx: Transaction, case: Improvement) -> bool:
    """Once the training is over and its attendance had time to be noted."""
    chosen = training_by_id(tx, case.training_id or 0)
    last = chosen.ends_at if chosen else None
    day = last.astimezone(city_zone()).date() if last else case.opened_at.astimezone(city_zone()).date()
    wait = tx.settings.loop_settling_days if last else 2 * tx.settings.loop_window_days
    if today(tx) <= day + timedelta(days=wait):
        return False
    _close(tx, case, Verdict.NOT_ATTENDED, {"came": 0, "unit": None, "pooled": None})
    return True


def _close(tx: Transaction, case: Improvement, verdict: Verdict, told: Mapping[str, object]) -> None:
    change_improvement(
        tx,
        case.id,
        measured_at=tx.now,
        closed_at=tx.now,
        verdict=verdict.value,
        effect=json.dumps(told),
    )
    _tell(tx, case)


def _element(tx: Transaction, element: str) -> _Element:
    """Of all trainings on this element: units that began together are a cohort, so staggered starts count."""
    came = attended(tx, element)
    starts: dict[str, date] = {}
    for (unit_id, _), one in came.items():
        day = one.first.astimezone(city_zone()).date()
        starts[str(unit_id)] = min(starts.get(str(unit_id), day), day)
    groups: dict[date, set[str]] = defaultdict(set)
    for unit, day in starts.items():
        if _around(tx, day).is_over(today(tx)):
            groups[day].add(unit)
    cohorts = {day: _cohort(tx, element, day, units, starts) for day, units in sorted(groups.items())}
    return _Element(came, starts, cohorts, measure_effect(list(cohorts.values())))


def _cohort(
    tx: Transaction, element: str, start: date, trained: set[str], starts: Mapping[str, date]
) -> Cohort:
    windows = _around(tx, start)
    with_flagged = tx.settings.survey_count_flagged
    before = totals_by_unit(tx, *windows.before, with_flagged=with_flagged)
    after = totals_by_unit(tx, *windows.after, with_flagged=with_flagged)
    changes: dict[str, Change] = {}
    for unit in report_units(tx):
        first, second = (measure_of(window.get(unit.id), element) for window in (before, after))
        if first is not None and second is not None:
            changes[str(unit.id)] = Change(first, second)
    others = comparison_units(changes.keys() - trained, starts, windows)
    return Cohort(
        {unit: changes[unit] for unit in trained if unit in changes}, {unit: changes[unit] for unit in others}
    )


def _around(tx: Transaction, start: date) -> Windows:
    settings = tx.settings
    return windows_around(start, days=settings.loop_window_days, settling_days=settings.loop_settling_days)


def _tell(tx: Transaction, case: Improvement) -> None:
    for person_id in holders(tx, Role.HEAD, case.unit_id):
        tell(tx, person_id, ImprovementMeasured(case.id), once_key=f"loop-measured:{case.id}:{person_id}")
