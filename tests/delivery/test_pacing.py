"""The limits of a chat service, in virtual time: laws over any mix of messages, then the cases that matter."""

import asyncio
import math
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedbackbot.delivery.pacing import Pacer
from feedbackbot.storage.pipeline.outbox import Lane
from tests.virtual_time import in_virtual_time

TINY = 1e-6


@dataclass(frozen=True)
class Wish:
    """A message somebody wants to send `at` this moment (s)."""

    at: float
    lane: Lane
    chat: str


@dataclass(frozen=True)
class Passed:
    wish: Wish
    at: float


async def send_all(pacer: Pacer, wishes: list[Wish]) -> list[Passed]:
    passed: list[Passed] = []
    loop = asyncio.get_running_loop()

    async def send(wish: Wish) -> None:
        await asyncio.sleep(wish.at)
        await pacer.permit(wish.lane, wish.chat)
        passed.append(Passed(wish, loop.time()))

    await asyncio.gather(*(send(wish) for wish in wishes))
    return passed


def pacer(overall: float = 28, bulk: float = 20, per_chat: float = 1, burst: int = 5) -> Pacer:
    return Pacer(overall=overall, bulk=bulk, per_chat=per_chat, burst_per_chat=burst)


def most_within(moments: list[float], seconds: float) -> int:
    """The greatest number of moments in any span shorter than this."""
    ordered = sorted(moments)
    return max(
        (
            sum(1 for other in ordered[index:] if other < start + seconds - TINY)
            for index, start in enumerate(ordered)
        ),
        default=0,
    )


moments = st.floats(0, 5, allow_nan=False).map(lambda moment: round(moment, 3))
wishes = st.lists(
    st.builds(Wish, moments, st.sampled_from(Lane), st.sampled_from([f"chat {n}" for n in range(12)])),
    max_size=120,
)
rates = st.sampled_from([0.5, 1, 3, 7.5, 28])


@settings(deadline=None, max_examples=60)
@given(wishes, rates, rates)
def test_in_no_second_more_go_out_than_allowed(wishes: list[Wish], overall: float, bulk: float) -> None:
    passed = in_virtual_time(send_all(pacer(overall, bulk), wishes))
    assert len(passed) == len(wishes)
    window = max(1.0, 1 / overall)
    assert most_within([one.at for one in passed], window) <= overall * window + TINY


@settings(deadline=None, max_examples=60)
@given(wishes, st.integers(1, 5), st.sampled_from([0.5, 1.0, 2.0]))
def test_no_chat_gets_more_than_its_burst_and_its_rate(
    wishes: list[Wish], burst: int, per_chat: float
) -> None:
    passed = in_virtual_time(send_all(pacer(math.inf, math.inf, per_chat, burst), wishes))
    for chat in {wish.chat for wish in wishes}:
        mine = [one.at for one in passed if one.wish.chat == chat]
        for seconds in (1.0, 3.0, 10.0):
            assert most_within(mine, seconds) <= burst + seconds * per_chat


@settings(deadline=None, max_examples=60)
@given(st.lists(moments, max_size=80), st.sampled_from([1.0, 3.0, 20.0]))
def test_bulk_is_evenly_spaced(when: list[float], bulk: float) -> None:
    wishes = [Wish(at, Lane.BULK, f"chat {number}") for number, at in enumerate(when)]
    passed = sorted(one.at for one in in_virtual_time(send_all(pacer(28, bulk), wishes)))
    assert all(later - earlier >= 1 / bulk - TINY for earlier, later in pairwise(passed))


@settings(deadline=None, max_examples=60)
@given(wishes, st.lists(moments, max_size=30))
def test_no_broadcast_passes_while_a_reply_waits(bulk: list[Wish], replies: list[float]) -> None:
    mixed = [Wish(wish.at, Lane.BULK, wish.chat) for wish in bulk]
    mixed += [Wish(at, Lane.REPLY, f"reader {number}") for number, at in enumerate(replies)]
    passed = in_virtual_time(send_all(pacer(5, math.inf, math.inf), mixed))
    waited = [(one.wish.at, one.at) for one in passed if one.wish.lane is Lane.REPLY]
    for broadcast in (one.at for one in passed if one.wish.lane is Lane.BULK):
        assert not [span for span in waited if span[0] + TINY < broadcast < span[1] - TINY]


