"""The real delivery over a channel in memory: workers that claim, pace, send and settle."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.channel import Sent
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.sending import OutcomeWriter, Sender
from feedbackbot.delivery.wording import Wording
from feedbackbot.delivery.worker import Worker
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.jobs.progress_cards import ProgressCards
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.runtime import Runtime
from tests.broadcast.city import states
from tests.builders import CATALOGUE
from tests.talk import Talk

UNSETTLED = (State.WAITING, State.UNDER_WAY)


class SlowChannel(MemoryChannel):
    """Each message takes a moment, so that something is always under way; `after` is called with each number."""

    seconds: float = 0.1
    after: Callable[[int], None] | None = None

    async def send(self, address: str, message: Outgoing) -> Sent:
        await asyncio.sleep(self.seconds)
        sent = await super().send(address, message)
        if self.after is not None:
            self.after(len(self.sent))
        return sent


class Post:
    """One process's delivery."""

    def __init__(self, talk: Talk, channel: MemoryChannel, name: str = "post", rate: float = 1e6) -> None:
        self.talk = talk
        self.channel = channel
        settings = talk.settings.model_copy(update={"rate_bulk": 40.0})
        runtime = Runtime(talk.database, talk.now, settings)
        pacer = Pacer(overall=1e6, bulk=rate, per_chat=1e6, burst_per_chat=100)
        self.sender = Sender(channel, pacer, talk.now, settings.send_attempts, CATALOGUE)
        self.settler = OutcomeWriter(runtime, name)
        self.worker = Worker(
            runtime=runtime,
            sender=self.sender,
            outcomes=self.settler,
            wording=Wording(talk.dialogue.directory.speaker, CATALOGUE),
            owner=name,
        )
        self.cards = ProgressCards(talk.runtime, [self.sender], talk.dialogue.catalogue)

    @asynccontextmanager
    async def open(self) -> AsyncIterator["Post"]:
        self.settler.start()
        self.worker.start()
        try:
            yield self
        finally:
            await self.worker.close(5)
            await self.settler.close()


async def until_settled(talk: Talk, *unsettled: State) -> dict[State, int]:
    """Wait until no row of a broadcast waits or is under way; the states of all rows."""
    async with asyncio.timeout(30):
        while True:
            found = await states(talk)
            if not any(found.get(state) for state in unsettled or UNSETTLED):
                return found
            await asyncio.sleep(0.02)


async def until_sent(channel: MemoryChannel, number: int) -> None:
    async with asyncio.timeout(30):
        while len(channel.sent) < number:
            await asyncio.sleep(0.005)
