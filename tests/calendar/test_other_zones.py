"""A city in Makassar or Jayapura lives by its own clock: days, quiet hours, deadlines, reports, words."""

import contextvars
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from apscheduler.triggers.cron import CronTrigger

import conversations
from feedbackbot import wiring
from feedbackbot.clock import city_zone, time_of
from feedbackbot.command_line.doctor import city_of
from feedbackbot.data.understanding_files import office_words
from feedbackbot.domain.calendar import at_city, city_day
from feedbackbot.domain.calendar.working_time import WorkingTime
from feedbackbot.domain.contact_policy import SEND, ContactPolicy, Contacts, HoldReason, Kind, Wait
from feedbackbot.domain.incentives.seasons import season_of
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.clock import read_clock, read_span
from feedbackbot.domain.spoken.time import TimeProblem, read_moment
from feedbackbot.domain.survey.period import PeriodKind, SurveyPeriod
from feedbackbot.reports.official.contents import Letterhead
from feedbackbot.reports.official.from_database import build_report
from feedbackbot.reports.render_process import RenderProcess
from feedbackbot.storage.units.report_units import report_unit
from tests.builders import CATALOGUE, test_settings
from tests.conversations.conftest import ani, clock, talk
from tests.survey.ratings import rate, responses
from tests.talk import Clock, Talk, Talker

__all__ = ["ani", "clock", "talk"]

ROOT = Path(__file__).parents[2]
JAKARTA, MAKASSAR, JAYAPURA = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
# Tuesday, 24 November 2026: 22.30 in Jakarta, 23.30 in Makassar, and half past midnight of Wednesday in Jayapura
LATE = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


@pytest.fixture(params=[(MAKASSAR, 8, "WITA"), (JAYAPURA, 9, "WIT")], ids=["makassar", "jayapura"])
def city(request: pytest.FixtureRequest) -> Iterator[tuple[int, str]]:
    """Hours ahead of UTC, and the sign of its zone."""
    name, ahead, sign = request.param
    with time_of(name):
        yield ahead, sign


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def test_the_day_begins_at_the_citys_midnight() -> None:
    days = {}
    for name in (JAKARTA, MAKASSAR, JAYAPURA):
        with time_of(name):
            days[name] = city_day(LATE).day
    assert days == {JAKARTA: 24, MAKASSAR: 24, JAYAPURA: 25}


def test_quiet_hours_end_at_seven_of_the_citys_clock(city: tuple[int, str]) -> None:
    seven = utc(23, 31 - city[0])
    policy, nobody = ContactPolicy(), Contacts()
    assert policy.decide(Kind.BROADCAST, seven, nobody) == SEND
    assert policy.decide(Kind.BROADCAST, seven.replace(hour=seven.hour - 1), nobody) == Wait(
        seven, HoldReason.QUIET_HOURS
    )


def test_a_deadline_is_the_citys_close_of_business(city: tuple[int, str]) -> None:
    due = WorkingTime().deadline(at_city(date(2026, 11, 24), time(9)), 3)
    with time_of(JAKARTA):
        in_jakarta = WorkingTime().deadline(at_city(date(2026, 11, 24), time(9)), 3)
    assert (in_jakarta - due).total_seconds() == (city[0] - 7) * 3600
    assert city_day(due) == date(2026, 11, 27)


def test_a_season_begins_at_the_citys_new_year(city: tuple[int, str]) -> None:
    midnight = datetime(2026, 12, 31, 24 - city[0], tzinfo=UTC)
    assert season_of(midnight).key == "2027-Q1"
    assert season_of(midnight.replace(hour=midnight.hour - 1)).key == "2026-Q4"


