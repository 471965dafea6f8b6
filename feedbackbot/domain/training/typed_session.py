"""A session as an admin types it: "26 November 2026 09.00-12.00, Aula BKPSDM" or with a web address for the place."""

import re
from datetime import date, datetime

from feedbackbot.clock import city_zone
from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.clock import ends_open, span_within
from feedbackbot.domain.spoken.dates import read_date
from feedbackbot.domain.spoken.days import the_day
from feedbackbot.domain.spoken.words import alike
from feedbackbot.domain.training.catalogue import SessionDraft

LONGEST_PLACE = 200
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_AROUND = " ,;|@()"
_LABEL = re.compile(
    r"(?:[-•*]\s*)?(?:(?P<day>hari\s*(?:/|,|dan)?\s*(?:tanggal|tgl)|hari|tanggal|tgl)|waktu|pukul|jam|tempat|lokasi|acara|date|time|place)"
    r"\s*[:=]\s*",
    re.IGNORECASE,
)
# The mark or number of a list, and "Sesi 1:"; a day is never followed by a dot and a space.
_BEFORE_SESSION = re.compile(
    r"(?:[-•*▪–]\s*|\(?\d{1,2}[.)]\s+(?=[\d\w])|(?:sesi|hari|pertemuan)\s*(?:ke-?\s*)?(?:\d{1,2}|[ivx]{1,4})\s*[:.)]\s*)",
    re.IGNORECASE,
)
_SEVERAL_DAYS = re.compile(
    r"\b\d{1,2}\s*(?:-|s\s*[./]?\s*d\.?|sampai|dan|&|,)\s*\d{1,2}\s+[a-z]", re.IGNORECASE
)
_PLACE_INTRO = re.compile(r"(?:di|bertempat di|tempat|lokasi|at)\b\s*:?\s*", re.IGNORECASE)


def typed_sessions(text: str, now: datetime) -> tuple[SessionDraft, ...]:
    """One session a line, or the lines "Hari/Tanggal: …", "Pukul: …", "Tempat: …" of a letter; in order of time. Raises `WrongValue`
    with `line`: `session-not-understood`, `session-no-such-time`, `session-ends-first`, `session-past`, `session-no-place`,
    `session-no-end`, `session-hijri` or `session-several-days`."""
    lines = _lines(text)
    sessions = [_session(line, number, now) for number, line in enumerate(lines, start=1)]
    return tuple(sorted(sessions, key=lambda session: session.starts_at))


def _lines(text: str) -> list[str]:
    """Lines as they are typed; of a letter those of one session together, without their labels."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not any(_LABEL.match(line) for line in lines):
        return lines
    sessions: list[list[str]] = []
    for line in lines:
        label = _LABEL.match(line)
        if label is None and not sessions:
            continue  # what stands above: "Kegiatan ini diadakan pada:"
        if not sessions or (label and label["day"] and len(sessions[-1]) > 1):
            sessions.append([])
        sessions[-1].append(line[label.end() :].strip() if label else line)
    return [", ".join(parts) for parts in sessions]


def _session(line: str, number: int, now: datetime) -> SessionDraft:
    before = _BEFORE_SESSION.match(line)
    line = line[before.end() :] if before else line
    try:
        parted = span_within(alike(line))
    except WrongValue as wrong:
        raise WrongValue("session-no-such-time", line=number) from wrong
    if parted is None:
        raise WrongValue(
            "session-no-end" if ends_open(alike(line)) else "session-not-understood", line=number
        )
    said_day, (start, end), said_place = parted
    said_day, said_place = said_day.strip(_AROUND), said_place.strip(_AROUND)
    if not said_place and "," in said_day and any(sign.isdigit() for sign in said_day.rpartition(",")[2]):
        said_place, _, said_day = (
            part.strip() for part in said_day.partition(",")
        )  # "Aula, 1 Desember 2026 …"
    day = _day(said_day, number, now)
    starts_at, ends_at = datetime.combine(day, start, city_zone()), datetime.combine(day, end, city_zone())
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
        if _SEVERAL_DAYS.search(said):
            raise WrongValue("session-several-days", line=number) from wrong
        if wrong.key == "cell-date-hijri":
            raise WrongValue("session-hijri", line=number) from wrong
        day = the_day(said, now.astimezone(city_zone()).date())
        if day is not None:
            return day
        understood = any(sign.isdigit() for sign in said) and re.fullmatch(
            r"\D*\d{1,4}\D+[\w']+\D+\d{2,4}\D*", said
        )
        raise WrongValue(
            "session-no-such-time" if understood else "session-not-understood", line=number
        ) from wrong
