"""The end of a season: each who learnt something is told once what it came to, and what may be claimed."""

from datetime import timedelta

from feedbackbot.delivery.notify import NotifyResult, Translate, notify
from feedbackbot.dialogue.message import Choice, Message
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.domain.incentives.rewards import claimable
from feedbackbot.domain.incentives.seasons import Season, season_of
from feedbackbot.i18n import Catalogue
from feedbackbot.storage.incentives.points import season_sums
from feedbackbot.storage.incentives.rewards import claims_of
from feedbackbot.storage.staff.employees import employee_by_id
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.incentives.rewards import DOOR, thresholds

# corrections of the last days may still come in
_AFTER = timedelta(days=2)
_UNTIL = timedelta(days=14)
_AT_ONCE = 200


def close_season(tx: Transaction, catalogue: Catalogue, after: int = 0) -> tuple[int, int]:
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
    told = sum(_tell(tx, catalogue, season, employee_id, points) for employee_id, points in sums)
    return (sums[-1][0] if sums else 0), told


def _tell(tx: Transaction, catalogue: Catalogue, season: Season, employee_id: int, points: int) -> bool:
    who = employee_by_id(tx, employee_id)
    if who is None or who.person_id is None:
        return False
    taken = [one.reward for one in claims_of(tx, employee_id) if one.season == season.key]
    rewards = claimable(points, taken, thresholds(tx.settings))

    def write(t: Translate) -> Message:
        lines = [t("season-over", season=season.key, points=points)]
        if rewards:
            lines.append(t("season-over-rewards", count=len(rewards)))
        ways = (Choice("lihat", t("reward-see"), door=DOOR),) if rewards else ()
        return Message("\n".join(lines), ways)

    once = f"season:{season.key}:{employee_id}"
    said = notify(tx, catalogue, who.person_id, Kind.DIGEST, write, once_key=once)
    return said in (NotifyResult.QUEUED, NotifyResult.LATER)
