"""Rows of a text table, whatever separator and encoding the exporting program chose."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from feedbackbot.domain.sheets.problem import SheetError
from feedbackbot.domain.sheets.text_encoding import decoded

Row = tuple[str, ...]
Judge = Callable[[Sequence[Row]], int]
"""How well the top rows of a table are understood: the more of its header is recognised, the more."""

_SEPARATORS = ";,\t|^~"
_WIDE_GAP = re.compile(r"(?<=\S)(?: {2,}|\u00a0{2,})(?=\S)")
_LINES_LOOKED_AT = 40
_LONGEST_TOP = 200_000  # signs


def csv_rows(data: bytes, judge: Judge | None = None) -> Iterator[Row]:
    """The rows, blank ones included so that they count as they do in a spreadsheet.

    The separator is the one by which `judge` understands most; where it understands nothing, the one that stands most
    often in a line. Raises `SheetError`: `sheet-not-a-sheet` for binary content, `sheet-quote-open` with the row where a
    quotation mark is opened and never closed.
    """
    text = decoded(data)
    if not text.strip():
        raise SheetError("sheet-empty")
    separator, text = _told_separator(text)
    if separator is None:
        separator, text = _separator(text, judge)
    return _rows(text, separator)


def _rows(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end of data" in str(error) or "field larger" in str(error):
                raise SheetError("sheet-quote-open", row=number + 1) from error
            # Quotation marks in the middle of a word, as people type them: the rest is read leniently.
            yield from _lenient_rows(text, separator, number)
            return
        number += 1
        yield tuple(row)


def _lenient_rows(text: str, separator: str, after: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader):
            if number >= after:
                yield tuple(row)
    except csv.Error as error:
        raise SheetError("sheet-quote-open", row=after + 1) from error


def _told_separator(text: str) -> tuple[str | None, str]:
    """What Excel's own `sep=;` line says, and the text with that line left blank, so that rows still count."""
    first, newline, rest = text.partition("\n")
    told = first.strip(" \r").strip('"').lower()
    if len(told) == 5 and told.startswith("sep="):
        if not rest.strip():
            raise SheetError("sheet-empty")
        return told[4], newline + rest
    if told == "sep=":  # a tab, stripped
        return "\t", newline + rest
    return None, text


def _separator(text: str, judge: Judge | None) -> tuple[str, str]:
    """The separator, and the text as it is to be read with it."""
    if judge is not None:
        best = max(_candidates(text), key=lambda one: judge(_top(*one)))
        if judge(_top(*best)):
            return best
    sample = [_outside_quotes(line) for line in text[:_LONGEST_TOP].splitlines()[:_LINES_LOOKED_AT]]
    # The header has the most separators, also where titles stand above it; ties go to the earlier one.
    counts = {mark: max(line.count(mark) for line in sample) for mark in _SEPARATORS}
    return max(_SEPARATORS, key=lambda mark: counts[mark]), text


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    for mark in _SEPARATORS:
        yield mark, text
    # Every line within one pair of quotation marks: a separated text that was pasted into one column and saved again.
    lines = text.splitlines()
    if all(line.startswith('"') for line in lines[:_LINES_LOOKED_AT] if line.strip()):
        within = "\n".join(line.strip()[1:].removesuffix('"').replace('""', '"') for line in lines)
        for mark in _SEPARATORS:
            yield mark, within
    if "  " in text or "\u00a0" in text:
        yield from _columns_of_spaces(text)


def _columns_of_spaces(text: str) -> Iterator[tuple[str, str]]:
    """Columns held apart by two spaces and more, as in a list printed to a text file."""
    yield "\t", "\n".join(_WIDE_GAP.sub("\t", line) for line in text.splitlines())


def _top(separator: str, text: str) -> list[Row]:
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text[:_LONGEST_TOP], newline=""), delimiter=separator)
    try:
        for row in reader:
            rows.append(tuple(row))
            if len(rows) >= _LINES_LOOKED_AT:
                break
    except csv.Error:
        return rows
    return rows


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
