"""A day after somebody last wrote an approved text knocks, the message waits for the door to open, and nobody is knocked at twice."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy.templates import KNOCK, WINDOW
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.addresses import note_heard, reach
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import message_template
from feedbackbot.storage.pipeline.windows import count_waiting, free_waiting
from feedbackbot.storage.transaction import Transaction
from tests.delivery.windows import CHANNEL, approve, goes, known, queue, rows
from tests.usecase_runner import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


@pytest.mark.parametrize(
    ("ago", "kinds"),
    [
        (WINDOW - timedelta(seconds=1), ["case-update"]),
        (WINDOW, []),
        (None, []),
    ],
)
async def test_the_window_is_open_to_the_second_and_for_nobody_who_never_wrote(
    desk: Desk, ago: timedelta | None, kinds: list[str]
) -> None:
    await approve(desk)
    await queue(desk, await known(desk, ago=ago))
    assert [letter.kind for letter in await goes(desk)] == kinds


async def test_outside_it_a_text_knocks_and_the_message_goes_when_the_person_writes(desk: Desk) -> None:
    await approve(desk)
    where = await known(desk)
    await queue(desk, where)
    assert await goes(desk) == []
    assert await rows(desk) == [
        ("case-update", State.WAITING, "window-knocked"),
        (KNOCK, State.WAITING, None),
    ]
    [knock] = await goes(desk)
    called = Outgoing.from_json(knock.body).template
    assert called is not None
    assert (called.name, dict(called.fields)) == ("kasus_kabar", {"perihal": "Laporan LSM-1 selesai"})
    assert called.data.startswith("!buka/")
    assert await desk.do(count_waiting, where) == 1

    def writes(tx: Transaction) -> None:
        note_heard(tx, where, tx.now)
        free_waiting(tx, where)

    await desk.do(writes)
    assert [letter.kind for letter in await goes(desk)] == ["case-update"]


async def test_one_knock_is_enough_for_all_that_waits(desk: Desk) -> None:
    await approve(desk)
    where = await known(desk)
    for _ in range(3):
        await queue(desk, where)
    await goes(desk)
    assert [letter.kind for letter in await goes(desk)] == [KNOCK]
    desk.clock.passes(hours=25)
    await queue(desk, where)
    await goes(desk)
    assert [letter.kind for letter in await goes(desk)] == [KNOCK], "a day later one more"


async def test_what_is_missing_paused_or_of_another_category_waits_and_alarms_once(desk: Desk) -> None:
    for category in ("", "MARKETING"):
        if category:
            await approve(desk, category)
        where = await known(desk, category or "Ani")
        for _ in range(2):
            await queue(desk, where)
        assert await goes(desk) == []
        assert {reason for _, _, reason in await rows(desk)} == {"window-template"}
    alarms = await desk.rows(
        select(message_template.c.name).where(message_template.c.alarmed_at.is_not(None))
    )
    assert alarms == ["kasus_kabar"]


async def test_a_person_is_reached_where_nobody_has_to_knock(desk: Desk) -> None:
    """The newest address, unless its window is shut and another's is not, or has none."""

    def on_two(tx: Transaction) -> int:
        first, _ = lock_chat(tx, "free", "Ani")
        second, _ = lock_chat(tx, CHANNEL, "Ani")
        tx.run(update(address).where(address.c.id == second.address_id).values(person_id=first.person_id))
        note_heard(tx, second.address_id, tx.now)
        return first.person_id

    person = await desk.do(on_two)
    found = await desk.look(reach, person)
    assert found is not None and found.channel == CHANNEL
    desk.clock.passes(hours=24)
    found = await desk.look(reach, person)
    assert found is not None and found.channel == "free"
