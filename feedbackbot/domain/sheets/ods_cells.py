"""Where the formulas stand in an OpenDocument sheet, whose rows and cells are written once and said to repeat."""

import io
from collections.abc import Iterator

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MOST_REPEATS = 1_000  # of one formula; beyond, it is a decoration that nobody fills in


def formula_places(content: bytes) -> Iterator[tuple[str, Iterator[tuple[int, int]]]]:
    """Each sheet's name and the (row, column) of its formulas, from 0. Raises ParseError or ValueError."""
    from defusedxml.ElementTree import iterparse

    row = column = 0
    name = ""
    places: list[tuple[int, int]] = []
    for event, element in iterparse(io.BytesIO(content), events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag == _TABLE + "table":
                name, row, places = element.get(_TABLE + "name", ""), 0, []
            elif tag == _TABLE + "table-row":
                column = 0
            continue
        if tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            repeats = int(element.get(_TABLE + "number-columns-repeated", "1"))
            if element.get(_TABLE + "formula") is not None:
                places += [(row, column + more) for more in range(min(repeats, _MOST_REPEATS))]
            column += repeats
            element.clear()
        elif tag == _TABLE + "table-row":
            row += int(element.get(_TABLE + "number-rows-repeated", "1"))
            element.clear()
        elif tag == _TABLE + "table":
            yield name, iter(places)
            element.clear()
