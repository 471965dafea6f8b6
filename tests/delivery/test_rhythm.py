"""What a process does every few seconds falls into moments of its own."""

import asyncio
from types import SimpleNamespace
from typing import cast
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from feedbackbot.delivery.rhythm import until_next


def left(process: str, period: float, now: float) -> float:
    loop = cast(asyncio.AbstractEventLoop, SimpleNamespace(time=lambda: now))
    with mock.patch("asyncio.get_running_loop", lambda: loop):
        return until_next(process, period)


processes = st.text(min_size=1, max_size=40)
moments = st.floats(0, 1e7)
periods = st.sampled_from([1.0, 3.0])


@given(processes, periods, moments)
def test_nobody_comes_again_at_once_or_much_too_late(process: str, period: float, now: float) -> None:
    assert 0.25 * period <= left(process, period, now) <= 1.25 * period


@given(processes, periods, moments, moments)
def test_whenever_two_of_one_process_began_they_meet(
    process: str, period: float, one: float, other: float
) -> None:
    """Within a millisecond, however long the machine runs."""
    apart = (one + left(process, period, one) - other - left(process, period, other)) % period
    assert min(apart, period - apart) < 0.001


def test_the_moments_of_processes_lie_apart() -> None:
    comes = sorted(left(f"process-{number}", 3.0, 0.0) % 3.0 for number in range(20))
    assert comes[-1] - comes[0] > 2
