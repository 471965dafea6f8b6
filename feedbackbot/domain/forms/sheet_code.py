"""The code printed on a paper form: which form, and for which unit and counter it was printed. Whoever keys it in copies it."""

import re
from dataclasses import dataclass
from typing import Final

from feedbackbot.domain.forms.form import Form

_NAME: Final = r"[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?"
_CODE: Final = re.compile(
    rf"(?P<form>[a-z]{{1,12}})(?P<version>\d{{1,4}})\s*/\s*(?P<unit>{_NAME})(?:\s*/\s*(?P<counter>{_NAME}))?"
)


@dataclass(frozen=True, slots=True)
class SheetCode:
    """`counter` is "" for the whole unit."""

    form: str
    version: int
    unit: str
    counter: str = ""

    def __str__(self) -> str:
        place = f"{self.unit}/{self.counter}" if self.counter else self.unit
        return f"{self.form.upper()}{self.version}/{place}"


def sheet_code(form: Form, unit: str, counter: str = "") -> SheetCode:
    """Of a sheet printed today."""
    return SheetCode(form.key, form.version, unit, counter)


def read_sheet_code(typed: str) -> SheetCode | None:
    """As typed, large or small; None for what is no code."""
    found = _CODE.fullmatch(typed.strip().lower())
    if found is None:
        return None
    return SheetCode(found["form"], int(found["version"]), found["unit"], found["counter"] or "")


def can_be_read(code: SheetCode, form: Form) -> bool:
    """Sheets of an older version of the form are read as far as their questions still are; a newer one means something unknown."""
    return code.form == form.key and code.version <= form.version
