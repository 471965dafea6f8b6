"""Marks on responses that may not be honest. A mark never deletes: flagged answers are shown apart."""

from collections.abc import Iterable, Mapping
from enum import Enum

from feedbackbot.domain.survey.elements import ELEMENT_KEYS


class Flag(Enum):
    """Why a response is looked at twice; texts are in the catalogue as `flag-<value>`."""

    STRAIGHT_LINE = "straight-line"
    BURST = "burst"
    OWN_UNIT = "own-unit"
    OLD_VISIT = "old-visit"  # of earlier releases, whose posters ended
    NO_COOKIE = "no-cookie"  # on the web, by a browser of which nothing is known
    ONE_PLACE = "one-place"  # on the web, from an address that sent many that day


def is_straight_line(answers: Mapping[str, int | None]) -> bool:
    """Whether all nine elements got one and the same answer.

    A delighted person may answer so too, hence the flag and not a refusal. A response that is not complete
    cannot be told.
    """
    given = [answers.get(key) for key in ELEMENT_KEYS]
    return None not in given and len(set(given)) == 1


def flags_of(
    answers: Mapping[str, int | None],
    *,
    in_burst: bool = False,
    by_own_staff: bool = False,
) -> frozenset[Flag]:
    """All marks of one response."""
    marks = {
        Flag.STRAIGHT_LINE: is_straight_line(answers),
        Flag.BURST: in_burst,
        Flag.OWN_UNIT: by_own_staff,
    }
    return frozenset(flag for flag, holds in marks.items() if holds)


def flags_text(flags: Iterable[Flag]) -> str:
    """As they are stored: "burst,straight-line"."""
    return ",".join(sorted(flag.value for flag in flags))


def read_flags(text: str) -> frozenset[Flag]:
    """The stored marks; what is no mark any more is left out."""
    known = {flag.value: flag for flag in Flag}
    return frozenset(known[word] for word in text.split(",") if word in known)
