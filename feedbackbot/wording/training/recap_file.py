"""The city's overview of JP as a picture and as a workbook."""

from feedbackbot.dialogue.notices import Translate
from feedbackbot.domain.message_text import plain
from feedbackbot.domain.sheets.write import CellValue, Column, ColumnKind, Sheet
from feedbackbot.domain.staff.nip import EmployeeKind
from feedbackbot.domain.training.jp_year import PNS_TARGET, target_of
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.reports.drawing.table_drawing import MOST_ROWS, TablePicture
from feedbackbot.storage.staff.employees import all_active
from feedbackbot.storage.training.credits import jp_sums
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.training.credits import UnitRecap, recap, this_year, today_in_city

_UNIT_COLUMNS = ("pns", "pppk", "part_time", "linked", "jp", "reached")
_SUMMED = (*_UNIT_COLUMNS[:5], "aimed", "reached")
_PEOPLE_COLUMNS = {
    "nip": ColumnKind.TEXT,
    "name": ColumnKind.TEXT,
    "kind": ColumnKind.TEXT,
    "unit": ColumnKind.TEXT,
    "rank": ColumnKind.TEXT,
    "jp": ColumnKind.INTEGER,
    "target": ColumnKind.INTEGER,
}


def recap_picture(tx: Transaction, catalogue: Catalogue, admin_id: int, language: str) -> TablePicture:
    """The largest units, the rest in one line, the sum at the end."""
    lines = recap(tx, admin_id)
    shown = lines if len(lines) < MOST_ROWS else lines[: MOST_ROWS - 2]
    rest = lines[len(shown) :]

    def t(key: str, /, **values: Value) -> str:
        return plain(catalogue.text(language, key, **values))

    rows = [_cells(one, one.unit or t("recap-no-unit")) for one in shown]
    if rest:
        rows.append(_cells(_sum(rest), t("recap-other-units", count=len(rest))))
    total = _sum(lines)
    rows.append(_cells(total, t("recap-all")))
    values: dict[str, Value] = {"year": str(this_year(tx)), "target": PNS_TARGET}
    return TablePicture(
        t("recap-title", year=values["year"]),
        _targets(tx, t),
        [t("recap-column-unit"), *(t(f"recap-column-{name}") for name in _UNIT_COLUMNS)],
        rows,
        t("recap-alt", units=len(lines), jp=total.jp, **values),
    )


def _cells(one: UnitRecap, name: str) -> list[str]:
    return [name, *(f"{getattr(one, column):,}".replace(",", ".") for column in _UNIT_COLUMNS)]


def _targets(tx: Transaction, t: Translate) -> str:
    """Who owes how much, as the city has set it."""
    pppk = target_of(EmployeeKind.PPPK, tx.settings.pppk_mode)
    if pppk is None:
        return t("recap-subtitle", target=PNS_TARGET)
    return t("recap-subtitle-target", target=PNS_TARGET, pppk=pppk)


def _sum(lines: list[UnitRecap]) -> UnitRecap:
    return UnitRecap("", *(sum(getattr(one, column) for one in lines) for column in _SUMMED))


def recap_sheets(tx: Transaction, catalogue: Catalogue, admin_id: int, language: str) -> list[Sheet]:
    """A sheet of units and one of people; who owes nothing has no target."""

    def t(key: str, /, **values: Value) -> str:
        return plain(catalogue.text(language, key, **values))

    lines = recap(tx, admin_id)
    units = Sheet(
        t("recap-sheet-units"),
        [
            Column(t("recap-column-unit")),
            *(Column(t(f"recap-column-{name}"), ColumnKind.INTEGER) for name in _UNIT_COLUMNS),
        ],
        [
            [one.unit or t("recap-no-unit"), *(getattr(one, column) for column in _UNIT_COLUMNS)]
            for one in lines
        ],
        notes=(t("recap-title", year=str(this_year(tx))), _targets(tx, t), t("recap-by-contract")),
    )
    sums = jp_sums(tx, today_in_city(tx))
    people: list[list[CellValue]] = [
        [
            one.nip,
            one.full_name,
            t(f"employee-kind-{one.kind.value}"),
            one.unit,
            one.rank or "",
            sums.get(one.id, 0),
            target_of(one.kind, tx.settings.pppk_mode),
        ]
        for one in all_active(tx)
    ]
    columns = [Column(t(f"recap-column-{name}"), kind) for name, kind in _PEOPLE_COLUMNS.items()]
    return [units, Sheet(t("recap-sheet-people"), columns, people)]
