"""The rows of a broadcast are made and moved in slices: nobody waits for all of them, nobody is doubled or forgotten."""

import pytest
from sqlalchemy import func, select, update

from feedbackbot.storage.broadcast import broadcast_steering
from feedbackbot.storage.broadcast.broadcasts import Stage
from feedbackbot.storage.people.tables import address, person
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.broadcast import follow_stage as following
from feedbackbot.usecases.broadcast.follow_stage import follow_stage, follow_stages, next_people
from feedbackbot.usecases.broadcast.preview import audience_reach
from feedbackbot.usecases.broadcast.progress import count_at_end, read_progress
from feedbackbot.usecases.people.subscriptions import Subscription, subscribe
from tests.broadcast.city import newest, rows, send, settle_people, states
from tests.talk import Talk, Talker

PEOPLE = 24  # beside the author
SLICE = 10


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (broadcast_steering, following):
        monkeypatch.setattr(module, "SLICE", SLICE)


@pytest.fixture
async def number(talk: Talk, zul: Talker) -> int:
    """A broadcast that has just begun."""
    await talk.work(lambda tx: settle_people(tx, PEOPLE))
    return await send(zul)


async def one_slice(talk: Talk, number: int) -> int:
    coming = await talk.run(next_people, number)
    return await talk.run(follow_stage, number, coming)


async def test_the_tap_makes_the_first_rows_and_the_job_the_others_each_once(talk: Talk, number: int) -> None:
    assert await states(talk) == {State.WAITING: SLICE}
    assert await follow_stages(talk.runtime) == {"rows": PEOPLE + 1 - SLICE}
    assert await follow_stages(talk.runtime) == {"rows": 0}
    assert len({row.address_id for row in await rows(talk)}) == len(await rows(talk)) == PEOPLE + 1


async def test_a_slice_that_another_process_made_meanwhile_is_not_made_again(talk: Talk, number: int) -> None:
    coming = await talk.run(next_people, number)
    assert await talk.run(follow_stage, number, coming) == SLICE
    assert await talk.run(follow_stage, number, coming) == 0
    await follow_stages(talk.runtime)
    assert len(await rows(talk)) == PEOPLE + 1


async def test_a_crash_between_two_slices_loses_nobody_whoever_moved_meanwhile(
    talk: Talk, number: int
) -> None:
    """The process that goes on knows only the database; somebody got a newer address, somebody wrote for the first time."""

    def meanwhile(tx: Transaction) -> None:
        first = tx.run(select(func.min(outbox.c.address_id))).scalar_one()
        owner = tx.run(select(address.c.person_id).where(address.c.id == first)).scalar_one()
        settle_people(tx, 2, first=900)
        newest_address = tx.run(select(func.max(address.c.id))).scalar_one()
        tx.run(update(address).where(address.c.id == newest_address).values(person_id=owner))

    await talk.work(meanwhile)
    await follow_stages(talk.runtime)
    people = select(address.c.person_id).join(outbox, outbox.c.address_id == address.c.id)
    reached = await talk.work(lambda tx: list(tx.run(people).scalars()))
    assert len(set(reached)) == len(reached) == PEOPLE + 2


async def test_it_is_not_over_before_its_last_row_is_made(talk: Talk, number: int) -> None:
    await talk.work(lambda tx: tx.run(update(outbox).values(state=State.SENT, settled_at=tx.now)))
    assert await talk.run(count_at_end, number) is None
    progress = await talk.run(read_progress, number)
    assert progress is not None
    assert not progress.over


@pytest.mark.parametrize(
    ("acts", "stage", "state"),
    [
        (("jeda",), Stage.PAUSED, State.PAUSED),
        (("jeda", "lanjut"), Stage.RUNNING, State.WAITING),
        (("jeda", "batalkan"), Stage.CANCELLED, State.DROPPED),
        (("batalkan",), Stage.CANCELLED, State.DROPPED),
    ],
)
async def test_what_is_steered_half_way_ends_with_all_rows_in_its_stage(
    talk: Talk, zul: Talker, number: int, acts: tuple[str, ...], stage: Stage, state: State
) -> None:
    for act in acts:
        await one_slice(talk, number)
        await zul.sends_tap(f"!kelola/{number}.{act}")
    await follow_stages(talk.runtime)
    assert (await newest(talk)).stage is stage
    assert await states(talk) == {state: PEOPLE + 1}


async def test_a_resumed_broadcast_lets_go_slice_by_slice(talk: Talk, zul: Talker, number: int) -> None:
    await follow_stages(talk.runtime)
    await zul.sends_tap(f"!kelola/{number}.jeda")
    assert f"{PEOPLE + 1} pesan menunggu" in zul.notice, "all of them, however many have been moved"
    assert await states(talk) == {State.PAUSED: SLICE, State.WAITING: PEOPLE + 1 - SLICE}
    await follow_stages(talk.runtime)
    assert await states(talk) == {State.PAUSED: PEOPLE + 1}
    await zul.sends_tap(f"!kelola/{number}.lanjut")
    await follow_stages(talk.runtime)
    assert await states(talk) == {State.WAITING: PEOPLE + 1}


async def test_what_the_slices_leave_out_is_what_the_review_said(talk: Talk, zul: Talker) -> None:
    def some_are_gone(tx: Transaction) -> None:
        settle_people(tx, PEOPLE)
        ids = list(tx.run(select(address.c.id).order_by(address.c.id)).scalars())[1:]
        for reason, some in (("blocked", ids[0::5]), ("never-started", ids[1::7])):
            tx.run(update(address).where(address.c.id.in_(some)).values(gone_at=tx.now, gone_reason=reason))
        # one with a second address that is alive, one without any
        tx.run(update(address).where(address.c.id == ids[3]).values(person_id=ids[0]))

    await talk.work(some_are_gone)
    off = await talk.work(lambda tx: list(tx.run(select(person.c.id).order_by(person.c.id)).scalars()))
    await talk.run(subscribe, off[3], Subscription.NEWS, on=False)
    await send(zul)
    await follow_stages(talk.runtime)
    found = await newest(talk)
    counted = await talk.run(audience_reach, found)
    assert found.left_out == counted.left_out
    assert len(await rows(talk)) == counted.reachable
    assert set(counted.left_out) == {"blocked", "never-started", "opted-out", "no-address"}
