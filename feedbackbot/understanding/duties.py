"""Which of a civil servant's duties words ask for, by the names of their commands."""

from collections.abc import Collection, Sequence
from typing import Final

from feedbackbot.understanding.aims import Aim

NO_DUTY: Final = "-"
"""Stands for everything that is no duty, in what is learned."""
ALSO_DUTIES: Final = {
    Aim.DESK: "kasus",
    Aim.REPORT: "laporan",
    Aim.BROADCAST: "siarkan",
    Aim.TRAININGS: "pelatihan",
    Aim.CREDITS: "jp",
    Aim.COURSE: "belajar",
}
"""Aims that lead to the same as a duty."""
OF_DUTIES: Final = frozenset({*ALSO_DUTIES, Aim.CERTIFICATE, Aim.RESULTS, Aim.STATUS, Aim.LINK, Aim.UNCLEAR})
"""Their examples do not tell what no duty is like."""
DUTY: Final = "duty."
"""Before the name of a duty's command, where aims and duties stand beside each other."""
_LIKELIER: Final = 8.0
"""Whoever has a duty writes of it more often than the sentences suggest that were learned from, most of which are citizens'."""
_DUTY_AIMS: Final = frozenset(ALSO_DUTIES)
_ALSO: Final = {duty: aim.value for aim, duty in ALSO_DUTIES.items()}


def is_duty(wanted: str) -> bool:
    return wanted.startswith(DUTY) or wanted in _DUTY_AIMS


def wanted(
    aims: Sequence[tuple[str, float]], shares: Sequence[tuple[str, float]], own: Collection[str]
) -> dict[str, float]:
    """What somebody with the duties `own` may want, best first, with shares of 1: aims, and duties after `DUTY`. A duty that is
    also an aim is called by the aim. `shares`: of each duty and of `NO_DUTY`, for which `aims` stand."""
    possible = {name: share * _LIKELIER for name, share in shares if name in own}
    other = dict(shares).get(NO_DUTY, 1.0)
    whole = sum(possible.values()) + other
    found = {aim: share * other / whole for aim, share in aims}
    for name, share in possible.items():
        key = _ALSO.get(name, f"{DUTY}{name}")
        found[key] = found.get(key, 0.0) + share / whole
    return dict(sorted(found.items(), key=lambda one: -one[1]))
