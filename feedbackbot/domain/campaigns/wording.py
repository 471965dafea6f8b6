"""An admin's own wording of a message: which placeholders it may hold, and which it must."""

import re
from collections.abc import Mapping

from feedbackbot.domain.campaigns.experiment.principles import Principle

PLACEHOLDERS: Mapping[Principle, frozenset[str]] = {
    Principle.PLAIN_REMINDER: frozenset({"ajakan"}),
    Principle.SOCIAL_NORM: frozenset({"ajakan", "ikut", "rekan", "kantor"}),
    Principle.RESERVED_SEAT: frozenset({"ajakan", "batas"}),
    Principle.OWN_PROGRESS: frozenset({"ajakan", "jp"}),
    Principle.CITIZENS_SAID: frozenset({"ajakan", "kantor", "ikm"}),
    Principle.INCENTIVE: frozenset({"ajakan", "poin"}),
}
"""`ajakan` is the one concrete thing to do; every message needs it. The others carry the true figures."""

# without these a message would no longer be built on its principle
_NEEDED: Mapping[Principle, frozenset[str]] = {
    Principle.SOCIAL_NORM: frozenset({"ikut", "rekan"}),
    Principle.RESERVED_SEAT: frozenset({"batas"}),
    Principle.OWN_PROGRESS: frozenset({"jp"}),
    Principle.CITIZENS_SAID: frozenset({"ikm"}),
    Principle.INCENTIVE: frozenset({"poin"}),
}
MOST_CHARACTERS = 600
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def needed(principle: Principle) -> frozenset[str]:
    return _NEEDED.get(principle, frozenset()) | {"ajakan"}


def unknown_placeholders(principle: Principle, words: str) -> tuple[str, ...]:
    """In order; also "" for an empty pair of braces."""
    return tuple(name for name in _PLACEHOLDER.findall(words) if name.strip() not in PLACEHOLDERS[principle])


def missing_placeholders(principle: Principle, words: str) -> tuple[str, ...]:
    """By name."""
    found = {name.strip() for name in _PLACEHOLDER.findall(words)}
    return tuple(sorted(needed(principle) - found))


def filled(words: str, values: Mapping[str, str]) -> str:
    """Every placeholder by its value; KeyError for one that has none."""
    return _PLACEHOLDER.sub(lambda match: values[match[1].strip()], words)
