"""One cell as text: what spreadsheets do to numbers, dates and apostrophes is undone or refused here."""

import math
import re
import unicodedata
from datetime import date, datetime, time, timedelta

from feedbackbot.domain.sheets.problem import WrongValue


class Formula:
    """Stands where a workbook has a formula: what it would come to is not believed."""

    __slots__ = ()


RawCell = str | int | float | bool | datetime | date | time | timedelta | Formula | None

EXCEL_ERRORS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA"}
)
LONGEST_CELL = 2_000

# Excel keeps 15 significant digits of a number; whatever stood behind them is gone.
_EXACT_BELOW = 10**15
_APOSTROPHES = "'’‘`´"
_SCIENTIFIC = re.compile(r"([+-]?)(\d)(?:[.,](\d+))?[eE]\+?(\d{1,3})")
# What nearly every cell is: words or figures with single spaces between them, without a mark that means something at its beginning.
_PLAIN = re.compile(r"[A-Za-z(][!-~]*(?: [!-~]+)*|'?\d+(?:[ .,/:-]\d+)*", re.ASCII)
_QUOTED_TEXT = re.compile(r'="([^"]*)"')


def cell_text(value: RawCell) -> str:
    """The cell's text without the marks of its journey; "" for an empty cell.

    Numbers become plain digits, dates `YYYY-MM-DD`. Raises `WrongValue`: `cell-formula`, `cell-excel-error`,
    `cell-digits-lost`, `cell-too-long`. A formula is never worked out; only `="text"`, a common way to keep
    leading zeros, is read as the text it holds.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        if len(value) <= LONGEST_CELL and _PLAIN.fullmatch(value):
            return value[1:] if value[0] == "'" else value
        return _text(value)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time | timedelta):
        return str(value)
    raise WrongValue("cell-formula")  # openpyxl gives array and table formulas as objects of its own


def clean_text(text: str) -> str:
    """Text without control and direction marks, with single spaces, composed the usual way (NFC)."""
    if text.isprintable():  # nothing of the kind in it, as in nearly every cell
        return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
    kept = "".join(
        " " if character.isspace() or unicodedata.category(character) == "Cc" else character
        for character in unicodedata.normalize("NFC", text)
        if unicodedata.category(character) not in ("Cf", "Cs", "Co") or character.isspace()
    )
    return " ".join(kept.split())


def _text(value: str) -> str:
    if len(value) > LONGEST_CELL:
        raise WrongValue("cell-too-long", limit=LONGEST_CELL)
    text = clean_text(value)
    first = text[:1]
    if first == "#" and text in EXCEL_ERRORS:
        raise WrongValue("cell-excel-error")
    if first == "=":
        if quoted := _QUOTED_TEXT.fullmatch(text):
            return quoted[1].strip()
        raise WrongValue("cell-formula")
    if first and first in _APOSTROPHES:
        text = text.lstrip(_APOSTROPHES).strip()
        first = text[:1]
    return _scientific(text) if first.isdigit() or (first and first in "+-") else text


def _scientific(text: str) -> str:
    """ "8,1234567890E+10" as plain digits if it still holds them all; refused if digits are lost."""
    found = _SCIENTIFIC.fullmatch(text) if "e" in text or "E" in text else None
    if not found:
        return text
    sign, first, rest, exponent = found[1], found[2], found[3] or "", int(found[4])
    if exponent > len(rest):
        raise WrongValue("cell-digits-lost")
    digits = first + rest[:exponent]
    if rest[exponent:].strip("0"):
        return f"{sign}{digits}.{rest[exponent:]}"
    return sign.replace("+", "") + digits


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise WrongValue("cell-excel-error")
    if abs(value) >= _EXACT_BELOW:
        raise WrongValue("cell-digits-lost")
    return str(int(value)) if value.is_integer() else repr(value)
