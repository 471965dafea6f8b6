"""One rule for whole percentages that people read: half goes up, and 0 and 100 are said only where they are so."""

from math import floor


def whole_percent(part: float, whole: float = 1) -> int:
    """0 to 100. One of 300 is 1 %, not 0; 299 of 300 is 99 %, not 100: "all" and "nobody" are claims of their own.

    `round` would do neither, and takes halves to the even neighbour (12.5 → 12).
    """
    if part >= whole:
        return 100
    return min(max(floor(100 * part / whole + 0.5), 1), 99) if part > 0 else 0
