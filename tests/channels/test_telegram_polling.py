"""Long polling: nothing is acknowledged before it is kept."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from feedbackbot.channels.backoff import Backoff
from feedbackbot.channels.telegram.client import TelegramClient
from feedbackbot.channels.telegram.polling import poll
from feedbackbot.channels.telegram.reading import read_body
from feedbackbot.channels.telegram.webhook_registration import register_webhook, remove_webhook
from feedbackbot.errors import DatabaseAway
from feedbackbot.playground.city import Playground
from feedbackbot.playground.person import Person
from feedbackbot.storage.pipeline.inbox import Arrival


class Keeper:
    """Keeps arrivals once each by key, unless told to fail so many times first."""

    def __init__(self, failures: list[Exception] | None = None) -> None:
        self.kept: dict[str, Arrival] = {}
        self.batches: list[list[str]] = []
        self.failures = failures or []
        self._changed = asyncio.Event()

    async def __call__(self, arrivals: list[Arrival]) -> None:
        self.batches.append([arrival.update_key for arrival in arrivals])
        if self.failures:
            raise self.failures.pop(0)
        for arrival in arrivals:
            self.kept.setdefault(arrival.update_key, arrival)
        self._changed.set()

    def texts(self) -> list[str]:
        return [read_body(arrival.body).text for arrival in self.kept.values()]

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not holds():
                self._changed.clear()
                await self._changed.wait()


@asynccontextmanager
async def polling(
    client: TelegramClient, keep: Callable[[list[Arrival]], Awaitable[None]]
) -> AsyncIterator[None]:
    stop = asyncio.Event()
    task = asyncio.create_task(poll(client, keep, stop, Backoff(0.01, 0.02)))
    try:
        yield
    finally:
        stop.set()
        async with asyncio.timeout(5):
            await task


def waiting(city: Playground) -> int:
    assert city.server is not None
    return len(city.server.world.updates)


async def acknowledged(city: Playground) -> None:
    async with asyncio.timeout(5):
        while waiting(city):
            await asyncio.sleep(0.01)


async def test_what_is_said_before_and_during_the_poll_is_kept_in_order(
    client: TelegramClient, city: Playground, ani: Person
) -> None:
    keeper = Keeper()
    await ani.types("satu")
    async with polling(client, keeper):
        await keeper.until(lambda: "satu" in keeper.texts())
        await ani.types("dua")
        await keeper.until(lambda: "dua" in keeper.texts())
        await acknowledged(city)
    assert keeper.texts() == ["", "satu", "dua"]
    assert {arrival.chat for arrival in keeper.kept.values()} == {str(ani.id)}
    positions = [arrival.position for arrival in keeper.kept.values()]
    assert positions == sorted(positions)


@pytest.mark.parametrize("problem", [DatabaseAway("away"), RuntimeError("a fault of ours")])
async def test_the_same_batch_is_offered_again_and_stays_unacknowledged_until_it_is_kept(
    client: TelegramClient, city: Playground, ani: Person, problem: Exception
) -> None:
    keeper = Keeper([problem] * 3)
    await ani.types("satu")
    async with polling(client, keeper):
        await keeper.until(lambda: "satu" in keeper.texts())
        await acknowledged(city)
    assert keeper.batches == [keeper.batches[0]] * 4


async def test_stopping_while_the_database_is_away_leaves_everything_with_telegram(
    client: TelegramClient, city: Playground, ani: Person
) -> None:
    tried = asyncio.Event()

    async def never(arrivals: list[Arrival]) -> None:
        tried.set()
        raise DatabaseAway

    async with polling(client, never):
        await tried.wait()
    assert waiting(city) == 1


async def test_a_stop_lets_a_batch_that_is_being_kept_be_kept(client: TelegramClient, ani: Person) -> None:
    stop, begun, finish, kept = asyncio.Event(), asyncio.Event(), asyncio.Event(), []

    async def slow(arrivals: list[Arrival]) -> None:
        begun.set()
        await finish.wait()
        kept.extend(arrivals)

    task = asyncio.create_task(poll(client, slow, stop))
    await begun.wait()
    stop.set()
    await asyncio.sleep(0)
    assert not task.done()
    finish.set()
    await task
    assert len(kept) == 1


async def test_polling_outlives_an_outage_broken_json_and_strange_updates(
    client: TelegramClient, city: Playground, ani: Person
) -> None:
    keeper = Keeper()
    async with polling(client, keeper):
        await keeper.until(lambda: len(keeper.kept) == 1)
        await city.breaks(outage=True)
        await ani.types("selama gangguan")
        await city.mends()
        await keeper.until(lambda: "selama gangguan" in keeper.texts())
        await city.injects('{"update_id": 5, "mess')
        await city.injects({"message": "no object", "poll": []})
        await city.injects({"unknown_kind": {"x": 1}})
        await ani.types("masih ada")
        await keeper.until(lambda: "masih ada" in keeper.texts())
        await acknowledged(city)
    assert len(keeper.kept) == 5


async def test_an_update_that_comes_again_has_the_same_key(
    client: TelegramClient, city: Playground, ani: Person
) -> None:
    keeper = Keeper()
    async with polling(client, keeper):
        await keeper.until(lambda: len(keeper.kept) == 1)
        await city.repeats(int(next(iter(keeper.kept))))
        await keeper.until(lambda: len(keeper.batches) > 1)
    assert len(keeper.kept) == 1


async def test_polling_waits_while_a_webhook_is_set_and_goes_on_afterwards(
    client: TelegramClient, city: Playground, ani: Person
) -> None:
    keeper = Keeper()
    await register_webhook(client, "http://127.0.0.1:9/", "/telegram", "s" * 16, 3)
    assert city.server is not None
    hook = city.server.world.webhook
    assert (hook.url, hook.secret_token, hook.max_connections) == (
        "http://127.0.0.1:9/telegram",
        "s" * 16,
        3,
    )
    async with polling(client, keeper):
        await asyncio.sleep(0.05)
        assert keeper.batches == []
        await remove_webhook(client)
        await keeper.until(lambda: len(keeper.kept) == 1)


def test_pauses_grow_to_their_longest_and_begin_anew() -> None:
    backoff = Backoff(1.0, 4.0)
    pauses = [backoff.pause() for _ in range(5)]
    for pause, most in zip(pauses, (1, 2, 4, 4, 4), strict=True):
        assert most / 2 <= pause <= most
    backoff.reset()
    assert backoff.pause() <= 1.0
