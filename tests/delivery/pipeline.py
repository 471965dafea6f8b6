"""A small bot on a real database, with a line and a database that fail when they are told to."""

import asyncio
import math
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.clock import Now
from feedbackbot.delivery.channel import USUAL, Can, Sent
from feedbackbot.delivery.pacing import Pacer
from feedbackbot.delivery.sending import OutcomeWriter, Sender
from feedbackbot.delivery.wording import Wording
from feedbackbot.delivery.worker import Worker
from feedbackbot.dialogue.directory import Directory
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.dialogue.notices import Speaker
from feedbackbot.dialogue.turn import Dialogue
from feedbackbot.errors import DatabaseAway
from feedbackbot.inbound.delivered import Delivered
from feedbackbot.inbound.intake import Intake
from feedbackbot.inbound.turns import TurnRunner
from feedbackbot.storage.database import Database, T, Work
from feedbackbot.storage.pipeline.inbox import Arrival
from feedbackbot.storage.pipeline.operation_tables import audit
from feedbackbot.storage.pipeline.tables import inbox, outbox
from feedbackbot.storage.runtime import Runtime
from tests.builders import CATALOGUE
from tests.delivery.words import WORDS, read, says
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


@dataclass
class Line:
    """A chat service whose line to some people is slow: a send to whoever is in `held` waits for the event."""

    memory: MemoryChannel = field(default_factory=MemoryChannel)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    raises: Counter[str] = field(default_factory=Counter)
    delay: Callable[[], float] = lambda: 0.0
    under_way: int = 0
    most_under_way: int = 0
    name: str = CHANNEL
    can: Can = USUAL

    async def send(self, address: str, message: Outgoing) -> Sent:
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(self.delay())
            if address in self.held:
                await self.held[address].wait()
            if self.raises[address]:
                self.raises[address] -= 1
                raise RuntimeError("a channel must not do this")
            return await self.memory.send(address, message)
        finally:
            self.under_way -= 1

    async def leave(self, group: str, word: str) -> None:
        await self.memory.leave(group, word)

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        await self.memory.acknowledge(tap_id, notice)

    def hold(self, *addresses: str) -> None:
        self.held.update({address: asyncio.Event() for address in addresses})

    def abandon(self, address: str) -> None:
        self.held.pop(address).set()

    def got(self, address: str) -> list[str]:
        """The texts that arrived there, in order."""
        return [message.text for to, message in self.memory.sent if to == address]


@dataclass
class Moody:
    """A database that is away when it is told to."""

    database: Database
    refuses: int = 0  # so many of the next writes are not begun
    loses_answers: int = 0  # so many of the next writes are committed without anybody learning it
    fails_with: Exception | None = None
    away: bool = False  # nothing at all works
    asked_in_vain: int = 0

    @property
    def dialect(self) -> str:
        return self.database.dialect

    def _asked(self) -> None:
        if self.away:
            self.asked_in_vain += 1
            raise DatabaseAway("away")

    async def write(self, work: Work[T]) -> T:
        self._asked()
        if self.refuses:
            self.refuses -= 1
            raise self.fails_with or DatabaseAway("refused")
        result = await self.database.write(work)
        if self.loses_answers:
            self.loses_answers -= 1
            raise DatabaseAway("the answer was lost")
        return result

    async def read(self, work: Work[T]) -> T:
        self._asked()
        return await self.database.read(work)

    async def close(self) -> None:
        await self.database.close()


@dataclass
class Bot:
    """One process of the bot."""

    desk: Desk
    line: Line
    database: Moody
    intake: Intake
    worker: Worker
    settler: OutcomeWriter
    pacer: Pacer
    sender: Sender
    owner: str

    async def takes(self, *arrivals: Arrival) -> None:
        await self.intake.keep(Delivered(arrivals))

    async def hears(self, name: str, *words: str) -> None:
        """All in one batch."""
        await self.takes(*(says(name, word) for word in words))

    async def rests(self) -> None:
        """Until every turn is answered and every outcome written."""
        while self.intake.busy:
            await asyncio.sleep(0.005)
        await self.settler.flush()

    async def noted(self) -> list[str]:
        """The effects of all turns, in order."""
        return await self.desk.rows(select(audit.c.subject).order_by(audit.c.id))

    async def inbox_states(self) -> list[int]:
        return await self.desk.rows(select(inbox.c.state).order_by(inbox.c.id))

    async def outbox_states(self) -> set[int]:
        return set(await self.desk.rows(select(outbox.c.state)))


@asynccontextmanager
async def running(
    desk: Desk,
    *,
    line: Line | None = None,
    pacer: Pacer | None = None,
    owner: str = "me",
    attempts: int = 3,
    now: Now | None = None,
    worker: bool = False,
    **settings: Any,
) -> AsyncIterator[Bot]:
    """A bot in `desk`'s database; without limits unless a pacer is given, without the worker unless asked for."""
    line, now = line or Line(), now or desk.clock
    pacer = pacer or Pacer(overall=math.inf, bulk=math.inf, per_chat=math.inf, burst_per_chat=1)
    database = Moody(desk.database)
    runtime = Runtime(database, now, desk.settings.model_copy(update=settings))
    sender = Sender(line, pacer, now, attempts, CATALOGUE)
    settler = OutcomeWriter(runtime, owner)
    wording = Wording(Speaker(()), CATALOGUE)
    delivery = Worker(runtime=runtime, sender=sender, outcomes=settler, wording=wording, owner=owner)
    runtime.wakes(delivery.wake)
    dialogue = Dialogue(Directory([WORDS], "words"), CATALOGUE)
    intake = Intake(
        runtime=runtime,
        runner=TurnRunner(runtime, dialogue, read, owner, CHANNEL),
        sender=sender,
        outcomes=settler,
    )
    settler.start()
    if worker:
        delivery.start()
    bot = Bot(desk, line, database, intake, delivery, settler, pacer, sender, owner)
    try:
        yield bot
    finally:
        await asyncio.gather(intake.close(2), delivery.close(2))
        await settler.close()
