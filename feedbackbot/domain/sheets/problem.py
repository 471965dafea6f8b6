"""What can be wrong with a sheet, told as catalogue keys so that it reads well in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from feedbackbot.errors import FeedbackbotError

Details = Mapping[str, str | int | float]


class WrongValue(FeedbackbotError):
    """One value breaks a rule. Its arguments never hold the value itself where it may be personal data."""


class SheetError(FeedbackbotError):
    """The file as a whole cannot be used; nothing of it is taken."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something wrong in one row.

    `row_number` counts from 1 as the spreadsheet shows it; `column` is the header as it stands in the file.
    With `refuses_row` the row is left out; otherwise only that cell is ignored and the row still counts.
    `sheet` is told only where several sheets of the file were read.
    """

    row_number: int
    column: str
    key: str
    args: Details = field(default_factory=dict)
    refuses_row: bool = True
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no record, and why (`key`): a section's title, a total, a second header."""

    row_number: int
    key: str
    sheet: str = ""
