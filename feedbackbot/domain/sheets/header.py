"""The header of a sheet: over one or two rows, under titles and merged headings, between columns of no interest."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from feedbackbot.domain.sheets.header_names import ColumnMatch, HeaderNames
from feedbackbot.domain.sheets.raw_sheet import NumberedRow, Row

HEADER_WITHIN = 40
"""Rows from the top in which titles may stand above the header."""
_LONGEST_LABEL = 60
_LONGEST_NAME = 300  # signs: a question of a form is long, a paragraph of advice is no header
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column that is read: its place in the row, what it holds, its header, and whether that name is a known one."""

    place: int
    fields: tuple[str, ...]
    label: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Header:
    """`row_number`: the last row of the header; what is below are records. `dropped`: labels of columns that are not read."""

    row_number: int
    columns: tuple[Column, ...]
    dropped: tuple[str, ...]

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(field for column in self.columns for field in column.fields)


def find_header(
    rows: Sequence[NumberedRow], names: HeaderNames, required: Collection[str]
) -> tuple[Header | None, frozenset[str]]:
    """The first header that has all required fields, one row before two; and the fields of the one that came nearest."""
    nearest: frozenset[str] = frozenset()
    for place, (number, row) in enumerate(rows):
        header = _header(number, _labels(row), names)
        best = header
        if place + 1 < len(rows) and rows[place + 1][0] == number + 1:
            two = _header_of_two(number, row, rows[place + 1][1], names)
            if two is not None and len(two.fields) > len(header.fields):
                best = two
        if set(required) <= best.fields:
            return best, best.fields
        nearest = max(nearest, best.fields, key=len)
    return None, nearest


def _labels(row: Row) -> list[str]:
    return [_label(cell) if isinstance(cell, str) else "" for cell in row]


def _label(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text[:_LONGEST_NAME].splitlines())
    return "\n".join(line for line in lines if line)


def _header(number: int, labels: Sequence[str], names: HeaderNames) -> Header:
    found = [(place, label, names.match(label)) for place, label in enumerate(labels) if label]
    return _chosen(number, found)


def _header_of_two(number: int, upper: Row, lower: Row, names: HeaderNames) -> Header | None:
    """A header whose upper row joins columns under one heading; a heading reaches over the blank cells to its right."""
    above, below = _labels(upper), _labels(lower)
    if not any(below) or _looks_like_record(lower) or _is_title(above, below):
        return None
    found: list[tuple[int, str, ColumnMatch | None]] = []
    heading = ""
    for place in range(max(len(above), len(below))):
        own = above[place] if place < len(above) else ""
        heading = own or heading
        name = below[place] if place < len(below) else ""
        if not name:
            if own:
                found.append((place, own, names.match(own)))
            continue
        whole = f"{heading} {name}".strip()
        match = names.match(whole) if heading else None
        if match is None or not match.sure:
            match = None if names.changes_meaning(heading) else names.match(name) or match
        found.append((place, whole, match))
    return _chosen(number + 1, found)


def _is_title(above: Sequence[str], below: Sequence[str]) -> bool:
    """One text over the first column, which has its own name: the table's title, not a heading of some columns."""
    written = [place for place, text in enumerate(above) if text]
    named = [place for place, text in enumerate(below) if text]
    return len(written) == 1 and written[0] == named[0]


def _looks_like_record(row: Row) -> bool:
    """Numbers and dates stand in records; a header has words only, or the numbers 1, 2, 3 of its columns."""
    return any(cell is not None and not isinstance(cell, str) for cell in row) or any(
        isinstance(cell, str) and sum(sign.isdigit() for sign in cell) >= 6 for cell in row
    )


def _chosen(number: int, found: Sequence[tuple[int, str, ColumnMatch | None]]) -> Header:
    """Of several columns for one field the known name goes before the like one, then the left one."""
    columns: list[Column] = []
    taken: set[str] = set()
    known = [(place, label, match) for place, label, match in found if match is not None]
    for place, label, match in sorted(known, key=lambda one: (not one[2].sure, len(one[2].fields), one[0])):
        fields = tuple(field for field in match.fields if field not in taken)
        # The right one of two columns of the same field may still fill what the left one leaves blank.
        again = match.sure and len(match.fields) == 1
        if fields or again:
            columns.append(Column(place, fields or match.fields, _shown(label), match.sure))
            taken.update(fields)
    read = {column.place for column in columns}
    dropped = tuple(_shown(label) for place, label, _ in found if place not in read)
    return Header(number, tuple(sorted(columns, key=lambda column: column.place)), dropped)


def _shown(label: str) -> str:
    return " ".join(label.split())[:_LONGEST_LABEL]
