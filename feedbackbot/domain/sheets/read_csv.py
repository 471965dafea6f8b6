"""Rows of a text table, whatever separator and encoding the exporting program chose."""

import csv
import io
from collections.abc import Iterator

from feedbackbot.domain.sheets.problem import SheetError

Row = tuple[str, ...]

_SEPARATORS = ";,\t|"
_LINES_LOOKED_AT = 30
# Bytes that stand in no text file; a file holding them is something else under a table's name.
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a")


def csv_rows(data: bytes) -> Iterator[Row]:
    """The rows, blank ones included so that they count as they do in a spreadsheet.

    Raises `SheetError`: `sheet-not-a-sheet` for binary content, `sheet-quote-open` with the row where a
    quotation mark is opened and never closed.
    """
    text = decoded(data)
    separator, text = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise SheetError("sheet-quote-open", row=number + 1) from error
        number += 1
        yield tuple(row)


def decoded(data: bytes) -> str:
    """The text: UTF-8 with or without a mark, UTF-16 with a mark, else Windows' Western code page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise SheetError("sheet-not-a-sheet") from error
    if not _BINARY.isdisjoint(data):
        raise SheetError("sheet-not-a-sheet")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> tuple[str, str]:
    """The separator, and the text without Excel's own `sep=;` line (left blank, so that rows still count)."""
    first, newline, rest = text.partition("\n")
    told = first.strip().lower()
    if len(told) == 5 and told.startswith("sep=") and told[4] in _SEPARATORS:
        return told[4], newline + rest
    sample = [_outside_quotes(line) for line in text.splitlines()[:_LINES_LOOKED_AT] if line.strip()]
    if not sample:
        raise SheetError("sheet-empty")
    # The header has the most separators, also where titles stand above it; ties go to the earlier one.
    counts = {mark: max(line.count(mark) for line in sample) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: counts[mark]), text


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
