"""What of a file was read and what was not: told before anybody agrees to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from feedbackbot.delivery.notify import Translate
from feedbackbot.domain.sheets.problem import SkippedRow
from feedbackbot.domain.sheets.read_table import LeftOutSheet, ReadColumn
from feedbackbot.i18n import Markup

_COLUMNS_SHOWN = 12
_ROWS_SHOWN = 5
_SHEETS_SHOWN = 6
_MOST_KEPT = 100  # of each: headers of a sheet with hundreds of columns are no news


class _Sheet(Protocol):
    @property
    def found(self) -> Sequence[ReadColumn]: ...
    @property
    def dropped_columns(self) -> Sequence[str]: ...
    @property
    def left_out(self) -> Sequence[LeftOutSheet]: ...
    @property
    def skipped(self) -> Sequence[SkippedRow]: ...


def reading_of(sheet: _Sheet, sheet_name: str) -> dict[str, Any]:
    """What is kept of a reading, as JSON: headers, names of sheets, numbers of rows. Nobody's data."""
    skipped: dict[str, list[str]] = {}
    for row in sheet.skipped:
        place = f"{row.row_number} ({row.sheet})" if row.sheet else str(row.row_number)
        skipped.setdefault(row.key, []).append(place)
    return {
        "sheets": sheet_name,
        "left_out": [[left.name, left.key] for left in sheet.left_out[:_MOST_KEPT]],
        "found": [[one.label, list(one.fields), one.sure] for one in sheet.found[:_MOST_KEPT]],
        "dropped": list(sheet.dropped_columns[:_MOST_KEPT]),
        "skipped": {key: [len(rows), ", ".join(rows[:_ROWS_SHOWN])] for key, rows in skipped.items()},
    }


def reading_lines(t: Translate, reading: Mapping[str, Any], fields: str = "staff-field") -> list[str]:
    """Lines of a message; `fields`: how the catalogue's keys of the fields begin."""
    if not reading:
        return []
    lines = [""]
    if reading["left_out"]:
        if reading["sheets"]:
            lines.append(t("read-sheets", sheets=reading["sheets"]))
        left = [t("read-sheet-left", name=name, reason=Markup(t(key))) for name, key in reading["left_out"]]
        lines.append(t("read-sheets-left", sheets=Markup(_some(t, left, _SHEETS_SHOWN))))
    found = [
        t("read-column" if sure else "read-column-like", label=label, fields=_called(t, fields, names))
        for label, names, sure in reading["found"]
    ]
    lines.append(t("read-columns", columns=Markup(_some(t, found, _COLUMNS_SHOWN))))
    if dropped := reading["dropped"]:
        lines.append(t("read-columns-dropped", count=len(dropped), columns=_some(t, dropped, _COLUMNS_SHOWN)))
    for key, (count, rows) in reading["skipped"].items():
        more = count > _ROWS_SHOWN
        lines.append(
            t("read-rows-skipped", count=count, reason=Markup(t(key)), rows=f"{rows}, …" if more else rows)
        )
    return lines


def _called(t: Translate, prefix: str, names: Iterable[str]) -> Markup:
    return Markup(" + ".join(t(f"{prefix}-{name.replace('_', '-')}") for name in names))


def _some(t: Translate, words: Sequence[str], most: int) -> str:
    shown = ", ".join(words[:most])
    return f"{shown}, …" if len(words) > most else shown
