"""Who waits sees that an answer is coming; who was answered is marked as read once for all that was written meanwhile."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from feedbackbot.inbound.read_marks import ReadMarks


class Marked:
    """What was marked; `waiting` are chats without an answer."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, bool]] = []
        self.waiting: set[str] = set()
        self._tasks: list[asyncio.Task[None]] = []

    async def mark(self, ref: str, typing: bool) -> None:
        self.calls.append((ref, typing))

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(asyncio.create_task(work))

    def marks(self, slow: float, rest: float) -> ReadMarks:
        return ReadMarks(self.mark, lambda chat: chat in self.waiting, self.start, slow=slow, rest=rest)

    async def until(self, count: int) -> None:
        while len(self.calls) < count:
            await asyncio.sleep(0.001)


@pytest.fixture
def marked() -> Marked:
    return Marked()


async def test_who_waits_longer_sees_typing(marked: Marked) -> None:
    marks = marked.marks(0.001, 60)
    marked.waiting.add("Ani")
    marks.wrote("Ani", "m1")
    await marked.until(1)
    assert marked.calls == [("m1", True)]
    marks.wrote("Ani", "m2")
    await marked.until(2)
    assert marked.calls[-1] == ("m2", True)


async def test_who_was_answered_at_once_never_sees_typing_after_the_answer(marked: Marked) -> None:
    marks = marked.marks(0.001, 0.001)
    marks.wrote("Ani", "m1")
    await marked.until(1)
    assert marked.calls == [("m1", False)]


async def test_one_mark_stands_for_all_that_was_written_meanwhile(marked: Marked) -> None:
    marks = marked.marks(0.01, 0.01)
    for number in range(5):
        marks.wrote("Ani", f"m{number}")
    marks.wrote("Budi", "b1")
    await marked.until(2)
    assert sorted(marked.calls) == [("b1", False), ("m4", False)]


async def test_nothing_is_marked_after_the_end(marked: Marked) -> None:
    marks = marked.marks(0.001, 0.001)
    marks.wrote("Ani", "m1")
    marks.close()
    await asyncio.sleep(0.01)
    assert marked.calls == []
