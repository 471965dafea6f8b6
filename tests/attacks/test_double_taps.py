"""Every button that confirms something does it once, however often it is tapped: before the first tap is answered, and long after."""

import pytest
from sqlalchemy import func, select

from feedbackbot.storage.database import Database
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.inbox import DEAD
from feedbackbot.storage.pipeline.tables import inbox
from feedbackbot.storage.privacy.erasing import finish_erasures
from feedbackbot.storage.privacy.tables import erasure
from feedbackbot.storage.transaction import Transaction
from tests.builders import talk_in
from tests.shown import Shown
from tests.survey.ratings import rate, responses
from tests.talk import Clock, Talk, Talker


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def talk(database: Database, clock: Clock) -> Talk:
    return await talk_in(database, clock)


def button_of(one: Talker, label: str) -> tuple[Shown, str]:
    shown, button = one.button(label)
    return shown, button.data or ""


async def test_a_double_tap_on_erasing_erases_once_and_leaves_nothing(talk: Talk, clock: Clock) -> None:
    ani = talk.person("Ani")
    await rate(ani)
    await ani.types("/hapus")
    shown, data = button_of(ani, "Ya, hapus semua")
    await ani.sends_tap(data, shown.ref)
    await ani.sends_tap(data, shown.ref)
    await ani.sends_tap(data, shown.ref)
    assert "sudah dihapus tadi" in ani.said()
    clock.passes(minutes=2)
    assert await talk.run(finish_erasures) == 1

    def left(tx: Transaction) -> list[int]:
        return [
            tx.run(select(func.count()).select_from(table)).scalar_one()
            for table in (person, address, erasure)
        ]

    assert await talk.work(left) == [0, 0, 0]
    assert sum(row["submitted_at"] is not None for row in await responses(talk)) == 1


async def test_dead_updates_of_an_erased_person_lose_words_and_address(talk: Talk, clock: Clock) -> None:
    ani = talk.person("Ani")
    await rate(ani)

    def dead(tx: Transaction) -> None:
        row = {"channel": "memory", "chat": "Ani", "position": 1, "body": "Ani 0812", "received_at": tx.now}
        tx.run(inbox.insert(), row | {"update_key": "d1", "state": DEAD})
        # that one dies after the erasing: it was received before
        tx.run(inbox.insert(), row | {"update_key": "d2", "state": 0, "position": 2})

    await talk.work(dead)
    await ani.types("/hapus")
    await ani.taps("Ya, hapus semua")
    clock.passes(minutes=2)
    assert await talk.run(finish_erasures) == 0, "what was received is answered first"
    await talk.work(lambda tx: tx.run(inbox.update().where(inbox.c.update_key == "d2").values(state=DEAD)))
    assert await talk.run(finish_erasures) == 1
    rows = await talk.work(lambda tx: [(row.chat, row.body) for row in tx.run(select(inbox))])
    assert set(rows) == {("", "")}
