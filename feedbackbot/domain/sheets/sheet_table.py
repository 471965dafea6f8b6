"""What was kept of a file of sheets: its rows, columns, what was left out and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from feedbackbot.domain.sheets.problem import RowProblem, SkippedRow


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`number` as the spreadsheet shows it; `values` by field, blanks left out; `sheet` only where several were read."""

    number: int
    values: Mapping[str, str]
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column that was read: its header in the file, the fields it was taken for, whether the name is a known one."""

    label: str
    fields: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class LeftOutSheet:
    """A sheet of the file that was not read, and why (`key`)."""

    name: str
    key: str


@dataclass(frozen=True, slots=True)
class SheetTable:
    """What was kept of a file.

    `columns`: field → header as it stands in the file. `dropped`: headers of columns that were not read.
    A row with a problem is still in `rows`, without the troubled cell: the caller decides what it is worth.
    """

    sheet_names: tuple[str, ...]
    left_out: tuple[LeftOutSheet, ...]
    found: tuple[ReadColumn, ...]
    columns: Mapping[str, str]
    dropped: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    problems: tuple[RowProblem, ...]
    skipped: tuple[SkippedRow, ...]

    @property
    def sheet_name(self) -> str:
        """The names of the sheets that were read."""
        return ", ".join(name for name in self.sheet_names if name)