def test_an_hour_with_the_citys_sign_is_understood_and_that_of_another_zone_is_asked_about(
    city: tuple[int, str],
) -> None:
    ahead, sign = city
    assert read_moment(f"besok 09.00 {sign}", utc(24, 3)) == utc(25, 9 - ahead)
    assert read_moment("besok 09.00 WIB", utc(24, 3)) == TimeProblem.NOT_UNDERSTOOD
    assert read_clock(f"Pukul 09.00 {sign}") == time(9)
    assert read_span(f"09.00 s.d. 12.00 {sign}") == (time(9), time(12))
    with pytest.raises(WrongValue):
        read_clock("Pukul 09.00 WIB")
    with pytest.raises(WrongValue):
        read_span("09.00 - 12.00 WIB")


def test_texts_show_the_citys_hour_and_its_sign(city: tuple[int, str]) -> None:
    ahead, sign = city
    said = CATALOGUE.text("id", "broadcast-review-at", at=utc(24, 1))
    assert f"{1 + ahead:02}.00" in said
    assert said.endswith(sign)


async def test_the_process_that_draws_keeps_the_same_time(city: tuple[int, str]) -> None:
    render = RenderProcess()
    try:
        assert await render.render(city_day, LATE) == city_day(LATE)
    finally:
        await render.close()


async def test_a_rating_and_the_report_of_it_bear_the_citys_day(
    talk: Talk, clock: Clock, ani: Talker
) -> None:
    clock.now = LATE
    with time_of(JAYAPURA):
        await rate(ani)
        unit = await talk.work(lambda tx: report_unit(tx, "bpbd"))
        day = SurveyPeriod(PeriodKind.DAY, date(2026, 11, 25), date(2026, 11, 25))
        built = await talk.work(lambda tx: build_report(tx, CATALOGUE, Letterhead("Kota", "Kota"), unit, day))
    assert [row["day"] for row in await responses(talk)] == [day.first]
    assert built is not None
    assert (built.report.respondents, built.report.printed_on) == (1, day.first)


def own_city(folder: Path, zone: str) -> Path:
    """A city's file outside the package."""
    shipped = (ROOT / "feedbackbot/data/lhokseumawe.yaml").read_text("utf-8")
    file = folder / "kota-lain.yaml"
    file.write_text(shipped.replace(f"time_zone: {JAKARTA}", f"time_zone: {zone}"), "utf-8")
    return file


async def test_a_bot_assembled_for_a_citys_own_file_keeps_its_time(sqlite_url: str, tmp_path: Path) -> None:
    settings = test_settings(
        city=str(own_city(tmp_path, MAKASSAR)), database_url=sqlite_url, telegram_token="1:PLAY"
    )
    with time_of(JAKARTA):
        assistant = wiring.assemble(settings, conversations.ALL, conversations.HOME)
        assert city_zone().key == MAKASSAR
        # what runs on the writer's own thread too
        assert await assistant.runtime.write(lambda tx: city_zone().key) == MAKASSAR
        assert await assistant.runtime.read(lambda tx: city_zone().key) == MAKASSAR
        daily = [job.trigger for job in assistant.timetable.jobs if isinstance(job.trigger, CronTrigger)]
        assert {str(trigger.timezone) for trigger in daily} == {MAKASSAR}
        await assistant.stop()


def test_two_cities_in_one_process_keep_two_times() -> None:
    def lives_in(zone: str) -> int:
        with time_of(zone):
            return contextvars.copy_context().run(lambda: city_day(LATE).day)

    assert [lives_in(MAKASSAR), lives_in(JAYAPURA), lives_in(JAKARTA)] == [24, 25, 24]


def test_what_people_call_the_offices_may_stand_beside_a_citys_own_file(tmp_path: Path) -> None:
    own = own_city(tmp_path, MAKASSAR)
    assert office_words(str(own)) == {}
    (tmp_path / "offices_kota-lain.yaml").write_text("capil: [kantor ktp]\n", "utf-8")
    assert office_words(str(own)) == {"capil": ["kantor ktp"]}


def test_the_doctor_says_the_zone_of_the_citys_file(tmp_path: Path) -> None:
    with time_of(JAKARTA):
        assert JAYAPURA in city_of(test_settings(city=str(own_city(tmp_path, JAYAPURA)))).said
