"""After a restore what may have gone out waits for an operator's word; replies and cases go on."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from feedbackbot.delivery.policy import LANES
from feedbackbot.delivery.policy_gate import filter_allowed
from feedbackbot.domain.broadcast.notices import OverdueAsked
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.storage.broadcast.broadcasts import Stage, new_draft, set_values
from feedbackbot.storage.broadcast.tables import broadcast
from feedbackbot.storage.database import Database
from feedbackbot.storage.pipeline.dispatch import claim
from feedbackbot.storage.pipeline.outbox import Lane, State, add_message, add_reply
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


async def test_drop_takes_along_what_jobs_queued_since_and_the_hour_keeps_but_no_reply_and_no_case(
    desk: Desk,
) -> None:
    await desk.do(hold_all)

    def queue_for_tomorrow(tx: Transaction) -> None:
        tell_ani(tx, REMINDER, CASE, DANGER, BULK)
        tx.run(update(outbox).values(due_at=tx.now + timedelta(hours=9)))
        add_reply(tx, channel=CHANNEL, address_id=1, where="Ani", body="{}", owner="me")

    await desk.do(queue_for_tomorrow)
    assert await desk.do(drop_held_sending) == 2
    over = {kind for kind, state in (await states(desk)).items() if state is State.DROPPED}
    assert over == {"reminder", "broadcast"}
    desk.clock.passes(hours=10)
    assert await desk.do(go) == {"case-update", "emergency"}


async def test_drop_ends_broadcasts_under_way_and_asks_about_those_whose_time_has_come(desk: Desk) -> None:
    def plan(tx: Transaction, stage: Stage, hours: int) -> int:
        number = new_draft(tx, author_id=1, audience="all")
        set_values(tx, number, state=stage, due_at=tx.now + timedelta(hours=hours))
        return number

    await desk.do(hold_all)
    under_way, missed, later, draft = [
        await desk.do(plan, stage, hours)
        for stage, hours in ((Stage.RUNNING, -1), (Stage.PLANNED, -1), (Stage.PLANNED, 5), (Stage.DRAFT, -1))
    ]
    await desk.do(drop_held_sending)
    found = {
        number: Stage(stage) for number, stage in await desk.rows(select(broadcast.c.id, broadcast.c.state))
    }
    assert found == {
        under_way: Stage.CANCELLED, missed: Stage.OVERDUE, later: Stage.PLANNED, draft: Stage.DRAFT,
    }  # fmt: skip
    assert await desk.rows(select(outbox.c.notice)) == [OverdueAsked.name]
