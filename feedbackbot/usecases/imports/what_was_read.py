"""What of a file was read and what was not: told before anybody agrees to it."""

from collections.abc import Sequence
from typing import Any, Protocol

from feedbackbot.domain.sheets.problem import SkippedRow
from feedbackbot.domain.sheets.sheet_table import LeftOutSheet, ReadColumn

_ROWS_KEPT = 5
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
        "skipped": {key: [len(rows), ", ".join(rows[:_ROWS_KEPT])] for key, rows in skipped.items()},
    }
