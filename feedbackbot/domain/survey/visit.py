"""Which door led to a rating: the counter of a poster, a receipt, a screen.

A poster is printed once and says only which counter it hangs at: a link that anybody may pass on, so it proves little. A stored visit is
the counter's code, or the code with what proved more ("loket-1:struk", "loket-1:kios"). Posters of earlier releases carried a token behind
the counter, and a visit could be "loket-1:old"; such links still open, and the token says nothing any more.
"""

from typing import Final

_WHOLE_UNIT: Final = "unit"


def visit_at(counter: str) -> str | None:
    """What is stored for a link that named this counter; None for the whole unit."""
    return counter if counter not in ("", _WHOLE_UNIT) else None


def counter_of_visit(visit: str | None) -> str | None:
    """The counter's code, None for the whole unit."""
    return visit_at((visit or "").partition(":")[0])


def place_payload(unit_code: str, counter: str) -> str:
    """What follows `/start` in a poster's link (at most 64 characters); `counter` is "" for the whole unit."""
    return f"u_{unit_code}_{counter}" if counter else f"u_{unit_code}"
