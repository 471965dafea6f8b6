"""Two processes on one PostgreSQL keep each chat's order."""

import asyncio
import random

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.storage.database import open_database
from feedbackbot.storage.pipeline import processes
from feedbackbot.storage.pipeline.processes import Watch, beat, take_over
from tests.delivery.pipeline import Line, running
from tests.delivery.words import says
from tests.usecase_runner import Desk


async def test_two_processes_keep_the_order_of_effects_and_of_replies(postgres_url: str) -> None:
    """A chat's updates reach now one, now the other; replies take a while to send."""
    random.seed(11)
    shared = MemoryChannel()
    desks = [Desk(open_database(postgres_url)) for _ in range(2)]
    slow = [Line(shared, delay=lambda: random.uniform(0, 0.02)) for _ in range(2)]
    people = [f"person {number}" for number in range(8)]
    async with (
        running(desks[0], line=slow[0], owner="one") as one,
        running(desks[1], line=slow[1], owner="two") as two,
    ):
        bots = (one, two)
        for bot in bots:
            await bot.desk.do(beat, bot.owner)
        await one.takes(*(says(name, "/kata") for name in people))
        for word in range(12):
            await asyncio.gather(
                *(random.choice(bots).takes(says(name, f"{name} {word}")) for name in people)
            )
        while one.intake.busy or two.intake.busy:
            await asyncio.sleep(0.01)
        for name in people:
            heard = [message.text for to, message in shared.sent if to == name]
            assert heard == ["heard ", *(f"heard {name} {word}" for word in range(12))]
        noted = await one.noted()
        assert len(noted) == 12 * 8
    for desk in desks:
        await desk.database.close()


async def test_replies_of_a_process_that_died_are_sent_by_the_other(postgres_url: str) -> None:
    desks = [Desk(open_database(postgres_url)) for _ in range(2)]
    async with (
        running(desks[0], owner="dying") as dying,
        running(desks[1], owner="heir", worker=True) as heir,
    ):
        dying.line.hold("Ani")
        await dying.hears("Ani", "/kata")
        while not dying.line.under_way:
            await asyncio.sleep(0.01)
        await heir.hears("Ani", "satu")  # waits: the other may still be sending
        await asyncio.sleep(0.2)
        assert await heir.noted() == []
        await desks[0].do(beat, "dying")
        processes._mine.discard(
            "dying"
        )  # both live in this very process: one of an earlier start, which has ended
        assert await desks[1].do(take_over, Watch()) == (1, 0)
        heir.worker.wake()
        while len(heir.line.got("Ani")) < 2:
            await asyncio.sleep(0.01)
        assert heir.line.got("Ani") == ["heard ", "heard satu"]
    for desk in desks:
        await desk.database.close()
