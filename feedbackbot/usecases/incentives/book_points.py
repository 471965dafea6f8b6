"""Book what earns points: read from what the other parts have recorded, so that nothing is earned by tapping here.

Idempotent: the ledger's unique key decides, whatever runs twice or at once.
"""

from collections.abc import Mapping

from feedbackbot.domain.incentives.badges import Badge
from feedbackbot.domain.incentives.boards import SMALLEST_TEAM
from feedbackbot.domain.incentives.points import Cause, CauseKind, LedgerEntry, earn, take_back
from feedbackbot.domain.incentives.seasons import Season, season_of
from feedbackbot.settings import Settings
from feedbackbot.storage.incentives.points import (
    Entry,
    book,
    learners_by_unit,
    staff_by_unit,
    unbooked,
    vanished_attendance,
)
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.incentives.award_badges import award_badges

_AT_ONCE = 500
_BOOKED_FROM_EVENTS = (CauseKind.ATTENDED, CauseKind.PASSED, CauseKind.ANSWERED_IN_TIME)


def point_values(settings: Settings) -> Mapping[CauseKind, int]:
    """What each cause earns here."""
    return {
        CauseKind.ATTENDED: settings.points_attended,
        CauseKind.PASSED: settings.points_passed,
        CauseKind.ANSWERED_IN_TIME: settings.points_answered,
        CauseKind.HELPED_UNIT: settings.points_helped_unit,
    }


def book_points(tx: Transaction) -> dict[str, int]:
    """One bounded step over all employees; call again until all counts are 0."""
    booked, people = _book_events(tx, None)
    returned = _take_back_corrected(tx)
    goals, helpers = _book_unit_goals(tx)
    badges = sum(len(award_badges(tx, one)) for one in sorted(people | helpers))
    return {"booked": booked, "taken_back": returned, "unit_goals": goals, "badges": badges}


def book_points_of(tx: Transaction, employee_id: int) -> list[Badge]:
    """For one employee who looks: what happened a minute ago is there. Returns new badges."""
    _book_events(tx, employee_id)
    return award_badges(tx, employee_id)


def _book_events(tx: Transaction, employee_id: int | None) -> tuple[int, set[int]]:
    values = point_values(tx.settings)
    entries: list[Entry] = []
    for kind in _BOOKED_FROM_EVENTS:
        if values[kind] == 0:
            continue
        for event in unbooked(tx, kind, employee_id, _AT_ONCE):
            earned = earn(str(event.employee_id), Cause(kind, event.subject), event.at, (), values)
            if earned is not None:
                entries.append(_entry(event.employee_id, earned, season_of(event.at)))
    return book(tx, entries), {entry.employee_id for entry in entries}


def _take_back_corrected(tx: Transaction) -> int:
    entries = []
    for wrong in vanished_attendance(tx, _AT_ONCE):
        paid = LedgerEntry(str(wrong.employee_id), wrong.cause_key, wrong.points, wrong.at)
        undone = take_back(paid, tx.now, ())
        if undone is not None:
            entries.append(Entry(wrong.employee_id, undone.cause_key, undone.points, wrong.season, undone.at))
    return book(tx, entries)


def _book_unit_goals(tx: Transaction) -> tuple[int, set[int]]:
    """The present season's and, for what was recorded late, the one before."""
    value = tx.settings.points_helped_unit
    if value == 0:
        return 0, set()
    booked, helpers = 0, set()
    staff = staff_by_unit(tx)
    season = season_of(tx.now)
    for one in (season.previous(), season):
        for unit_id, learners in learners_by_unit(tx, one.key).items():
            if not goal_reached(len(learners), staff.get(unit_id, 0), tx.settings.unit_goal_percent):
                continue
            cause = Cause(CauseKind.HELPED_UNIT, f"{one.key}:{unit_id}")
            at = min(tx.now, one.next().starts_at())
            new = book(tx, [Entry(who, cause.key, value, one.key, at) for who in sorted(learners)])
            if new:
                helpers |= learners
            booked += new
    return booked, helpers


def goal_reached(learners: int, staff: int, percent: int) -> bool:
    """Whether so many of a hundred of a unit's staff learnt something; units too small for a team have no goal."""
    return staff >= SMALLEST_TEAM and 100 * learners >= percent * staff


def _entry(employee_id: int, earned: LedgerEntry, season: Season) -> Entry:
    return Entry(employee_id, earned.cause_key, earned.points, season.key, earned.at)
