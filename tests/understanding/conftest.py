"""The same people and clock as in every talk, and a talk on either chat service of the tests."""

import pytest

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.channels.narrow import NarrowChannel
from tests.conversations.conftest import ani, budi, clock, talk
from tests.talk import Talk

__all__ = ["ani", "anywhere", "budi", "clock", "talk"]


@pytest.fixture(params=[MemoryChannel, NarrowChannel], ids=["can everything", "can little"])
def anywhere(talk: Talk, request: pytest.FixtureRequest) -> Talk:
    talk.can = request.param().can
    return talk
