"""The attendance code changes, counts for a moment, and only during its own session."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.domain.training.attendance_code import (
    AttendanceVerdict,
    attendance_code,
    judge_attendance,
    next_code_at,
)

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
END = START + timedelta(hours=4)


def judged(typed: str, now: datetime, session: int = 7) -> AttendanceVerdict:
    return judge_attendance(typed, secret=b"s", session_id=session, starts_at=START, ends_at=END, now=now)


def shown(at: datetime) -> str:
    return attendance_code(b"s", 7, at)


def test_the_shown_code_proves_presence_however_it_is_typed() -> None:
    code = shown(START)
    assert len(code) == 6
    assert judged(f" {code[:3].lower()} {code[3:]}", START) is AttendanceVerdict.PRESENT


def test_a_code_counts_for_two_more_changes_and_then_has_changed() -> None:
    code = shown(START)
    assert judged(code, START + timedelta(minutes=2)) is AttendanceVerdict.PRESENT
    assert judged(code, START + timedelta(minutes=3)) is AttendanceVerdict.CHANGED


def test_a_code_of_the_future_or_of_another_session_does_not_count() -> None:
    assert judged(shown(START + timedelta(minutes=1)), START) is AttendanceVerdict.WRONG
    assert judged(shown(START), START, session=8) is AttendanceVerdict.WRONG


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEFG", "öäüöäü", "000000"])
def test_any_other_text_is_wrong(typed: str) -> None:
    assert judged(typed, START) is AttendanceVerdict.WRONG


def test_the_wrong_day_is_told_without_looking_at_the_code() -> None:
    for day in (-1, 1):
        moment = START + timedelta(days=day)
        assert judged(shown(moment), moment) is judged("", moment) is not AttendanceVerdict.PRESENT
    assert judged("", START - timedelta(days=1)) is AttendanceVerdict.TOO_EARLY
    assert judged("", END + timedelta(minutes=31)) is AttendanceVerdict.TOO_LATE


@given(st.integers(0, 4 * 3600))
@settings(deadline=None)
def test_the_code_is_the_same_until_it_is_said_to_change(seconds: int) -> None:
    now = START + timedelta(seconds=seconds)
    change = next_code_at(now)
    assert shown(change - timedelta(seconds=1)) == shown(now) != shown(change)
