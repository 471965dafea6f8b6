"""A sheet of answers beside what is said now: what it would change, and what of it cannot be used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from feedbackbot.domain.sheets.problem import RowProblem, WrongValue
from feedbackbot.domain.units.read_facts import FactLine, FactsSheet
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.facts import FactRow, all_facts
from feedbackbot.storage.units.units import ServiceRow, UnitRow, active_services, active_units
from feedbackbot.usecases.understanding.city_facts import write_fact

Place = tuple[int, int | None, str]
"""Unit, service, topic: for each there is one answer."""


@dataclass(slots=True)
class FactPlan:
    """`rows` are to be written; `shown` tells of each in the order of the sheet: office, service, topic, what was said and what will be."""

    rows: list[FactRow] = field(default_factory=list)
    shown: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    gone: int = 0
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)


def plan_facts(tx: Transaction, sheet: FactsSheet) -> FactPlan:
    """Offices and services must be called by their code or name: a likely one is not good enough for what the city says."""
    plan = FactPlan(problems=list(sheet.problems))
    finding = _Finding(active_units(tx), active_services(tx))
    known: dict[Place, FactRow] = {_place(row): row for row in all_facts(tx)}
    seen: dict[Place, FactLine] = {}
    for line in sheet.facts:
        try:
            unit = finding.unit(line.unit)
            service = finding.service(unit, line.service)
            place = unit.id, service.id if service else None, line.topic
            _once(seen, place, line)
        except _Wrong as wrong:
            column = sheet.columns[wrong.field]
            plan.problems.append(
                RowProblem(line.row_number, column, wrong.key, wrong.args_, sheet=line.sheet)
            )
            continue
        row = FactRow(*place, line.text, line.source, line.checked_on)
        _count(plan, known.get(place), row, unit.short_name, service.short_name if service else "")
    plan.problems.sort(key=lambda one: (one.sheet, one.row_number))
    return plan


def write_facts(tx: Transaction, admin_id: int | None, rows: Sequence[FactRow]) -> None:
    """As if the admin had written each in the chat."""
    for row in rows:
        write_fact(tx, admin_id, row)


def _place(row: FactRow) -> Place:
    return row.unit_id, row.service_id, row.topic


def _count(plan: FactPlan, before: FactRow | None, row: FactRow, unit: str, service: str) -> None:
    said = (before.text, before.source, before.checked_on) if before else None
    if said == (row.text, row.source, row.checked_on) or (before is None and not row.text):
        plan.unchanged += 1
        return
    if before is None:
        plan.new += 1
    elif row.text:
        plan.changed += 1
    else:
        plan.gone += 1
    plan.rows.append(row)
    plan.shown.append((unit, service, row.topic, before.text if before else "", row.text))


class _Wrong(WrongValue):
    """With the field whose cell is wrong."""

    def __init__(self, field: str, key: str, **args: str | int) -> None:
        super().__init__(key, **args)
        self.field = field


def _once(seen: dict[Place, FactLine], place: Place, line: FactLine) -> None:
    former = seen.setdefault(place, line)
    if former is not line:
        raise _Wrong("topic", "fact-said-twice", row=former.row_number)


class _Finding:
    """Offices and services by what they are called."""

    def __init__(self, units: Sequence[UnitRow], services: Sequence[ServiceRow]) -> None:
        self._units = {name: unit for unit in units for name in _names(unit)}
        self._services: dict[int, dict[str, ServiceRow]] = {}
        for one in services:
            of_unit: Mapping[str, ServiceRow] = dict.fromkeys(_names(one), one)
            self._services.setdefault(one.unit_id, {}).update(of_unit)

    def unit(self, called: str) -> UnitRow:
        found = self._units.get(_plain(called))
        if found is None:
            raise _Wrong("unit", "fact-unit-unknown", words=called[:60])
        return found

    def service(self, unit: UnitRow, called: str) -> ServiceRow | None:
        if not called:
            return None
        found = self._services.get(unit.id, {}).get(_plain(called))
        if found is None:
            raise _Wrong("service", "fact-service-unknown", words=called[:60], unit=unit.short_name)
        return found


def _names(one: UnitRow | ServiceRow) -> set[str]:
    return {_plain(name) for name in (one.code, one.name, one.short_name)}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
