"""The colleagues of a desk: who they are, and who is away."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from feedbackbot.domain.calendar import at_city, city_day
from feedbackbot.storage.cases.leave import away_until, set_leave
from feedbackbot.storage.people.roles import notes_in_unit
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.cases.staff import colleagues

LONGEST_LEAVE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Colleague:
    """By the name that whoever granted the role gave; `place` counts from 1 where there is none."""

    person_id: int
    note: str
    place: int
    away_until: datetime | None = None


def colleagues_at(tx: Transaction, unit_id: int) -> list[Colleague]:
    """Who can be given a case of this unit."""
    people = colleagues(tx, unit_id)
    notes, away = notes_in_unit(tx, unit_id), away_until(tx, people)
    return [Colleague(one, notes.get(one, ""), place, away.get(one)) for place, one in enumerate(people, 1)]


def my_leave(tx: Transaction, person_id: int) -> datetime | None:
    return away_until(tx, [person_id]).get(person_id)


def go_on_leave(tx: Transaction, person_id: int, days: int) -> datetime | None:
    """Until the morning after so many days, from today on; 0: back again. Returns until when."""
    days = min(max(days, 0), LONGEST_LEAVE_DAYS)
    until = at_city(city_day(tx.now) + timedelta(days=days), time(0, 0)) if days else None
    set_leave(tx, person_id, until)
    return until
