"""What words may want, weighed: which of it is plain, and which is worth a question."""

from collections.abc import Set
from typing import Final

from conversations.paham.doing import ROLES
from feedbackbot.understanding.aims import FORMS, MANNERS, PLAIN, QUESTIONS, Aim, Reading
from feedbackbot.understanding.duties import is_duty, wanted

KNOWN_ENOUGH: Final = 0.4
"""With fewer words that were ever seen, being sure means nothing."""
_WORTH_ASKING: Final = 0.015
_WORTH_A_PLACE: Final = 0.005
"""One of the three is a duty, for whoever has one that the words may be about."""
_WORTH_INTERRUPTING: Final = 0.25
_NO_WAY: Final = (MANNERS - {Aim.STOP}) | {Aim.UNCLEAR}
"""Lead nowhere, so there is nothing to choose."""
_ALWAYS: Final = (Aim.COMPLAIN, Aim.RATE, Aim.REQUIREMENTS)
"""What people mostly want, where the words say little."""


def possible(reading: Reading, roles: Set[str], duties: Set[str]) -> dict[str, float]:
    """Aims and duties with shares of 1, best first, the three kinds of report as one, without what somebody with these may not do."""
    found: dict[str, float] = {}
    form = next((aim for aim, _ in reading.aims if aim in FORMS), Aim.COMPLAIN)
    for aim, share in reading.aims:
        if ROLES.get(aim, roles) & roles:
            key = form if aim in FORMS else aim
            found[key] = found.get(key, 0.0) + share
    whole = sum(found.values()) or 1.0
    return wanted([(aim, share / whole) for aim, share in found.items()], reading.duties, duties)


def plainly(aims: dict[str, float], reading: Reading) -> str | None:
    """What is done without a question where nothing is under way. A rating is never begun from a sentence, praise is either of two things,
    two words are no report, and whoever may be in danger is led into nothing unasked."""
    best = next(iter(aims), None)
    if best is None or aims[best] < PLAIN or reading.known < KNOWN_ENOUGH:
        return None
    if best in (Aim.PRAISE, Aim.HUMAN, Aim.UNCLEAR) or (best == Aim.RATE and reading.offices):
        return None
    return None if reading.perhaps and best not in QUESTIONS | MANNERS else best


def to_choose(aims: dict[str, float]) -> list[str]:
    """At most three, where nothing is under way."""
    worth = [aim for aim, share in aims.items() if share >= _WORTH_ASKING]
    if next(iter(aims), None) == Aim.PRAISE:  # what pleased is worth a rating
        worth = [Aim.RATE, *(aim for aim in worth if aim != Aim.RATE)]
    usual = [aim for aim in _ALWAYS if aim not in FORMS or not FORMS.intersection(worth)]
    ways = [aim for aim in dict.fromkeys((*worth, *usual)) if aim not in _NO_WAY and aim != Aim.STOP][:3]
    duty = next((aim for aim, share in aims.items() if is_duty(aim) and share >= _WORTH_A_PLACE), None)
    if duty is not None and not any(is_duty(aim) for aim in ways):
        ways[2:] = [duty]
    return [str(aim) for aim in ways]


def to_interrupt(aims: dict[str, float], reading: Reading) -> list[str]:
    """At most two things for which what is under way may be left; what leads nowhere stands first and alone. Nothing where hardly any
    of the words were ever seen: then they mean nothing else."""
    aims = _stopping(aims)
    best = next(iter(aims), None)
    if reading.known < KNOWN_ENOUGH or best is None:
        return []
    if aims[best] < _WORTH_INTERRUPTING or best == Aim.UNCLEAR:
        return []
    if best in _NO_WAY:
        return [str(best)]
    told = [str(aim) for aim, share in aims.items() if share >= _WORTH_ASKING and aim not in _NO_WAY]
    return told[:2]


def _stopping(aims: dict[str, float]) -> dict[str, float]:
    """Whoever says goodbye in the middle of something wants to stop."""
    if Aim.GOODBYE not in aims:
        return aims
    merged = {aim: share for aim, share in aims.items() if aim != Aim.GOODBYE}
    merged[Aim.STOP] = merged.get(Aim.STOP, 0.0) + aims[Aim.GOODBYE]
    return dict(sorted(merged.items(), key=lambda one: -one[1]))
