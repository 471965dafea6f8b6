"""While workers send: pausing, resuming, cancelling and a second process are exact to the row."""

import asyncio
from collections import Counter

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.channel import DeliveryStatus, Sent
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.storage.pipeline.outbox import State
from tests.broadcast.city import rows, send, settle_people, states
from tests.broadcast.post import Post, SlowChannel, until_sent, until_settled
from tests.talk import Clock, Talk, Talker

READERS = 199


async def begin(talk: Talk, admin: Talker) -> int:
    """A broadcast to two hundred people."""
    await talk.work(lambda tx: settle_people(tx, READERS))
    return await send(admin)


def reached(channel: MemoryChannel) -> Counter[str]:
    return Counter(address for address, _ in channel.sent)


async def test_pausing_midway_holds_exactly_what_has_not_begun(talk: Talk, zul: Talker) -> None:
    number = await begin(talk, zul)
    channel = SlowChannel()
    async with Post(talk, channel).open():
        await until_sent(channel, 20)
        await zul.sends_tap(f"!kelola/{number}.jeda")
        found = await until_settled(talk)
        assert found[State.SENT] == len(channel.sent)
        assert found[State.SENT] + found[State.PAUSED] == READERS + 1
        assert {row.name for row in await rows(talk) if row.state == State.SENT} == set(reached(channel))
        await zul.sends_tap(f"!kelola/{number}.lanjut")
        assert await until_settled(talk) == {State.SENT: READERS + 1}
    assert set(reached(channel).values()) == {1}
    assert len(channel.sent) == READERS + 1


async def test_cancelling_midway_sends_nothing_more_and_unsends_nothing(talk: Talk, zul: Talker) -> None:
    number = await begin(talk, zul)
    channel = SlowChannel()
    async with Post(talk, channel).open():
        await until_sent(channel, 20)
        await zul.sends_tap(f"!kelola/{number}.batalkan")
        found = await until_settled(talk)
    assert found[State.SENT] == len(channel.sent) < READERS + 1
    assert found[State.SENT] + found[State.DROPPED] == READERS + 1
    assert {row.name for row in await rows(talk) if row.state == State.SENT} == set(reached(channel))


async def test_what_comes_back_from_the_chat_service_after_a_pause_is_held_too(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    """A 429 puts a row back among those that wait; a pause that came meanwhile must still hold it, and a cancel drop it."""
    number = await send(zul)
    channel = PausingChannel(zul, number)
    async with Post(talk, channel).open():
        async with asyncio.timeout(30):
            while not channel.tried or await states(talk) != {State.WAITING: 1}:
                await asyncio.sleep(0.01)
        clock.passes(seconds=60)
        assert await until_settled(talk) == {State.PAUSED: 1}
        await zul.sends_tap(f"!kelola/{number}.batalkan")
    assert await states(talk) == {State.DROPPED: 1}
    assert len(channel.tried) == 1


class PausingChannel(MemoryChannel):
    """The admin pauses while the message is under way, and the chat service wants it later."""

    def __init__(self, admin: Talker, number: int) -> None:
        super().__init__()
        self.admin = admin
        self.number = number

    async def send(self, address: str, message: Outgoing) -> Sent:
        self.tried.append((address, message))
        await self.admin.sends_tap(f"!kelola/{self.number}.jeda")
        return Sent(DeliveryStatus.LATER, retry_after=1.0, reason="too-many")


async def test_a_second_process_that_joins_midway_doubles_and_loses_nothing(talk: Talk, zul: Talker) -> None:
    await begin(talk, zul)
    channel = SlowChannel()
    async with Post(talk, channel, "first").open():
        await until_sent(channel, 20)
        async with Post(talk, channel, "second").open():
            assert await until_settled(talk) == {State.SENT: READERS + 1}
    assert len(channel.sent) == READERS + 1
    assert set(reached(channel).values()) == {1}


async def test_a_second_process_obeys_a_pause_of_the_first(talk: Talk, zul: Talker) -> None:
    number = await begin(talk, zul)
    channel = SlowChannel()
    async with Post(talk, channel, "first").open(), Post(talk, channel, "second").open():
        await until_sent(channel, 10)
        await zul.sends_tap(f"!kelola/{number}.jeda")
        found = await until_settled(talk)
    assert found[State.SENT] == len(channel.sent)
    assert found[State.SENT] + found[State.PAUSED] == READERS + 1


async def test_each_fate_ends_where_it_belongs(talk: Talk, zul: Talker, clock: Clock) -> None:
    await begin(talk, zul)
    channel = MemoryChannel()
    channel.answer_with(
        [
            Sent(DeliveryStatus.SENT),  # the author
            Sent(DeliveryStatus.GONE, reason="blocked"),
            Sent(DeliveryStatus.REJECTED, reason="too-long"),
            Sent(DeliveryStatus.UNKNOWN, reason="dropped"),
            Sent(DeliveryStatus.LATER, retry_after=0.0, reason="too-many"),
        ]
    )
    async with Post(talk, channel).open():
        while (await until_settled(talk, State.UNDER_WAY)).get(State.WAITING, 0) > 1:
            await asyncio.sleep(0.01)
        clock.passes(seconds=60)
        found = await until_settled(talk)
    assert found == {State.SENT: READERS - 2, State.GONE: 1, State.REJECTED: 1, State.UNKNOWN: 1}
    await send(zul, "Yang kedua")
    assert len(await rows(talk, "broadcast:2")) == READERS, "whoever blocked the bot is left out from now on"
