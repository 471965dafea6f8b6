"""The code on the trainer's screen: six characters that change, so that a photograph sent home comes too late."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from feedbackbot.domain.people.readable_code import keyed_signs, plain_code

CODE_LENGTH = 6


@dataclass(frozen=True, slots=True)
class AttendanceWindow:
    """When a session's codes count. `changes_every`: life of one code; `earlier_codes`: how many old ones count."""

    opens_before: timedelta = timedelta(minutes=30)
    closes_after: timedelta = timedelta(minutes=30)
    changes_every: timedelta = timedelta(seconds=60)
    earlier_codes: int = 2


class AttendanceVerdict(StrEnum):
    PRESENT = "present"
    WRONG = "wrong"
    CHANGED = "changed"  # right a while ago
    TOO_EARLY = "too-early"
    TOO_LATE = "too-late"


def attendance_code(
    secret: bytes, session_id: int, now: datetime, window: AttendanceWindow | None = None
) -> str:
    """The code to show at `now` (with a zone)."""
    return _code(secret, session_id, _turn(now, window or AttendanceWindow()))


def next_code_at(now: datetime, window: AttendanceWindow | None = None) -> datetime:
    """When the shown code changes: the moment to edit the trainer's message."""
    seconds = (window or AttendanceWindow()).changes_every.total_seconds()
    return now + timedelta(seconds=seconds - now.timestamp() % seconds)


def judge_attendance(
    typed: str,
    *,
    secret: bytes,
    session_id: int,
    starts_at: datetime,
    ends_at: datetime,
    now: datetime,
    window: AttendanceWindow | None = None,
) -> AttendanceVerdict:
    """Whether `typed` proves presence at the session now. Moments carry their zone.

    Outside the session's time the code itself is not looked at, so a guess from home learns nothing.
    """
    window = window or AttendanceWindow()
    opens, closes = starts_at - window.opens_before, ends_at + window.closes_after
    if now < opens:
        return AttendanceVerdict.TOO_EARLY
    if now > closes:
        return AttendanceVerdict.TOO_LATE
    code, turn = plain_code(typed), _turn(now, window)
    if len(code) != CODE_LENGTH:
        return AttendanceVerdict.WRONG
    for earlier in range(window.earlier_codes + 1):
        if _same(_code(secret, session_id, turn - earlier), code):
            return AttendanceVerdict.PRESENT
    first = _turn(opens, window)
    if any(_same(_code(secret, session_id, old), code) for old in range(first, turn - window.earlier_codes)):
        return AttendanceVerdict.CHANGED
    return AttendanceVerdict.WRONG


def _turn(now: datetime, window: AttendanceWindow) -> int:
    return int(now.timestamp() // window.changes_every.total_seconds())


def _code(secret: bytes, session_id: int, turn: int) -> str:
    return keyed_signs(secret, f"attendance:{session_id}:{turn}", CODE_LENGTH)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
