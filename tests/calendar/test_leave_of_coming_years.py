"""A year whose collective leave is not in the calendar is told of in time, once a month."""

from datetime import UTC, date, datetime

import pytest

from feedbackbot.domain.calendar.working_days import years_without_leave
from feedbackbot.domain.people.roles import Role
from feedbackbot.jobs.listing import leave_warnings
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.usecases.people.warn_of_leave import warn_of_leave
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

FAR = 2090


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2025, 10, 31), ()),
        (date(2025, 11, 1), ()),
        (date(FAR, 10, 31), (FAR,)),
        (date(FAR, 11, 1), (FAR, FAR + 1)),
    ],
)
def test_the_coming_year_is_looked_at_from_november_on(today: date, years: tuple[int, ...]) -> None:
    assert years_without_leave(today) == years
    assert [str(year) in line for year, line in zip(years, leave_warnings(today), strict=True)] == [
        True
    ] * len(years)


async def test_superadmins_are_told_once_a_month_and_nobody_else(database: Database) -> None:
    desk = Desk(database)
    desk.clock.now = datetime(FAR, 3, 1, 3, tzinfo=UTC)
    admin, _ = await desk.do(lock_chat, CHANNEL, "Zul")
    await desk.do(lock_chat, CHANNEL, "Ani")
    await desk.do(add_grant, admin.person_id, Role.SUPERADMIN, None)
    assert await desk.do(warn_of_leave) == {"told": 1}
    assert await desk.do(warn_of_leave) == {"told": 0}
    desk.clock.now = datetime(FAR, 4, 3, 3, tzinfo=UTC)
    assert await desk.do(warn_of_leave) == {"told": 1}
