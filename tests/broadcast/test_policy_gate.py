"""The contact policy is asked again in the moment of sending: what may not go waits or is dropped, and the reason stays."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import update

from feedbackbot.channels.memory import MemoryChannel
from feedbackbot.delivery.policy_gate import filter_allowed
from feedbackbot.delivery.tell import NotifyResult, tell
from feedbackbot.dialogue.message import Outgoing
from feedbackbot.domain.contact_policy import Kind
from feedbackbot.storage.pipeline.dispatch import claim
from feedbackbot.storage.pipeline.outbox import Lane, QueuedMessage, State, add_message
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.pipeline.windows import KNOCKED, count_waiting, free_waiting
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.people.subscriptions import Subscription, subscribe
from tests.broadcast.city import at, rows, send, settle_people, states
from tests.broadcast.post import Post, until_settled
from tests.talk import CHANNEL, Clock, Talk, Talker


@dataclass(frozen=True)
class Said:
    """Stands for a notice of any kind."""

    kind: Kind
    name: str = "news"

    def to_json(self) -> str:
        return "{}"


async def claimed(talk: Talk, most: int = 10) -> list[QueuedMessage]:
    """What a worker would send now."""

    def work(tx: Transaction) -> list[QueuedMessage]:
        found = claim(tx, channel=CHANNEL, owner="me", lanes=tuple(Lane), most=most)
        return filter_allowed(tx, CHANNEL, found)

    return await talk.work(work)


async def gets(talk: Talk, person: Talker, kind: Kind = Kind.BROADCAST) -> NotifyResult:
    """Somebody is told something at this moment."""
    who = (await person.contact()).person_id
    return await talk.run(tell, who, Said(kind))


def everything_arrives(tx: Transaction) -> None:
    tx.run(
        update(outbox)
        .where(outbox.c.state.in_([State.WAITING, State.UNDER_WAY]))
        .values(state=State.SENT, settled_at=tx.now)
    )


async def test_by_day_everything_goes(talk: Talk, zul: Talker) -> None:
    await send(zul)
    assert len(await claimed(talk)) == 1


async def test_when_the_night_falls_over_a_broadcast_all_of_the_rest_waits_for_the_morning(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await talk.work(lambda tx: settle_people(tx, 29))
    await send(zul)
    clock.passes(hours=10, minutes=1)  # 20.01
    assert await claimed(talk) == []
    waiting = await rows(talk)
    assert {(row.state, row.due_at, row.reason, row.attempts) for row in waiting} == {
        (State.WAITING, at(25, 7), "quiet-hours", 0)
    }
    clock.now = at(25, 7)
    assert len(await claimed(talk)) == 10


async def test_over_a_weekend_it_waits_for_monday(talk: Talk, zul: Talker, clock: Clock) -> None:
    clock.now = at(27, 19, 59)  # Friday
    await send(zul)
    clock.now = at(28, 10)
    assert await claimed(talk) == []
    assert {(row.due_at, row.reason) for row in await rows(talk)} == {(at(30, 7), "day-off")}


async def test_whoever_switched_it_off_meanwhile_does_not_get_it(
    talk: Talk, zul: Talker, ani: Talker
) -> None:
    await send(zul)
    await talk.run(subscribe, (await ani.contact()).person_id, Subscription.NEWS, on=False)
    assert [letter.address for letter in await claimed(talk)] == ["Zul"]
    assert {(row.name, row.state, row.reason) for row in await rows(talk)} == {
        ("Zul", State.UNDER_WAY, None),
        ("Ani", State.DROPPED, "opted-out"),
    }


async def test_the_weekly_cap_counts_all_kinds_and_makes_a_broadcast_wait(
    talk: Talk, zul: Talker, ani: Talker, clock: Clock
) -> None:
    for kind in (Kind.REMINDER, Kind.NUDGE, Kind.SURVEY_INVITATION, Kind.REMINDER):
        await gets(talk, ani, kind)
        await talk.work(everything_arrives)
    await gets(talk, ani, Kind.REMINDER)
    first = clock.now
    await talk.work(everything_arrives)
    await send(zul)
    assert [letter.address for letter in await claimed(talk)] == ["Zul"]
    [row] = [row for row in await rows(talk) if row.name == "Ani"]
    assert (row.state, row.reason) == (State.WAITING, "weekly-cap")
    clock.now = row.due_at
    assert (row.due_at - first).days == 7
    assert [letter.address for letter in await claimed(talk)] == ["Ani"]


async def test_of_five_broadcasts_at_once_four_go_and_one_waits(talk: Talk, zul: Talker) -> None:
    """Rows that merely wait must not hold each other back."""
    for number in range(5):
        await send(zul, f"Kabar {number}")
    assert len(await claimed(talk)) == 4
    assert await states(talk) == {State.UNDER_WAY: 4, State.WAITING: 1}


async def test_what_is_no_use_any_more_is_dropped_with_the_reason(
    talk: Talk, zul: Talker, ani: Talker, clock: Clock
) -> None:
    who = (await ani.contact()).person_id
    until = at(24, 21)
    told = await talk.run(tell, who, Said(Kind.REMINDER), subject="training:1", expires=until)
    assert told is NotifyResult.QUEUED
    clock.now = at(25, 8)
    assert await claimed(talk) == []
    [row] = await rows(talk, "training:1")
    assert (row.state, row.reason) == (State.DROPPED, "expired")


@pytest.mark.parametrize("kind", [Kind.CASE_UPDATE, Kind.EMERGENCY])
async def test_what_nothing_holds_back_goes_at_night(
    talk: Talk, ani: Talker, clock: Clock, kind: Kind
) -> None:
    clock.now = at(28, 23)
    assert await gets(talk, ani, kind) is NotifyResult.QUEUED
    assert len(await claimed(talk)) == 1


async def test_the_worker_asks_too(talk: Talk, zul: Talker, ani: Talker) -> None:
    await send(zul)
    await talk.run(subscribe, (await ani.contact()).person_id, Subscription.NEWS, on=False)
    channel = MemoryChannel()
    async with Post(talk, channel).open():
        assert await until_settled(talk) == {State.SENT: 1, State.DROPPED: 1}
    assert [address for address, _ in channel.sent] == ["Zul"]


async def test_what_a_person_opens_the_door_for_at_night_answers_at_once(
    talk: Talk, zul: Talker, ani: Talker, clock: Clock
) -> None:
    """They were knocked at by day; what nobody opened waits for the morning, and stays behind its door."""
    for person in (ani, zul):
        await gets(talk, person, Kind.INVITATION)
    where, shut = (await ani.contact()).address_id, (await zul.contact()).address_id

    def opens(tx: Transaction) -> None:
        tx.run(update(outbox).values(reason=KNOCKED, due_at=tx.now + timedelta(hours=2)))
        # of somebody else one comes due in that very moment, and its kind is put off for all
        add_message(
            tx, channel=CHANNEL, address_id=shut, lane=Lane.REMINDER, kind=Kind.INVITATION, body=Outgoing("Undangan").to_json(),
            planned_at=tx.now,
        )  # fmt: skip
        assert free_waiting(tx, where) == 1

    clock.now = at(24, 22)
    await talk.work(opens)
    assert [letter.address_id for letter in await claimed(talk)] == [where]
    assert await claimed(talk) == []
    assert await talk.run(count_waiting, shut) == 1, "the clock of the night took its reason"
