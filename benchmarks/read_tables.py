"""What a benchmark printed, as figures to keep: its Markdown tables, and its lines that say a name and then a number with a unit.

So a benchmark only prints, as people read it, and `python -m benchmarks NAME` keeps it beside (`benchmarks.kept`).
"""

import re
from collections.abc import Iterable

_NUMBER = r"-?\d[\d,]*(?:\.\d+)?"
_CELL = re.compile(rf"\**\s*({_NUMBER})\s*(?:%|s|ms|MB|/s)?\s*\**")
_LINE = re.compile(
    rf"(?P<name>\S.*?)(?::\s|\s{{2,}})\D*?(?P<value>{_NUMBER}) (?P<unit>s CPU|s wall|ms|MB|s|%)(?:\W|$)"
)


def figures_of(printed: str) -> dict[str, dict[str, float]]:
    """By column of a table, and in it by row; plain lines by their unit. A cell that is no number is left out."""
    found: dict[str, dict[str, float]] = {}
    head: list[str] = []
    for line in printed.splitlines():
        if not line.startswith("|"):
            head = []
            if plain := _LINE.match(line.strip()):
                found.setdefault(plain["unit"], {})[plain["name"].strip()] = _value(plain["value"])
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not head:
            head = cells
        elif not set("".join(cells)) <= set("-: "):
            for column, name, value in _numbers(head, cells):
                found.setdefault(column, {})[name] = value
    return found


def _numbers(head: list[str], cells: list[str]) -> Iterable[tuple[str, str, float]]:
    name = cells[0].strip("* ")
    for column, cell in zip(head[1:], cells[1:], strict=False):
        if told := _CELL.fullmatch(cell):
            yield column, name, _value(told[1])


def _value(text: str) -> float:
    return float(text.replace(",", ""))
