"""Reminders whatever happens, and on working days only."""

from dataclasses import replace
from datetime import UTC, datetime, time

from feedbackbot.clock import city_zone
from feedbackbot.domain.training.reminders import (
    Enrolment,
    Rung,
    SessionDates,
    Standing,
    TrainingDates,
    plan_reminders,
)
from tests.training.one_reminder import ANI, DAY, office_hours, rungs


def working_days(moment: datetime) -> datetime:
    """Not on Saturday and Sunday of the city."""
    while moment.astimezone(city_zone()).weekday() >= 5:
        moment = datetime.combine(moment.astimezone(city_zone()).date() + DAY, time(7), city_zone())
    return moment


def planned(now: datetime, person: Enrolment, session: SessionDates) -> list[Rung]:
    training = TrainingDates(9, (session,), (person,))
    return rungs(list(plan_reminders([training], now, office_hours, working_at=working_days)))


def at(day: int, hour: int) -> datetime:
    """In November 2026, by the city's clock."""
    return datetime(2026, 11, day, hour, tzinfo=city_zone()).astimezone(UTC)


def test_an_evening_session_is_told_of_in_the_afternoon_before_not_on_its_own_morning() -> None:
    evening = SessionDates(5, at(18, 20), at(18, 22))  # a Wednesday
    seated = replace(ANI, seated_at=at(12, 9))
    assert planned(at(17, 15), seated, evening) == []
    assert planned(at(17, 16), seated, evening) == [Rung.DAY_BEFORE]


def test_what_is_early_keeps_to_working_days_and_what_is_not_does_not() -> None:
    monday = SessionDates(5, at(16, 9), at(16, 12))
    a_week_before_a_saturday = SessionDates(5, at(21, 9), at(21, 12))
    assert planned(at(14, 10), ANI, a_week_before_a_saturday) == [], "a Saturday"
    assert planned(at(16, 8), ANI, a_week_before_a_saturday) == [Rung.WEEK_BEFORE]
    assert planned(at(15, 10), ANI, monday) == [Rung.DAY_BEFORE], "a Sunday, the day before"
    asked = replace(ANI, standing=Standing.INVITED, seated_at=None, invited_at=at(4, 9))
    assert planned(at(7, 10), asked, a_week_before_a_saturday) == [], "three days after, a Saturday"
    assert planned(at(9, 10), asked, a_week_before_a_saturday) == [Rung.NO_ANSWER]
