"""What is told of a message after it was accepted counts, whenever and however often it is told."""

from typing import Any

import pytest
from sqlalchemy import select, update

from feedbackbot.delivery.channel import DeliveryStatus
from feedbackbot.delivery.receipts import overtaken, take_receipts
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.storage.broadcast.broadcast_rows import told_counts
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.contacts import lock_chat
from feedbackbot.storage.people.tables import address, opt_out
from feedbackbot.storage.pipeline.dispatch import claim, settle
from feedbackbot.storage.pipeline.outbox import Lane, SendOutcome, State, add_message
from feedbackbot.storage.pipeline.receipts import Receipt, Stage
from feedbackbot.storage.pipeline.tables import outbox, receipt
from feedbackbot.storage.transaction import Transaction
from tests.usecase_runner import Desk

CHANNEL = "other"


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def sent(
    desk: Desk, state: State = State.SENT, ref: str | None = "m1", kind: str = "case-update"
) -> int:
    """A row that was accepted as message `ref`, or of which that is not known."""

    def queue(tx: Transaction) -> int:
        contact, _ = lock_chat(tx, CHANNEL, "Ani")
        body = Outgoing("Halo").to_json()
        add_message(
            tx, channel=CHANNEL, address_id=contact.address_id, lane=Lane.REMINDER, kind=kind, body=body
        )
        return claim(tx, channel=CHANNEL, owner="me", lanes=tuple(Lane), most=1)[0].id

    row = await desk.do(queue)
    await desk.do(settle, "me", [SendOutcome(row, state, ref, keeps_words=True)])
    if ref is not None:
        await desk.do(overtaken, CHANNEL, [(row, ref)])
    return row


def told(
    desk: Desk, stage: Stage, row: int | None = None, ref: str = "m1", fate: str = "", **more: Any
) -> Receipt:
    return Receipt(ref, row, stage, desk.clock(), fate=fate, code=1 if fate else None, **more)


async def state(desk: Desk) -> tuple[State, str | None, bool]:
    """Of the only row: its state, its message, and whether it holds its words."""
    [(number, ref, body)] = await desk.rows(select(outbox.c.state, outbox.c.message_ref, outbox.c.body))
    return State(number), ref, body is not None


async def stages(desk: Desk) -> list[Stage]:
    return [Stage(number) for number in await desk.rows(select(receipt.c.stage))]


async def test_the_words_are_kept_until_the_message_arrived(desk: Desk) -> None:
    await sent(desk)
    assert await state(desk) == (State.SENT, "m1", True)
    await desk.do(take_receipts, CHANNEL, [told(desk, Stage.SENT)])
    assert await state(desk) == (State.SENT, "m1", True)
    await desk.do(take_receipts, CHANNEL, [told(desk, Stage.DELIVERED)])
    assert await state(desk) == (State.SENT, "m1", False)


async def test_later_stages_never_give_way_to_earlier_ones(desk: Desk) -> None:
    await sent(desk)
    for stage in (Stage.READ, Stage.SENT, Stage.DELIVERED, Stage.FAILED, Stage.READ):
        fate = "gone" if stage is Stage.FAILED else ""
        await desk.do(take_receipts, CHANNEL, [told(desk, stage, fate=fate), told(desk, stage, fate=fate)])
    assert await stages(desk) == [Stage.READ]
    assert await state(desk) == (State.SENT, "m1", False)
    assert await desk.rows(select(address.c.gone_at)) == [None], "what was read did not fail"


async def test_a_lost_answer_is_made_up_for_by_the_row_that_was_sent_along(desk: Desk) -> None:
    row = await sent(desk, State.UNKNOWN, None)
    await desk.do(take_receipts, CHANNEL, [told(desk, Stage.SENT, row, "m9")])
    assert await state(desk) == (State.SENT, "m9", True)


async def test_a_failure_that_is_told_before_the_answer_counts_when_the_answer_is_stored(desk: Desk) -> None:
    await desk.do(take_receipts, CHANNEL, [told(desk, Stage.FAILED, None, fate=DeliveryStatus.GONE.value)])
    await sent(desk)
    assert (await state(desk))[0] is State.GONE
    assert await desk.rows(select(address.c.gone_reason)) == ["failed-1"]


@pytest.mark.parametrize(
    ("fate", "becomes"),
    [
        (DeliveryStatus.GONE, State.GONE),
        (DeliveryStatus.REJECTED, State.REJECTED),
        (DeliveryStatus.OPTED_OUT, State.DROPPED),
        (DeliveryStatus.HELD, State.WAITING),
        (DeliveryStatus.WINDOW, State.WAITING),
        (DeliveryStatus.COOL, State.WAITING),
        (DeliveryStatus.LATER, State.WAITING),
        (DeliveryStatus.HALT, State.WAITING),
    ],
)
async def test_each_failure_has_its_fate(desk: Desk, fate: DeliveryStatus, becomes: State) -> None:
    await sent(desk, kind="broadcast")
    failed = told(desk, Stage.FAILED, fate=fate.value)
    await desk.do(take_receipts, CHANNEL, [failed, failed])
    await desk.do(take_receipts, CHANNEL, [failed])
    found, _, words = await state(desk)
    assert (found, words) == (becomes, becomes is State.WAITING)
    assert await desk.rows(select(opt_out.c.subscription)) == (
        ["news"] if fate is DeliveryStatus.OPTED_OUT else []
    )


async def test_a_part_that_is_not_the_last_settles_nothing(desk: Desk) -> None:
    row = await sent(desk)
    early = told(desk, Stage.FAILED, row, "m0", fate="gone", last=False)
    await desk.do(take_receipts, CHANNEL, [early, told(desk, Stage.SENT)])
    assert await state(desk) == (State.SENT, "m1", True)


async def test_what_a_message_costs_is_counted_once_whatever_the_order(desk: Desk) -> None:
    await sent(desk)
    await desk.do(
        take_receipts, CHANNEL, [told(desk, Stage.READ), told(desk, Stage.SENT, category="utility")]
    )
    await desk.do(take_receipts, CHANNEL, [told(desk, Stage.DELIVERED, category="utility")])
    assert await desk.rows(select(receipt.c.category, receipt.c.stage)) == [("utility", Stage.READ)]


async def test_a_broadcast_tells_what_was_delivered_and_read_apart_from_what_was_accepted(desk: Desk) -> None:
    for number in range(3):
        row = await sent(desk, ref=f"m{number}", kind="broadcast")
        await desk.do(
            lambda tx, row=row: tx.run(update(outbox).where(outbox.c.id == row).values(subject="broadcast:5"))
        )  # type: ignore[misc]
    told_of = [
        told(desk, Stage.DELIVERED, ref="m0"),
        told(desk, Stage.READ, ref="m1"),
        told(desk, Stage.SENT, ref="m2"),
    ]
    await desk.do(take_receipts, CHANNEL, told_of)
    assert await desk.look(told_counts, 5) == (2, 1)
