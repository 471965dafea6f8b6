"""The sheet that an admin fills in and sends back: every office and topic, with what is said now."""

from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.write import CellValue, Column, ColumnKind, Sheet
from feedbackbot.domain.units.city_facts import TOPICS
from feedbackbot.domain.units.read_facts import as_cell
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.understanding.facts import FactRow, all_facts
from feedbackbot.storage.units.units import active_services, active_units

_COLUMNS = {"unit": 24, "service": 24, "topic": 16, "text": 60, "source": 30, "checked-on": 14}


def facts_sheet(tx: Transaction, catalogue: Catalogue, language: str) -> Sheet:
    """An office's own rows first, then those of its services that say something of their own."""

    def t(key: str, /, **values: Value) -> str:
        return plain(catalogue.text(language, key, **values))

    said = {(row.unit_id, row.service_id, row.topic): row for row in all_facts(tx)}
    services = {one.id: one.short_name for one in active_services(tx)}
    rows: list[list[CellValue]] = []
    for unit in active_units(tx):
        own = [row for row in said.values() if row.unit_id == unit.id and row.service_id in services]
        rows += [
            _cells(unit.short_name, "", t(f"info-topic-{topic}"), said.get((unit.id, None, topic)))
            for topic in TOPICS
        ]
        rows += [
            _cells(unit.short_name, services[row.service_id or 0], t(f"info-topic-{row.topic}"), row)
            for row in own
        ]
    columns = [
        Column(t(f"fact-column-{name}"), ColumnKind.DATE if name == "checked-on" else ColumnKind.TEXT, width)
        for name, width in _COLUMNS.items()
    ]
    return Sheet(t("fact-sheet-name"), columns, rows)


def _cells(unit: str, service: str, topic: str, row: FactRow | None) -> list[CellValue]:
    if row is None:
        return [unit, service, topic, None, None, None]
    return [unit, service, topic, as_cell(row.text), row.source, row.checked_on]
