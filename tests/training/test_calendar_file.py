"""A calendar file that phones open, and that corrects itself when a date moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from feedbackbot.domain.training.calendar_file import CalendarSession, calendar_file

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
NINE_WIB = datetime(2026, 12, 1, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
SESSION = CalendarSession(5, "Pelayanan prima", NINE_WIB, NINE_WIB + timedelta(hours=3), place="Aula BKPSDM")


def events(*sessions: CalendarSession) -> list[dict[str, str]]:
    calendar = Calendar.from_ical(calendar_file(sessions, now=NOW, domain="bot.example.org"))
    return [
        {
            name: value.to_ical().decode() if hasattr(value, "to_ical") else str(value)
            for name, value in event.items()
        }
        for event in calendar.walk("VEVENT")
    ]


def test_a_session_is_an_event_at_its_own_hour() -> None:
    (event,) = events(SESSION)
    assert (event["DTSTART"], event["DTEND"]) == ("20261201T020000Z", "20261201T050000Z")
    assert (event["SUMMARY"], event["LOCATION"], event["STATUS"]) == (
        "Pelayanan prima",
        "Aula BKPSDM",
        "CONFIRMED",
    )


def test_a_moved_session_replaces_the_old_one() -> None:
    moved = replace(
        SESSION, starts_at=NINE_WIB + timedelta(days=1), ends_at=NINE_WIB + timedelta(days=2), sequence=1
    )
    before, after = events(SESSION, moved)
    assert before["UID"] == after["UID"] == "session-5@bot.example.org"
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_a_cancelled_session_is_struck_out_and_takes_no_time() -> None:
    (event,) = events(replace(SESSION, cancelled=True, sequence=2))
    assert (event["STATUS"], event["TRANSP"], event["SEQUENCE"]) == ("CANCELLED", "TRANSPARENT", "2")


def alarms(session: CalendarSession) -> list[timedelta]:
    calendar = Calendar.from_ical(calendar_file([session], now=NOW, domain="bot.example.org"))
    return [alarm.decoded("trigger") for alarm in calendar.walk("VALARM")]


def test_the_phone_rings_the_day_before_and_two_hours_before_but_not_for_what_is_cancelled() -> None:
    assert alarms(SESSION) == [timedelta(days=-1), timedelta(hours=-2)]
    assert alarms(replace(SESSION, cancelled=True)) == []


def test_typed_text_cannot_add_lines_to_the_file() -> None:
    (event,) = events(
        replace(SESSION, title="A\r\nATTENDEE:mailto:x@example.org", place="B\nURL:http://x", note="C\nD")
    )
    assert "ATTENDEE" not in event
    assert "URL" not in event
    assert event["DESCRIPTION"] == "C\\nD"


def test_only_web_links_become_links() -> None:
    (event,) = events(replace(SESSION, link="javascript:alert(1)"))
    assert "URL" not in event
    (event,) = events(replace(SESSION, link="https://www.example.org/rapat"))
    assert event["URL"] == "https://www.example.org/rapat"


def test_a_session_without_a_zone_or_that_ends_before_it_starts_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="need a zone"):
        events(replace(SESSION, starts_at=NINE_WIB.replace(tzinfo=None)))
    with pytest.raises(ValueError, match="end after it starts"):
        events(replace(SESSION, ends_at=NINE_WIB))
