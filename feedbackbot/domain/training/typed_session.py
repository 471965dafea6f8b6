"""A session as an admin types it: "25/11/2026 09.00-12.00, Aula BKPSDM" or with a web address for the place."""

import re
from datetime import datetime

from feedbackbot.clock import CITY_ZONE
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.training.catalogue import SessionDraft

LONGEST_PLACE = 200
_DAY = r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})"
_CLOCK = r"(\d{1,2})[.:](\d{2})"
_SPAN = rf"(?:jam|pukul)?\s*{_CLOCK}\s*(?:-|–|—|s/d|sampai|to)\s*{_CLOCK}\s*(?:wib)?"
_SESSION = re.compile(rf"{_DAY}\s*,?\s*{_SPAN}\s*,?\s*(.*)", re.IGNORECASE)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def typed_sessions(text: str, now: datetime) -> tuple[SessionDraft, ...]:
    """One session a line, in order of time. Raises `WrongValue` with `line`: `session-not-understood`, `session-no-such-time`,
    `session-ends-first`, `session-past` or `session-no-place`."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    sessions = [_session(line, number, now) for number, line in enumerate(lines, start=1)]
    return tuple(sorted(sessions, key=lambda session: session.starts_at))


def _session(line: str, number: int, now: datetime) -> SessionDraft:
    found = _SESSION.fullmatch(line)
    if found is None:
        raise WrongValue("session-not-understood", line=number)
    day, month, year, from_hour, from_minute, to_hour, to_minute = (int(part) for part in found.groups()[:7])
    try:
        starts_at = datetime(year, month, day, from_hour, from_minute, tzinfo=CITY_ZONE)
        ends_at = datetime(year, month, day, to_hour, to_minute, tzinfo=CITY_ZONE)
    except ValueError as wrong:
        raise WrongValue("session-no-such-time", line=number) from wrong
    if ends_at <= starts_at:
        raise WrongValue("session-ends-first", line=number)
    if starts_at <= now:
        raise WrongValue("session-past", line=number)
    where = " ".join(found[8].split())[:LONGEST_PLACE]
    if not where:
        raise WrongValue("session-no-place", line=number)
    is_link = bool(_WEB.fullmatch(where))
    return SessionDraft(starts_at, ends_at, "" if is_link else where, where if is_link else "")
