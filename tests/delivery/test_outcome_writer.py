"""Fates are written in batches; none that cannot be written holds up the others. A process says that it lives, and takes over."""

from datetime import timedelta

from prometheus_client import REGISTRY
from sqlalchemy import select, update

from feedbackbot.delivery.heartbeat import Heartbeat
from feedbackbot.delivery.sending import OutcomeWriter
from feedbackbot.storage.people.tables import address
from feedbackbot.storage.pipeline import processes
from feedbackbot.storage.pipeline.outbox import Lane, SendOutcome, State, add_reply
from feedbackbot.storage.pipeline.tables import outbox, process
from feedbackbot.storage.runtime import Runtime
from tests.delivery.pipeline import Moody
from tests.talk import CHANNEL
from tests.usecase_runner import Desk


async def reply(desk: Desk, owner: str = "me") -> tuple[int, int]:
    """(id of the row, id of the address)"""
    where = await desk.knows("Ani")
    letter = await desk.do(add_reply, channel=CHANNEL, address_id=where, where="Ani", body="{}", owner=owner)
    return letter.id, where


async def states(desk: Desk) -> list[int]:
    return await desk.rows(select(outbox.c.state).order_by(outbox.c.id))


def settler_of(desk: Desk, database: Moody) -> OutcomeWriter:
    settler = OutcomeWriter(Runtime(database, desk.clock, desk.settings), "me")
    settler.start()
    return settler


async def test_closing_waits_until_every_fate_is_written(desk: Desk) -> None:
    settler = settler_of(desk, Moody(desk.database))
    for _ in range(30):
        row, where = await reply(desk)
        settler.add(SendOutcome(row, State.SENT), where)
    await settler.close()
    assert await states(desk) == [State.SENT] * 30


async def test_closing_without_anything_to_write_returns_at_once(desk: Desk) -> None:
    await settler_of(desk, Moody(desk.database)).close()


async def test_fates_wait_for_a_database_that_is_away(desk: Desk) -> None:
    settler = settler_of(desk, Moody(desk.database, refuses=1))
    row, where = await reply(desk)
    settler.add(SendOutcome(row, State.SENT), where)
    await settler.close()
    assert await states(desk) == [State.SENT]


async def test_a_fate_that_cannot_be_written_does_not_hold_up_the_others(desk: Desk) -> None:
    settler = settler_of(desk, Moody(desk.database))
    rows = [await reply(desk) for _ in range(3)]
    for place, (row, where) in enumerate(rows):
        unwritable: object = object()  # no database takes it
        settler.add(SendOutcome(row, State.SENT, message_ref=unwritable if place == 1 else "7"), where)  # type: ignore[arg-type]
    await settler.close()
    assert await states(desk) == [State.SENT, State.UNDER_WAY, State.SENT]


async def test_whoever_is_gone_is_marked_with_the_reason(desk: Desk) -> None:
    settler = settler_of(desk, Moody(desk.database))
    row, where = await reply(desk)
    settler.add(SendOutcome(row, State.GONE, reason="deactivated"), where)
    await settler.close()
    assert await desk.rows(select(address.c.gone_reason)) == ["deactivated"]


def heartbeat_of(desk: Desk, name: str) -> Heartbeat:
    return Heartbeat(desk.runtime, name)


async def test_with_its_first_beat_a_process_takes_over_from_the_dead(desk: Desk) -> None:
    earlier = heartbeat_of(desk, "earlier")
    await earlier.start()
    await reply(desk, "earlier")
    processes._mine.discard("earlier")  # as after a restart: the same place, another life
    later = heartbeat_of(desk, "later")
    await later.start()
    assert await states(desk) == [State.WAITING]
    assert await desk.rows(select(process.c.id)) == ["later"]
    await later.close()
    await earlier.close()


async def test_a_process_that_ends_in_order_leaves_no_trace(desk: Desk) -> None:
    heartbeat = heartbeat_of(desk, "me")
    await heartbeat.start()
    await reply(desk)
    await heartbeat.close()
    assert await states(desk) == [State.WAITING]
    assert await desk.rows(select(process.c.id)) == []


async def test_what_is_due_and_waits_is_measured_by_lane(desk: Desk) -> None:
    """Two reminders are due, the longer for ten minutes; one is not due yet, and one is on its way."""
    for _ in range(4):
        await reply(desk)
    for row, (state, ago) in enumerate(((0, 10), (0, 1), (0, -5), (1, 30)), 1):
        values = {"state": state, "due_at": desk.clock() - timedelta(minutes=ago), "lane": Lane.REMINDER}
        await desk.do(
            lambda tx, row=row, values=values: tx.run(update(outbox).where(outbox.c.id == row).values(values))
        )
    await heartbeat_of(desk, "me").measure()
    of_reminders = {"city": "", "lane": "reminder"}
    assert REGISTRY.get_sample_value("feedbackbot_outbox_depth", of_reminders) == 2
    assert REGISTRY.get_sample_value("feedbackbot_outbox_waits_seconds", of_reminders) == 600
    assert REGISTRY.get_sample_value("feedbackbot_outbox_waits_seconds", {"city": "", "lane": "reply"}) == 0
