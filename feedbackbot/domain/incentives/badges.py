"""Badges: earned once, kept for good. Each marks something a colleague would respect, none a number of taps."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Badge(StrEnum):
    FIRST_TRAINING = "first-training"
    FIRST_COURSE = "first-course"
    STEADY = "steady"
    YEAR_COMPLETE = "year-complete"
    MANY_WAYS = "many-ways"
    TEAM_PLAYER = "team-player"


@dataclass(frozen=True)
class Achievements:
    """What is known of a person; all numbers only ever grow.

    `years_complete`: years in which the yearly lesson hours owed were reached. Someone who owes none (PPPK:
    their 24 hours are a ceiling, not a debt) has 0 and is told nothing of this badge.
    """

    trainings_attended: int = 0
    courses_passed: int = 0
    longest_streak_months: int = 0
    years_complete: int = 0
    forms_of_learning: int = 0
    unit_goals_helped: int = 0


BADGE_RULES: Mapping[Badge, Callable[[Achievements], bool]] = {
    Badge.FIRST_TRAINING: lambda done: done.trainings_attended >= 1,
    Badge.FIRST_COURSE: lambda done: done.courses_passed >= 1,
    Badge.STEADY: lambda done: done.longest_streak_months >= 3,
    Badge.YEAR_COMPLETE: lambda done: done.years_complete >= 1,
    Badge.MANY_WAYS: lambda done: done.forms_of_learning >= 3,
    Badge.TEAM_PLAYER: lambda done: done.unit_goals_helped >= 1,
}


def new_badges(done: Achievements, held: Collection[Badge]) -> tuple[Badge, ...]:
    """Badges to give now, in the order of the rules; what is held is neither given again nor taken away."""
    return tuple(badge for badge, earned in BADGE_RULES.items() if badge not in held and earned(done))
