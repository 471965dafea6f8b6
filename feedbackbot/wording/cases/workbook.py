"""All cases of a desk as a workbook, made when the message that carries it is sent."""

from collections.abc import Mapping

from feedbackbot.delivery.attachments import Maker
from feedbackbot.delivery.channel import MadeFile
from feedbackbot.dialogue.attachment import Attachment
from feedbackbot.dialogue.file_sources import CASE_WORKBOOK, LAPOR_WORKBOOK
from feedbackbot.domain.cases.masking import masked
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.write import XLSX, CellValue, Column, ColumnKind, Sheet, workbook_bytes
from feedbackbot.i18n import Catalogue
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.cases.cases import CaseRow
from feedbackbot.storage.cases.search import all_cases
from feedbackbot.storage.runtime import Runtime
from feedbackbot.storage.transaction import Transaction
from feedbackbot.storage.units.units import services_of, unit_by_id
from feedbackbot.usecases.cases.lapor import open_sheets
from feedbackbot.usecases.cases.staff import desk_units

_MOST_ROWS = 20_000
_COLUMNS = {
    "number": ColumnKind.TEXT,
    "kind": ColumnKind.TEXT,
    "unit": ColumnKind.TEXT,
    "service": ColumnKind.TEXT,
    "words": ColumnKind.TEXT,
    "place": ColumnKind.TEXT,
    "state": ColumnKind.TEXT,
    "received": ColumnKind.MOMENT,
    "responded": ColumnKind.MOMENT,
    "due": ColumnKind.MOMENT,
    "closed": ColumnKind.MOMENT,
    "score": ColumnKind.INTEGER,
    "lapor": ColumnKind.TEXT,
}


def case_makers(runtime: Runtime, catalogue: Catalogue, render: RenderProcess) -> Mapping[str, Maker]:
    """The makers of "case-workbook" and "lapor-workbook"; their args are person (whose desk) and language."""

    async def make(attachment: Attachment) -> MadeFile:
        person_id, language = int(attachment.args["person"] or 0), str(attachment.args["language"])
        fill = lapor_open_sheet if attachment.source == LAPOR_WORKBOOK else cases_sheet
        sheet = await runtime.read(lambda tx: fill(tx, catalogue, person_id, language))
        return MadeFile(await render.render(workbook_bytes, [sheet]), attachment.name, XLSX)

    return {CASE_WORKBOOK: make, LAPOR_WORKBOOK: make}


def cases_sheet(tx: Transaction, catalogue: Catalogue, person_id: int, language: str) -> Sheet:
    """Whoever has no desk any more gets no rows. Nobody is named, and what is confidential stays out."""
    rows = all_cases(tx, desk_units(tx, person_id), _MOST_ROWS)
    names = _Names(tx)
    columns = [
        Column(plain(catalogue.text(language, f"case-column-{name}")), kind)
        for name, kind in _COLUMNS.items()
    ]
    made = [_row(row, names, catalogue, language) for row in rows]
    return Sheet(plain(catalogue.text(language, "desk-workbook-sheet")), columns, made)


def lapor_open_sheet(tx: Transaction, catalogue: Catalogue, person_id: int, language: str) -> Sheet:
    """A row a case, a column a field of LAPOR!, in the order in which they are typed there."""

    def t(key: str) -> str:
        return plain(catalogue.text(language, key))

    columns = [Column(t(f"lapor-column-{name}"), ColumnKind.TEXT) for name in _LAPOR_COLUMNS]
    rows: list[list[CellValue]] = [
        [
            t(f"case-kind-{row.case.kind}"),
            sheet.title,
            sheet.what,
            sheet.happened,
            sheet.where,
            sheet.agency,
            str(sheet.files),
            t("lapor-yes" if sheet.anonymous else "lapor-no"),
            t("lapor-yes" if sheet.confidential else "lapor-no"),
            sheet.number,
            row.lapor_number,
        ]
        for row, sheet in open_sheets(tx, person_id)
    ]
    return Sheet("LAPOR", columns, rows)


_LAPOR_COLUMNS = (
    "class", "title", "text", "when", "where", "agency", "files", "anonymous", "confidential", "number", "tracking",
)  # fmt: skip


class _Names:
    """Names of units and services, each looked up once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._units: dict[int, str] = {}
        self._services: dict[int, dict[int, str]] = {}

    def unit(self, unit_id: int) -> str:
        if unit_id not in self._units:
            found = unit_by_id(self._tx, unit_id)
            self._units[unit_id] = found.name if found else "–"
        return self._units[unit_id]

    def service(self, unit_id: int, service_id: int | None) -> str:
        if unit_id not in self._services:
            self._services[unit_id] = {one.id: one.name for one in services_of(self._tx, unit_id)}
        return self._services[unit_id].get(service_id or 0, "")


def _row(row: CaseRow, names: _Names, catalogue: Catalogue, language: str) -> list[CellValue]:
    def t(key: str) -> str:
        return plain(catalogue.text(language, key))

    case = row.case
    return [
        row.number,
        t(f"case-kind-{case.kind}"),
        names.unit(row.unit_id),
        names.service(row.unit_id, row.service_id),
        t("case-confidential") if row.confidential else masked(row.words or ""),
        "" if row.confidential else row.place,
        t(f"case-state-{case.state}"),
        case.received_at,
        case.responded_at,
        case.stage_due,
        case.closed_at,
        case.score,
        row.lapor_number,
    ]
