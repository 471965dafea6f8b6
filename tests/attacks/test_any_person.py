"""Whatever a person of whatever kind does, in whatever order: an answer comes, in words that can be sent as they are."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from feedbackbot.domain.message_text import plain_length, problems
from tests.attacks.anything import Act, Anybody, acts
from tests.attacks.rewindable import RewindableDatabase
from tests.attacks.world import FURTHER, KINDS, World
from tests.talk import Talker


def is_told(person: Talker, act: Act) -> None:
    """Never silent; nothing too long, or with a lost mark of format."""
    assert person.answered or person.notice, act
    for message in person.answered:
        assert 0 < plain_length(message.text) <= 4096, (act, message.text)
        assert problems(message.text) == [], (act, message.text)


@pytest.mark.timeout(900)  # the search for the shortest way to a fault takes minutes
@pytest.mark.parametrize("kind", [*KINDS, *FURTHER])
def test_any_person_is_answered_whatever_they_do(
    rewindable: tuple[RewindableDatabase, World], kind: str
) -> None:
    database, world = rewindable
    person = world.people[kind]
    anybody, chat, began = Anybody(world, person), list(person.chat), world.clock.now

    async def live(deeds: list[Act]) -> None:
        person.chat[:] = [replace(shown) for shown in chat]  # what is edited is edited in place
        world.clock.now = began
        async with database.tried():
            await person.types("/mulai")
            for deed in deeds:
                await anybody.does(deed)
                if deed[0] not in ("waits", "post"):
                    is_told(person, deed)

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(deeds=st.lists(acts, min_size=10, max_size=60))
    def anything(deeds: list[Act]) -> None:
        asyncio.run(live(deeds))

    anything()
