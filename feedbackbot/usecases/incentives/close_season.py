"""The end of a season: each who learnt something is told once what it came to, and what may be claimed."""

from datetime import timedelta

from feedbackbot.delivery.tell import tell
from feedbackbot.domain.incentives.notices import SeasonOver
from feedbackbot.domain.incentives.rewards import claimable
from feedbackbot.domain.incentives.seasons import Season, season_of
from feedbackbot.storage.incentives.points import season_sums
from feedbackbot.storage.incentives.rewards import claims_of
from feedbackbot.storage.staff.employees import employee_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.incentives.rewards import thresholds

# corrections of the last days may still come in
_AFTER = timedelta(days=2)
_UNTIL = timedelta(days=14)
_AT_ONCE = 40


def close_season(tx: Transaction, after: int = 0) -> tuple[int, int]:
    """Tell the next part of the employees, by id from `after` on. Returns the last id looked at (0: all are done) and how many were
    told. Nobody is told a season twice."""
    now = season_of(tx.now)
    since = tx.now - now.starts_at()
    if not _AFTER <= since <= _UNTIL:
        return 0, 0
    season = now.previous()
    sums = sorted(
        (one.employee_id, one.points)
        for one in season_sums(tx, season.key)
        if one.employee_id > after and one.points > 0
    )[:_AT_ONCE]
    told = sum(_tell(tx, season, employee_id, points) for employee_id, points in sums)
    return (sums[-1][0] if sums else 0), told


def _tell(tx: Transaction, season: Season, employee_id: int, points: int) -> bool:
    who = employee_by_id(tx, employee_id)
    if who is None or who.person_id is None:
        return False
    taken = [one.reward for one in claims_of(tx, employee_id) if one.season == season.key]
    rewards = claimable(points, taken, thresholds(tx.settings))
    once = f"season:{season.key}:{employee_id}"
    return tell(tx, who.person_id, SeasonOver(season.key, points, len(rewards)), once_key=once).will_go
