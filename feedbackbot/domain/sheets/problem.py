"""What can be wrong with a sheet, told as catalogue keys so that it reads well in every language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Details = Mapping[str, str | int]


class WrongValue(ValueError):
    """One value breaks a rule. `key` names the sentence in the catalogue, `details` fill its gaps.

    The details never hold the value itself where it may be personal data.
    """

    def __init__(self, key: str, **details: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.details: Details = details


class SheetError(Exception):
    """The file as a whole cannot be used; nothing of it is taken."""

    def __init__(self, key: str, **details: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.details: Details = details


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Something wrong in one row.

    `row_number` counts from 1 as the spreadsheet shows it; `column` is the header as it stands in the file.
    With `refuses_row` the row is left out; otherwise only that cell is ignored and the row still counts.
    """

    row_number: int
    column: str
    key: str
    args: Details = field(default_factory=dict)
    refuses_row: bool = True