def test_replies_do_not_wait_for_a_long_broadcast() -> None:
    broadcast = [Wish(0, Lane.BULK, f"chat {number}") for number in range(200)]
    replies = [Wish(number / 4, Lane.REPLY, f"reader {number}") for number in range(32)]
    passed = in_virtual_time(send_all(pacer(28, 20), broadcast + replies))
    assert max(one.at - one.wish.at for one in passed if one.wish.lane is Lane.REPLY) < TINY


def test_bulk_keeps_its_rate_while_people_are_answered() -> None:
    broadcast = [Wish(0, Lane.BULK, f"chat {number}") for number in range(200)]
    replies = [Wish(number / 5, Lane.REPLY, f"reader {number}") for number in range(50)]
    passed = in_virtual_time(send_all(pacer(28, 20), broadcast + replies))
    assert max(one.at for one in passed if one.wish.lane is Lane.BULK) == pytest.approx(199 / 20, abs=0.01)


def test_a_pause_holds_bulk_also_what_had_its_place_already_but_no_reply() -> None:
    async def work() -> list[Passed]:
        paced = pacer()
        sending = asyncio.ensure_future(
            send_all(
                paced,
                [Wish(0, Lane.BULK, f"chat {number}") for number in range(10)]
                + [Wish(1, Lane.REPLY, "reader")],
            )
        )
        await asyncio.sleep(0.12)
        paced.pause_bulk(30)
        return await sending

    passed = in_virtual_time(work())
    bulk = sorted(one.at for one in passed if one.wish.lane is Lane.BULK)
    assert bulk[2] < 0.12 < 30 < bulk[3]
    assert all(later - earlier >= 1 / 20 - TINY for earlier, later in pairwise(bulk))
    assert [one.at for one in passed if one.wish.lane is Lane.REPLY] == [1]


def test_a_busy_chat_leaves_no_gap_in_the_broadcast() -> None:
    """Whoever has to wait for their own chat takes no place that others could use."""
    busy = [Wish(0, Lane.BULK, "busy") for _ in range(3)]
    others = [Wish(0.001, Lane.BULK, f"chat {number}") for number in range(20)]
    passed = in_virtual_time(send_all(pacer(burst=1), busy + others))
    assert max(one.at for one in passed if one.wish.chat != "busy") == pytest.approx(1.0, abs=0.01)


def test_without_limits_nothing_waits() -> None:
    unlimited = pacer(math.inf, math.inf, math.inf)
    passed = in_virtual_time(
        send_all(unlimited, [Wish(0, lane, "chat") for lane in Lane for _ in range(500)])
    )
    assert {one.at for one in passed} == {0.0}


def test_whoever_stops_waiting_takes_nobody_elses_place() -> None:
    async def work() -> float:
        paced = pacer(overall=1, per_chat=math.inf)
        await paced.permit(Lane.REPLY, "first")
        leaving = asyncio.ensure_future(paced.permit(Lane.REPLY, "leaving"))
        staying = asyncio.ensure_future(paced.permit(Lane.REPLY, "staying"))
        await asyncio.sleep(0.5)
        leaving.cancel()
        await staying
        return asyncio.get_running_loop().time()

    assert in_virtual_time(work()) == pytest.approx(1.0, abs=0.01)


def test_chats_of_the_past_are_forgotten() -> None:
    async def work() -> int:
        paced = pacer(math.inf, math.inf, per_chat=1_000)
        for number in range(45_000):
            await paced.permit(Lane.REPLY, str(number))
            if number % 1_000 == 0:
                await asyncio.sleep(1)
        return len(paced._chats)

    assert in_virtual_time(work()) <= 20_000


def test_the_clock_of_these_tests_passes_also_for_whoever_waits_for_next_to_nothing() -> None:
    """Else a wait of 1e-17 s, which arithmetic may leave over, never ends, and neither does the run."""

    async def waits() -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(100)
        began = loop.time()
        while loop.time() == began:
            await asyncio.sleep(1e-17)

    in_virtual_time(waits())
