"""Marks of days that are over and changed all the same: a late sheet, an erasure, a doubt, a rating changed the day after.

A mark is a row of its own, so whoever marks waits for nobody. It is written in the transaction of the change: until the job has counted
the day anew, breakdowns count it from the ratings (`response_totals`). Today is never marked, for it is counted from them anyway.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, insert

from feedbackbot.domain.calendar import city_day
from feedbackbot.domain.survey.profile import PROFILE_KEYS
from feedbackbot.storage.survey.part_tables import changed_day, part_total
from feedbackbot.storage.transaction import Transaction

CHANNEL = "channel"
DIMENSIONS = (CHANNEL, *PROFILE_KEYS)
"""The columns of a rating by which it is broken down."""
ALL_DIMENSIONS = ",".join(DIMENSIONS)


def days_changed(tx: Transaction, places: Iterable[tuple[int, date | None]]) -> None:
    """Of ratings with these units and days something has changed. None: it does not count, so nothing has."""
    today = city_day(tx.now)
    past = {(unit_id, day) for unit_id, day in places if day is not None and day < today}
    if past:
        tx.run(insert(changed_day), [{"unit_id": unit_id, "day": day} for unit_id, day in sorted(past)])


def forget_parts(tx: Transaction, places: Iterable[tuple[int, date]]) -> None:
    """What the totals say of these units and days goes at once, since a small one would tell of a person. They must be marked."""
    for unit_id, day in sorted(set(places)):
        tx.run(
            delete(part_total).where(
                part_total.c.unit_id == unit_id,
                part_total.c.dimension.in_(DIMENSIONS),
                part_total.c.day == day,
            )
        )
