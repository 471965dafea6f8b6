"""A sheet before anything is understood of it: numbered rows of raw cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from feedbackbot.domain.sheets.cells import RawCell

Row = Sequence[RawCell]
NumberedRow = tuple[int, Row]
"""The row as the spreadsheet numbers it, from 1, and its cells from the first column that holds anything."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """`rows` can be gone through once. `hidden`: its maker put it out of sight, so it is not read but told."""

    name: str
    rows: Iterator[NumberedRow]
    hidden: bool = False
