"""A session as an admin types it: "26 November 2026 09.00-12.00, Aula BKPSDM" or with a web address for the place."""

import re
from datetime import date, datetime

from feedbackbot.clock import CITY_ZONE
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.clock import span_within
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.days import the_day
from feedbackbot.domain.spoken.words import alike
from feedbackbot.domain.training.catalogue import SessionDraft

LONGEST_PLACE = 200
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_PLACE_INTRO = re.compile(r"(?:di|bertempat di|tempat|lokasi|at)\b\s*:?\s*", re.IGNORECASE)


def typed_sessions(text: str, now: datetime) -> tuple[SessionDraft, ...]:
    """One session a line, in order of time. Raises `WrongValue` with `line`: `session-not-understood`, `session-no-such-time`,
    `session-ends-first`, `session-past` or `session-no-place`."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    sessions = [_session(line, number, now) for number, line in enumerate(lines, start=1)]
    return tuple(sorted(sessions, key=lambda session: session.starts_at))


def _session(line: str, number: int, now: datetime) -> SessionDraft:
    try:
        parted = span_within(alike(line))
    except WrongValue as wrong:
        raise WrongValue("session-no-such-time", line=number) from wrong
    if parted is None:
        raise WrongValue("session-not-understood", line=number)
    said_day, (start, end), said_place = parted
    day = _day(said_day, number, now)
    starts_at, ends_at = datetime.combine(day, start, CITY_ZONE), datetime.combine(day, end, CITY_ZONE)
    if ends_at <= starts_at:
        raise WrongValue("session-ends-first", line=number)
    if starts_at <= now:
        raise WrongValue("session-past", line=number)
    where = _PLACE_INTRO.sub("", said_place, count=1) if _PLACE_INTRO.match(said_place) else said_place
    where = where[:LONGEST_PLACE]
    if not where:
        raise WrongValue("session-no-place", line=number)
    is_link = bool(_WEB.fullmatch(where))
    return SessionDraft(starts_at, ends_at, "" if is_link else where, where if is_link else "")


def _day(said: str, number: int, now: datetime) -> date:
    """A day that is written out, or one said from today ("besok", "senin depan")."""
    try:
        return read_date(said)
    except WrongValue as wrong:
        day = the_day(said, now.astimezone(CITY_ZONE).date())
        if day is not None:
            return day
        understood = any(sign.isdigit() for sign in said) and re.fullmatch(
            r"\D*\d{1,4}\D+[\w']+\D+\d{2,4}\D*", said
        )
        raise WrongValue(
            "session-no-such-time" if understood else "session-not-understood", line=number
        ) from wrong
