"""Measure what trainings changed, against units that were not trained, and say what may be said."""

import json
from collections import defaultdict
from dataclasses import asdict
from datetime import date

from feedbackbot.delivery.notify import Translate, notify
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.improvement.effect import Cohort, MeasuredEffect, measure_effect
from feedbackbot.domain.improvement.measure import Change
from feedbackbot.domain.improvement.verdict import verdict_of
from feedbackbot.domain.improvement.windows import Windows, comparison_units, windows_around
from feedbackbot.domain.people.roles import Role
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.figures import report_units
from feedbackbot.storage.improvement.improvements import Improvement, begun, change_improvement, unmeasured
from feedbackbot.storage.people.roles import holders
from feedbackbot.storage.survey.daily_totals import totals_by_unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.improvement.open_cases import LOOP_DOOR, measure_of
from feedbackbot.usecases.reports.read_reports import today


def measure_improvements(tx: Transaction, catalogue: Catalogue) -> dict[str, int]:
    """Every case whose window after the training is over; it is closed with its verdict, and the head is told."""
    due = [one for one in unmeasured(tx) if _windows(tx, one).is_over(today(tx))]
    effects = {element: _effect(tx, element) for element in {one.element for one in due}}
    for case in due:
        effect = effects[case.element]
        verdict = verdict_of(effect).value
        told = json.dumps(asdict(effect)) if effect else None
        change_improvement(tx, case.id, measured_at=tx.now, closed_at=tx.now, verdict=verdict, effect=told)
        _tell(tx, catalogue, case, verdict)
    return {"measured": len(due)}


def _effect(tx: Transaction, element: str) -> MeasuredEffect | None:
    """Of all trainings on this element whose windows are over: units that began together are a cohort, so staggered starts count."""
    cases = begun(tx, element)
    starts: dict[str, date] = {}
    for one in cases:
        if one.started_on is not None:
            key = str(one.unit_id)
            starts[key] = min(starts.get(key, one.started_on), one.started_on)
    groups: dict[date, set[str]] = defaultdict(set)
    for one in cases:
        if one.started_on is not None and _windows(tx, one).is_over(today(tx)):
            groups[one.started_on].add(str(one.unit_id))
    return measure_effect([_cohort(tx, element, day, units, starts) for day, units in sorted(groups.items())])


def _cohort(tx: Transaction, element: str, start: date, trained: set[str], starts: dict[str, date]) -> Cohort:
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


def _windows(tx: Transaction, case: Improvement) -> Windows:
    return _around(tx, case.started_on or case.opened_at.date())


def _around(tx: Transaction, start: date) -> Windows:
    settings = tx.settings
    return windows_around(start, days=settings.loop_window_days, settling_days=settings.loop_settling_days)


def _tell(tx: Transaction, catalogue: Catalogue, case: Improvement, verdict: str) -> None:
    def write(t: Translate) -> Message:
        text = t("loop-measured", element=t(f"element-{case.element}"), verdict=t(f"loop-verdict-{verdict}"))
        return Message(text, (Choice(str(case.id), t("loop-see"), door=LOOP_DOOR),))

    for person_id in holders(tx, Role.HEAD, case.unit_id):
        once = f"loop-measured:{case.id}:{person_id}"
        notify(tx, catalogue, person_id, Kind.CASE_UPDATE, write, once_key=once)
