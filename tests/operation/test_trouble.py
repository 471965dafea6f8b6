"""Trouble is told once when it lasts, and once when it is over; a short one and a flickering one are not."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.domain.operation.trouble import Seen, Trouble, look

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TEN = timedelta(minutes=10)


def told_over(minutes: list[set[Trouble]]) -> list[tuple[int, str, Trouble]]:
    """What is told in each minute."""
    seen: dict[Trouble, Seen] = {}
    told = []
    for minute, present in enumerate(minutes):
        found = look(seen, present, NOON + timedelta(minutes=minute), TEN)
        told += [(minute, "begun", one) for one in found.begun] + [
            (minute, "over", one) for one in found.over
        ]
        seen = dict(found.seen)
    return told


def test_what_lasts_ten_minutes_is_told_once_and_its_end_once() -> None:
    course = [{Trouble.DISK}] * 30 + [set()] * 5
    assert told_over(course) == [(10, "begun", Trouble.DISK), (30, "over", Trouble.DISK)]


def test_what_passes_by_itself_is_never_told() -> None:
    assert told_over([{Trouble.DISK}] * 9 + [set()] * 30) == []


def test_each_trouble_has_a_time_of_its_own() -> None:
    course = [{Trouble.DISK}] * 5 + [{Trouble.DISK, Trouble.REFUSED}] * 20
    assert told_over(course) == [(10, "begun", Trouble.DISK), (15, "begun", Trouble.REFUSED)]


@given(st.lists(st.sets(st.sampled_from(Trouble)), max_size=60))
def test_beginnings_and_ends_take_turns(course: list[set[Trouble]]) -> None:
    for trouble in Trouble:
        mine = [what for _, what, one in told_over(course) if one is trouble]
        assert mine == (["begun", "over"] * len(mine))[: len(mine)]
