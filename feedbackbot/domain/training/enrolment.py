"""How somebody stands to a training, and what that means for seats and for reminders."""

from enum import StrEnum

from feedbackbot.domain.training.reminders import Standing
from feedbackbot.domain.training.seat_book import SeatState


class State(StrEnum):
    INVITED = "invited"
    LATER = "later"  # wants to be asked again at a moment of the own choice
    ASKED = "asked"  # said yes; the head of unit has not agreed yet
    SEATED = "seated"
    OFFERED = "offered"  # a seat is held for a while
    WAITING = "waiting"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"  # let an offer run out
    REFUSED = "refused"  # the head of unit did not agree


class EnrolmentReason(StrEnum):
    """Why not; each ends a catalogue key `reason-…`."""

    DUTY = "duty"
    DATE = "date"
    PLACE = "place"
    UNFIT = "unfit"
    WORDS = "words"


OPEN = frozenset({State.INVITED, State.LATER, State.ASKED, State.SEATED, State.OFFERED, State.WAITING})
"""States in which the training is still on somebody's list."""

HAS_PLACE = frozenset({State.SEATED, State.OFFERED, State.WAITING})
"""States that the seats' rules speak of."""


def seat_state(state: State) -> SeatState | None:
    """None where the seats' rules know nothing of the person yet."""
    return SeatState(state.value) if state.value in set(SeatState) else None


def standing(state: State) -> Standing:
    """What the reminder ladder needs to know."""
    known = {State.INVITED: Standing.INVITED, State.LATER: Standing.LATER, State.SEATED: Standing.SEATED}
    return known.get(state, Standing.OUT)
