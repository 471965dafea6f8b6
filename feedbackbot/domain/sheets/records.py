"""Which rows under a header are records, and which are titles of sections, totals, numbers of columns or signatures."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from feedbackbot.domain.sheets.cells import RawCell
from feedbackbot.domain.sheets.header import Header
from feedbackbot.domain.sheets.raw_sheet import Row
from feedbackbot.domain.sheets.summary_rows import summary_kind

_SIGNATURES = re.compile(
    r"(?:mengetahui|menyetujui|dibuat (?:oleh|di)|a\.?n\.?\s|plt\.?\s+kepala|sumber|catatan|keterangan|ket\s*:|dicetak|halaman"
    r"|page)\b",
    re.IGNORECASE,
)
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})\s*\)?(?:\.0)?")
_ORDINAL = re.compile(r"\(?\s*(?:\d{1,6}|[ivxlc]+|[a-z])\s*[.)]?(?:\.0)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_DIGITS_OF_A_KEY = 9


def is_blank(row: Row) -> bool:
    """A sheet can claim a million empty rows; `count` looks through one in a microsecond."""
    for cell in row[:3]:  # of a sheet with people in it one of these is written
        if type(cell) is str and cell and not cell.isspace():
            return False
    if row.count(None) + row.count("") == len(row):
        return True
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row)


def why_no_record(
    row: Row, header: Header, keys: Collection[int], *, first: bool, totals: bool = True
) -> str | None:
    """A catalogue key where the row is no record; None where it is one, or a broken one that has to be told.

    `keys`: places of the columns without which a row is no record. `first`: no record was found above it yet.
    """
    if not first and any(place < len(row) and _is_key(row[place]) for place in keys):
        return None  # as nearly every row of a staff sheet
    written = _written(row)
    if first and _numbers_of_columns(written):
        return "skipped-column-numbers"
    if any(place in keys and _is_key(cell) for place, cell in written):
        return None
    words = [(place, cell.strip()) for place, cell in written if isinstance(cell, str)]
    # A word behind the answers is a respondent's comment, however it begins.
    before = words and (words[0][0] < min(keys, default=0) or not any(place in keys for place, _ in written))
    # … nor is one in the column of the names, where nobody's number stands beside it.
    instead = words and words[0][0] == min(keys, default=-1)
    if totals and (before or instead) and summary_kind(words[0][1]):
        return "skipped-total"
    if before and _SIGNATURES.match(words[0][1]):
        return "skipped-signature"
    if _is_header_again(words, header):
        return "skipped-header-again"
    if len(written) == 1:
        return "skipped-number-only" if not words or _ORDINAL.fullmatch(words[0][1]) else "skipped-section"
    places = {column.place for column in header.columns}
    filled = [(place, text) for place, text in words if place in places]
    if not any(place in places for place, _ in written):
        return "skipped-section"
    if (
        len(words) == len(written) == 2
        and words[0][0] not in keys
        and _ORDINAL.fullmatch(words[0][1])
        and len(filled) < 2
    ):
        return "skipped-section"  # "A. | DINAS KESEHATAN"
    return None


def _written(row: Row) -> list[tuple[int, RawCell]]:
    """Cells that hold something, with their places."""
    return [
        (place, cell)
        for place, cell in enumerate(row)
        if cell is not None and not (isinstance(cell, str) and not cell.strip())
    ]


def _is_key(cell: RawCell) -> bool:
    if isinstance(cell, str):
        if len(cell) < _DIGITS_OF_A_KEY:
            return False
        if cell[1:].isdigit():
            return True
    return len(_DIGIT.findall(str(cell))) >= _DIGITS_OF_A_KEY


def _numbers_of_columns(written: Sequence[tuple[int, RawCell]]) -> bool:
    """ "1 2 3 4 …" under a header."""
    found = [_COLUMN_NUMBER.fullmatch(str(cell).strip()) for _, cell in written]
    numbers = [int(one[1]) for one in found if one]
    return len(numbers) == len(written) >= 3 and all(
        after - before == 1 for before, after in pairwise(numbers)
    )


def _is_header_again(words: Sequence[tuple[int, str]], header: Header) -> bool:
    """A header that is printed on every page."""
    labels = {column.place: column.label.casefold() for column in header.columns}
    said = [
        " ".join(text.split()).casefold()[:60] == labels[place] for place, text in words if place in labels
    ]
    return len(said) >= 2 and all(said)
