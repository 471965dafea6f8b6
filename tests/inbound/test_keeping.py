"""What waits while a commit runs is kept in the next one, and nobody is told before it is."""

import asyncio

import pytest
from sqlalchemy import select

from feedbackbot.errors import DatabaseAway
from feedbackbot.inbound.delivered import Delivered
from feedbackbot.inbound.keeping import Keeper
from feedbackbot.storage.pipeline.receipts import Receipt, Stage
from feedbackbot.storage.pipeline.tables import inbox, receipt
from feedbackbot.storage.runtime import Work
from feedbackbot.storage.transaction import Transaction
from tests.delivery.words import says
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


class Slow:
    """Counts the transactions; each waits until it is let go."""

    def __init__(self, desk: Desk) -> None:
        self._real = desk.runtime
        self.go = asyncio.Event()
        self.transactions = 0
        self.problem: Exception | None = None

    async def write(self, work: Work[int]) -> int:
        self.transactions += 1
        await self.go.wait()
        if self.problem is not None:
            raise self.problem
        return await self._real.write(work)


@pytest.fixture
def slow(desk: Desk) -> Slow:
    return Slow(desk)


@pytest.fixture
def keeper(slow: Slow) -> Keeper:
    return Keeper(slow, CHANNEL, linger=0)  # type: ignore[arg-type]  # writes as a runtime does


def deliver(keeper: Keeper, delivered: Delivered) -> asyncio.Task[None]:
    return asyncio.create_task(keeper.keep(delivered))


async def begun(keeper: Keeper, *more: Delivered) -> list[asyncio.Task[None]]:
    """The first is being kept, the others wait."""
    tasks = [deliver(keeper, one) for one in more]
    for _ in range(3):
        await asyncio.sleep(0)
    return tasks


def told(desk: Desk, ref: str) -> Receipt:
    return Receipt(ref, 7, Stage.DELIVERED, desk.clock())


async def test_what_waits_during_a_commit_is_kept_in_one(desk: Desk, slow: Slow, keeper: Keeper) -> None:
    tasks = await begun(keeper, Delivered([says("Ani", "satu")]))
    tasks += await begun(
        keeper, *(Delivered([says("Budi", f"{n}")], [told(desk, f"m{n}")]) for n in range(5))
    )
    assert slow.transactions == 1
    assert not any(task.done() for task in tasks), "told before the commit"
    slow.go.set()
    await asyncio.gather(*tasks)
    assert slow.transactions == 2
    assert len(await desk.rows(select(inbox.c.id))) == 6
    assert len(await desk.rows(select(receipt.c.message_ref))) == 5


async def test_one_that_cannot_be_kept_is_alone_with_its_fate(desk: Desk, slow: Slow, keeper: Keeper) -> None:
    def breaks(_: Transaction) -> None:
        raise ValueError("poison")

    tasks = await begun(keeper, Delivered([says("Ani", "satu")]))
    tasks += await begun(
        keeper,
        Delivered([says("Ani", "dua")]),
        Delivered([says("Budi", "tiga")], also=breaks),
        Delivered([says("Ani", "empat")]),
    )
    slow.go.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in outcomes] == [type(None), type(None), ValueError, type(None)]
    assert len(await desk.rows(select(inbox.c.id))) == 3


async def test_while_the_database_is_away_everybody_is_told_so(slow: Slow, keeper: Keeper) -> None:
    slow.problem = DatabaseAway("away")
    tasks = await begun(keeper, Delivered([says("Ani", "satu")]))
    tasks += await begun(keeper, Delivered([says("Ani", "dua")]), Delivered([says("Ani", "tiga")]))
    slow.go.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in outcomes] == [DatabaseAway] * 3
    assert slow.transactions == 2


async def test_who_has_gone_away_keeps_nobody_waiting(desk: Desk, slow: Slow, keeper: Keeper) -> None:
    first, *_ = await begun(keeper, Delivered([says("Ani", "satu")]))
    gone, stays = await begun(keeper, Delivered([says("Ani", "dua")]), Delivered([says("Ani", "tiga")]))
    gone.cancel()
    slow.go.set()
    await asyncio.gather(first, stays)
    assert len(await desk.rows(select(inbox.c.id))) == 3, "what came is kept, whoever still waits for it"


async def test_what_is_only_told_waits_for_company_and_goes_with_what_somebody_wrote(
    desk: Desk, slow: Slow
) -> None:
    keeper = Keeper(slow, CHANNEL, linger=60)  # type: ignore[arg-type]  # writes as a runtime does
    slow.go.set()
    waits = [deliver(keeper, Delivered(told=[told(desk, f"m{number}")])) for number in range(3)]
    for _ in range(5):
        await asyncio.sleep(0)
    assert slow.transactions == 0
    waits += await begun(keeper, Delivered([says("Ani", "halo")]))
    await asyncio.gather(*waits)
    assert slow.transactions == 1


async def test_what_is_only_told_is_kept_soon_where_nobody_writes(desk: Desk, slow: Slow) -> None:
    keeper = Keeper(slow, CHANNEL, linger=0.001)  # type: ignore[arg-type]  # writes as a runtime does
    slow.go.set()
    await deliver(keeper, Delivered(told=[told(desk, "m1")]))
    assert slow.transactions == 1
