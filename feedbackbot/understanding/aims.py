"""What a text can want, and what was read out of one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Aim(StrEnum):
    """The values are the keys of the examples in `feedbackbot/data/understanding`. `DANGER` is never offered: it sounds the alarm."""

    DANGER = "danger"
    COMPLAIN = "complain"  # a service of an office went wrong
    CITY = "city"  # something of the city is broken, whoever looks after it
    WISH = "wish"
    FORUM = "forum"  # to say or vote on what many say
    PRAISE = "praise"
    RATE = "rate"
    STATUS = "status"
    RESULTS = "results"
    HOURS = "hours"
    REQUIREMENTS = "requirements"
    FEE = "fee"
    DURATION = "duration"
    PLACE = "place"
    HUMAN = "human"
    PRIVACY = "privacy"
    LANGUAGE = "language"
    TRAININGS = "trainings"
    CREDITS = "credits"
    CERTIFICATE = "certificate"
    COURSE = "course"
    LINK = "link"
    BROADCAST = "broadcast"
    REPORT = "report"
    DESK = "desk"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    STOP = "stop"
    HELP = "help"
    SMALL_TALK = "small-talk"
    ABUSE = "abuse"
    UNCLEAR = "unclear"


FORMS: Final = frozenset({Aim.COMPLAIN, Aim.CITY, Aim.WISH})
"""Lead to a report."""
QUESTIONS: Final = frozenset({Aim.HOURS, Aim.REQUIREMENTS, Aim.FEE, Aim.DURATION, Aim.PLACE})
"""Answered from the city's file."""
MANNERS: Final = frozenset({Aim.GREETING, Aim.THANKS, Aim.GOODBYE, Aim.SMALL_TALK, Aim.ABUSE, Aim.STOP})
"""Answered with a word."""

PLAIN: Final = 0.72
"""From this share on an aim is taken without asking: eleven times in twelve it is right then (docs/understanding.md)."""


@dataclass(frozen=True, slots=True)
class OfficeGuess:
    """An office that a text is about. `named`: it is called by its name and not as a landmark; else only the matter points to it."""

    unit_id: int
    service_id: int | None = None
    named: bool = False
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read out of a text. `aims`: best first, with a share of 1 each. `duties`: shares of the duties that it asks for
    (`understanding.duties`), where they were looked for. `urgent`: somebody is in danger now; `perhaps`: it may be so.
    `known`: share of the words that stand in any example or name an office. `bare`: nothing but the name of an office.
    `number`: a ticket's, as written."""

    aims: tuple[tuple[Aim, float], ...] = ()
    duties: tuple[tuple[str, float], ...] = ()
    offices: tuple[OfficeGuess, ...] = ()
    urgent: bool = False
    perhaps: bool = False
    bare: bool = False
    known: float = 0.0
    number: str = ""

    @property
    def best(self) -> Aim | None:
        return self.aims[0][0] if self.aims else None

    def share(self, *aims: Aim) -> float:
        """How much speaks for any of these, 0-1."""
        return sum(share for aim, share in self.aims if aim in aims)

    def tells_a_report(self) -> bool:
        """Something that went wrong or is wished for, surely enough to stand in a report that is being written."""
        return self.best in FORMS and self.share(*FORMS) >= PLAIN

    def is_plainly_else(self) -> bool:
        """It wants something that is no report, surely enough to do it."""
        return self.best is not None and self.best not in FORMS and self.share(self.best) >= PLAIN

    def named_office(self) -> OfficeGuess | None:
        """The one office that the text names."""
        named = [one for one in self.offices if one.named]
        return named[0] if len({one.unit_id for one in named}) == 1 else None
