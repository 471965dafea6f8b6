"""Give the badges an employee has earned."""

from feedbackbot.clock import city_zone
from feedbackbot.domain.incentives.badges import Achievements, Badge, new_badges
from feedbackbot.domain.incentives.streaks import streak
from feedbackbot.storage.incentives.achievements import (
    learning_counts,
    learning_days,
    unit_goals_helped,
    years_complete,
)
from feedbackbot.storage.incentives.rewards import badges_of, give_badges
from feedbackbot.storage.transaction import Transaction


def achievements_of(tx: Transaction, employee_id: int) -> Achievements:
    """As of now."""
    attended, passed, forms = learning_counts(tx, employee_id)
    today = tx.now.astimezone(city_zone()).date()
    return Achievements(
        trainings_attended=attended,
        courses_passed=passed,
        longest_streak_months=streak(learning_days(tx, employee_id), today).longest,
        years_complete=years_complete(tx, employee_id),
        forms_of_learning=forms,
        unit_goals_helped=unit_goals_helped(tx, employee_id),
    )


def award_badges(tx: Transaction, employee_id: int) -> list[Badge]:
    """Those that are new."""
    held = badges_of(tx, employee_id)
    return give_badges(tx, employee_id, new_badges(achievements_of(tx, employee_id), held.keys()))
