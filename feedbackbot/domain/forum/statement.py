"""A statement as it is kept and shown: one line, as short as one thought, counted in the signs that people see."""

from enum import StrEnum
from typing import Final

from feedbackbot.domain.cases.words import shown_to_others
from feedbackbot.domain.visible_text import is_inside_a_sign, letters_in

LONGEST: Final = 140  # signs as people count them
_MOST_CODES: Final = 4 * LONGEST  # a sign may be of several codes; a heap of accents is no letter
_LEAST_LETTERS: Final = 8


class StatementState(StrEnum):
    """What became of a statement. Only shown ones are voted on and counted."""

    WAITING = "waiting"  # for a person to look at it
    SHOWN = "shown"
    REFUSED = "refused"
    HIDDEN = "hidden"  # was shown, and was taken away with a reason


class Reason(StrEnum):
    """Why a moderator does not show a statement; the author reads it."""

    INSULT = "insult"
    PERSON = "person"  # names or describes somebody
    OFF_TOPIC = "off-topic"
    DUPLICATE = "duplicate"
    UNCLEAR = "unclear"  # two thoughts at once, a question, not to be agreed or disagreed with
    ADVERTISING = "advertising"


def as_kept(typed: str) -> str:
    """Without signs that nobody sees or that turn the writing, in one line."""
    return " ".join(shown_to_others(typed[: 20 * LONGEST]).split())


def signs_in(text: str) -> int:
    """How many signs a reader counts: a letter with its accents is one, a family of emoji too."""
    return sum(not is_inside_a_sign(text, place) for place in range(len(text)))


def is_too_long(text: str) -> bool:
    return len(text) > _MOST_CODES or (len(text) > LONGEST and signs_in(text) > LONGEST)


def is_too_short(text: str) -> bool:
    """Nothing that somebody could agree with."""
    return letters_in(text) < _LEAST_LETTERS
