"""One person, one voice: what becomes of the ratings of two persons who turn out to be one, and of a chat that leaves its person."""

from datetime import time, timedelta

from feedbackbot.domain.calendar import at_city
from feedbackbot.domain.survey.quality import read_flags
from feedbackbot.storage.people.limits import Limit, keep_limit, kept_moments
from feedbackbot.storage.privacy.joining_ratings import ratings_since, rename_ratings, take_out
from feedbackbot.storage.survey.daily_totals import take_from_day
from feedbackbot.storage.survey.profiles import lock_profile, set_profile
from feedbackbot.storage.survey.responses import ResponseRow
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.survey.rate_unit import period_start, who_is


def join_voices(tx: Transaction, gone: int, keep: int) -> int:
    """All ratings are `keep`'s. Of several of one unit within the present period the newest counts on, and none where the person's word on
    the unit counts already behind a keyed hash. Both addresses must be `keep`'s by now. Returns how many count no more."""
    old, new = who_is(tx, gone), who_is(tx, keep)
    said, kept = lock_profile(tx, old), lock_profile(tx, new)
    if said.asked and not kept.asked:
        set_profile(tx, new, {**said.said, "asked": True})
    rename_ratings(tx, old, new)
    units: set[int] = set()
    dropped = 0
    for rating in ratings_since(tx, new, period_start(tx)):
        if rating.unit_id in units or kept_moments(tx, keep, Limit.VOICE, f"unit:{rating.unit_id}"):
            _uncount(tx, rating)
            dropped += 1
        units.add(rating.unit_id)
    return dropped


def _uncount(tx: Transaction, rating: ResponseRow) -> None:
    if rating.day is not None:
        take_from_day(tx, rating, rating.day, flagged=bool(read_flags(rating.flags)))
    take_out(tx, rating.id)


def keep_voices(tx: Transaction, person_id: int, parted: int) -> None:
    """The chat of `parted` leaves the person, whose ratings stay: units that were rated can be rated from there after the period only.
    Not as a voice that was cut off: where the two are joined again, the rating itself still counts."""
    days = tx.settings.survey_period_days
    for rating in ratings_since(tx, who_is(tx, person_id), period_start(tx)):
        if rating.day is not None and days:
            given = at_city(rating.day, time())
            until = given + timedelta(days=days + 1)
            keep_limit(tx, parted, Limit.ELSEWHERE, [(given, until)], f"unit:{rating.unit_id}")
