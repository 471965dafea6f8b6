"""Several files of employees that were sent at once, read as the sheets of one file are."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from feedbackbot.domain.sheets.problem import RowProblem, SkippedRow
from feedbackbot.domain.staff.read_staff import StaffRow, StaffSheet

_Numbered = TypeVar("_Numbered", RowProblem, SkippedRow, StaffRow)


def joined(files: Sequence[tuple[str, StaffSheet]]) -> StaffSheet:
    """One sheet of all, each row with its file's name (and its sheet's, where the file has several)."""
    if len(files) == 1:
        return files[0][1]
    columns: dict[str, str] = {}
    for _, sheet in files:
        columns = {**sheet.columns, **columns}
    return StaffSheet(
        ", ".join(name for name, _ in files),
        tuple(row for name, sheet in files for row in _of(name, sheet.rows)),
        tuple(row for name, sheet in files for row in _of(name, sheet.problems)),
        frozenset().union(*(sheet.refused_nips for _, sheet in files)),
        columns,
        tuple(dict.fromkeys(label for _, sheet in files for label in sheet.dropped_columns)),
        tuple(dict.fromkeys(column for _, sheet in files for column in sheet.found)),
        tuple(replace(left, name=f"{name}, {left.name}") for name, sheet in files for left in sheet.left_out),
        tuple(row for name, sheet in files for row in _of(name, sheet.skipped)),
    )


def _of(name: str, rows: Sequence[_Numbered]) -> list[_Numbered]:
    return [replace(row, sheet=f"{name}, {row.sheet}" if row.sheet else name) for row in rows]
