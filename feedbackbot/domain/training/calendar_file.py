"""A training's sessions as a calendar file that phones open, and that corrects itself when a date moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//feedbackbot//training//ID"
ALARMS = (timedelta(days=1), timedelta(hours=2))
"""How long before a session the phone rings."""


@dataclass(frozen=True, slots=True)
class CalendarSession:
    """`sequence` must grow with every change, `id` must never: by these a calendar knows what to replace."""

    id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    note: str = ""
    sequence: int = 0
    cancelled: bool = False


def calendar_file(sessions: Sequence[CalendarSession], *, now: datetime, domain: str) -> bytes:
    """The `.ics` file (RFC 5545) for these sessions. Moments carry a zone; `domain` makes the ids unique worldwide.

    Raises `ValueError` for a session that ends before it starts or whose moments have no zone.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # Not REQUEST or CANCEL: those ask for an answer by mail. A published event with a higher sequence replaces
    # the one a calendar already has, and a cancelled one is struck out.
    calendar.add("method", "PUBLISH")
    for session in sessions:
        calendar.add_component(_event(session, now, domain))
    return bytes(calendar.to_ical())


def session_uid(session_id: int, domain: str) -> str:
    """The event's name for all time, whatever happens to its date."""
    return f"session-{session_id}@{domain}"


def _event(session: CalendarSession, now: datetime, domain: str) -> "Event":
    from icalendar import Event

    if session.starts_at.tzinfo is None or session.ends_at.tzinfo is None:
        raise ValueError("a session's moments need a zone")
    if session.ends_at <= session.starts_at:
        raise ValueError("a session must end after it starts")
    event = Event()
    event.add("uid", session_uid(session.id, domain))
    event.add("sequence", session.sequence)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", session.starts_at.astimezone(UTC))
    event.add("dtend", session.ends_at.astimezone(UTC))
    event.add("summary", _one_line(session.title))
    event.add("status", "CANCELLED" if session.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if session.cancelled else "OPAQUE")
    if session.place:
        event.add("location", _one_line(session.place))
    if session.link.startswith(("https://", "http://")):
        event.add("url", _one_line(session.link))
    description = "\n".join(text for text in (session.note, session.link) if text)
    if description:
        event.add("description", description)
    if not session.cancelled:
        for before in ALARMS:
            event.add_component(_alarm(session.title, before))
    return event


def _alarm(title: str, before: timedelta) -> "Alarm":
    """The phone rings by itself, also where the bot's reminder is not read."""
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -before)
    alarm.add("description", _one_line(title))
    return alarm


def _one_line(text: str) -> str:
    return " ".join(text.split())
