"""After a restore what may have gone out waits for an operator's word; replies and cases go on."""

import pytest
from sqlalchemy import select

from feedbackbot.delivery.policy import LANES
from feedbackbot.delivery.policy_gate import filter_allowed
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.dispatch import claim
from feedbackbot.storage.pipeline.outbox import Lane, State, add_message
from feedbackbot.storage.pipeline.sending_hold import HELD, count_held, hold_all
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.operation.held_sending import drop_held_sending, resume_sending
from tests.talk import CHANNEL
from tests.usecase_runner import Desk

REMINDER, CASE, DANGER, BULK = Kind.REMINDER, Kind.CASE_UPDATE, Kind.EMERGENCY, Kind.BROADCAST


@pytest.fixture
async def desk(database: Database) -> Desk:
    made = Desk(database)
    await made.knows("Ani")
    return made


def tell_ani(tx: Transaction, *kinds: Kind) -> None:
    for kind in kinds:
        add_message(
            tx, channel=CHANNEL, address_id=1, lane=LANES[kind], kind=kind.value, body="{}", due_at=tx.now
        )


def go(tx: Transaction) -> set[str]:
    claimed = claim(tx, channel=CHANNEL, owner="me", lanes=tuple(Lane), most=50)
    return {letter.kind for letter in filter_allowed(tx, CHANNEL, claimed)}


async def states(desk: Desk) -> dict[str, State]:
    return {kind: State(state) for kind, state in await desk.rows(select(outbox.c.kind, outbox.c.state))}


async def test_what_was_queued_before_waits_but_for_a_citizens_own_affair(desk: Desk) -> None:
    await desk.do(tell_ani, REMINDER, CASE, DANGER, BULK)
    assert await desk.do(hold_all) == 3
    assert await desk.do(go) == {"case-update"}
    assert await desk.look(count_held) == {"reminder": 1, "emergency": 1, "broadcast": 1}


async def test_what_jobs_queue_after_it_waits_too_but_for_new_words_of_danger(desk: Desk) -> None:
    await desk.do(hold_all)
    await desk.do(tell_ani, REMINDER, CASE, DANGER, BULK)
    assert await desk.do(go) == {"case-update", "emergency"}
    assert await desk.look(count_held) == {"reminder": 1, "broadcast": 1}
    waiting = select(outbox.c.reason).where(outbox.c.state == State.PAUSED)
    assert set(await desk.rows(waiting)) == {HELD}


async def test_at_the_word_resume_it_goes_and_what_comes_later_is_not_asked_about(desk: Desk) -> None:
    await desk.do(tell_ani, REMINDER, BULK)
    await desk.do(hold_all)
    assert await desk.do(resume_sending) == 2
    assert await desk.do(go) == {"reminder", "broadcast"}
    await desk.do(tell_ani, DANGER)
    assert await desk.do(go) == {"emergency"}
    assert await desk.do(resume_sending) is None


async def test_at_the_word_drop_it_never_goes_and_leaves_no_words(desk: Desk) -> None:
    await desk.do(tell_ani, REMINDER, BULK)
    await desk.do(hold_all)
    assert await desk.do(drop_held_sending) == 2
    assert await desk.do(go) == set()
    assert set((await states(desk)).values()) == {State.DROPPED}
    assert await desk.rows(select(outbox.c.body).where(outbox.c.body.is_not(None))) == []
    await desk.do(tell_ani, DANGER)
    assert await desk.do(go) == {"emergency"}
