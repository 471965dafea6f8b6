"""Planned broadcasts begin when they are due, repeated ones again and again; missed hours and two schedulers lose and double nothing."""

import asyncio
from datetime import timedelta

import pytest

from feedbackbot.jobs.job import Counts
from feedbackbot.jobs.people import list_commands_job
from feedbackbot.storage.broadcast.broadcasts import Broadcast, Stage, newest_broadcasts
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.usecases.broadcast.sending import start_due
from feedbackbot.usecases.people.grant_roles import make_admin_code
from feedbackbot.usecases.privacy.retention import throw_away
from tests.broadcast.city import at, drafts, newest, plan, rows, starting, states, write
from tests.deliver import deliver
from tests.talk import CHANNEL, Clock, Talk, Talker


async def forgetting(talk: Talk) -> Counts:
    return await talk.run(throw_away)


async def planned(talk: Talk) -> list[object]:
    """Moments of what is still planned."""
    found = await talk.run(newest_broadcasts, 20)
    return [one.due_at for one in found if one.stage is Stage.PLANNED]


async def test_it_begins_when_it_is_due_and_not_before(talk: Talk, zul: Talker, clock: Clock) -> None:
    await plan(zul, "besok 09:00")
    clock.now = at(25, 8, 59)
    assert await starting(talk) == {"started": 0}
    clock.now = at(25, 9)
    assert await starting(talk) == {"started": 1}
    assert await starting(talk) == {"started": 0}
    assert await states(talk) == {State.WAITING: 1}


async def test_whoever_came_meanwhile_gets_it_too(talk: Talk, zul: Talker, clock: Clock) -> None:
    await plan(zul, "besok 09:00")
    await talk.person("Baru").types("/mulai")
    clock.now = at(25, 9)
    await starting(talk)
    assert {row.name for row in await rows(talk)} == {"Zul", "Baru"}


async def test_two_schedulers_at_once_start_it_once(talk: Talk, zul: Talker, clock: Clock) -> None:
    await plan(zul, "besok 09:00", "Setiap minggu")
    clock.now = at(25, 9)
    counts = await asyncio.gather(*(starting(talk) for _ in range(4)))
    assert sum(count["started"] for count in counts) == 1
    assert len(await rows(talk)) == 1
    assert len(await planned(talk)) == 1


async def test_a_weekly_one_is_planned_for_the_next_week(talk: Talk, zul: Talker, clock: Clock) -> None:
    await plan(zul, "besok 09:00", "Setiap minggu")
    clock.now = at(25, 9)
    await starting(talk)
    assert await planned(talk) == [at(25, 9 + 7 * 24)]


@pytest.mark.parametrize(("late", "goes"), [({"hours": 2}, True), ({"hours": 2, "seconds": 1}, False)])
async def test_it_is_still_sent_within_the_limit_and_asked_about_beyond_it(
    talk: Talk, zul: Talker, clock: Clock, late: dict[str, float], goes: bool
) -> None:
    await plan(zul, "besok 09:00")
    clock.now = at(25, 9) + timedelta(**late)
    await starting(talk)
    assert (await newest(talk)).stage is (Stage.RUNNING if goes else Stage.OVERDUE)


async def test_one_that_is_late_can_be_cancelled_and_goes_to_nobody(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await plan(zul, "besok 09:00")
    clock.now = at(25, 9 + 20 * 24)
    await starting(talk)
    await deliver(talk)
    assert "Belum dikirim" in zul.last
    await zul.taps("Batalkan")
    await zul.taps("Ya, batalkan sisanya")
    assert (await newest(talk)).stage is Stage.CANCELLED
    assert await starting(talk) == {"started": 0}
    assert await states(talk) == {}


async def test_after_three_weeks_of_outage_it_asks_goes_once_and_then_on_its_day(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await plan(zul, "besok 09:00", "Setiap minggu")
    clock.now = at(25, 9 + 20 * 24)
    await starting(talk)
    assert await rows(talk) == []
    await deliver(talk)
    late = zul.button("Kirim sekarang")
    await zul.presses(*late)
    await zul.presses(*late)
    assert len(await rows(talk)) == 1
    assert await planned(talk) == [at(25, 9 + 21 * 24)]


async def test_a_monthly_one_on_the_first_working_day_begins_there(
    talk: Talk, zul: Talker, clock: Clock
) -> None:
    await plan(zul, "besok 09:00", "Hari kerja pertama")
    assert (await newest(talk)).due_at == at(25, 9 + 6 * 24), "Tuesday, 1 December"
    clock.now = at(25, 9 + 6 * 24)
    await starting(talk)
    [following] = await planned(talk)
    assert following == at(25, 9 + 40 * 24), (
        "Monday, 4 January: the first is a holiday, then comes the weekend"
    )


async def test_cancelling_the_next_one_ends_the_series(talk: Talk, zul: Talker, clock: Clock) -> None:
    await plan(zul, "besok 09:00", "Setiap minggu")
    await zul.sends_tap("!kelola/1.batalkan")
    clock.now = at(25, 9 + 21 * 24)
    assert await starting(talk) == {"started": 0}
    assert await rows(talk) == []


async def test_the_author_losing_the_draft_loses_no_plan(talk: Talk, zul: Talker, clock: Clock) -> None:
    """Drafts that nobody sent are thrown away after a week, plans are not."""
    await write(zul)
    await zul.types("/batal")
    await plan(zul, "1/12 09:00")
    assert await drafts(talk) == 1
    clock.passes(days=8)
    counts = await forgetting(talk)
    assert (counts["drafts"], counts["broadcasts"]) == (1, 0)
    assert len(await planned(talk)) == 1


async def test_who_got_what_is_forgotten_after_half_a_year(talk: Talk, zul: Talker, clock: Clock) -> None:
    await write(zul)
    await zul.taps("Kirim sekarang")
    await talk.work(lambda tx: tx.run(outbox.update().values(state=State.SENT, settled_at=tx.now)))
    assert (await forgetting(talk))["broadcasts"] == 0
    clock.passes(days=181)
    assert (await forgetting(talk))["broadcasts"] == 1
    assert await rows(talk) == []


async def test_a_failure_of_one_start_leaves_it_planned(talk: Talk, zul: Talker, clock: Clock) -> None:
    await plan(zul, "besok 09:00")
    clock.now = at(25, 9)

    def without_texts(_: Broadcast) -> str:
        raise RuntimeError("no texts")

    with pytest.raises(RuntimeError, match="no texts"):
        await talk.run(start_due, without_texts)
    assert len(await planned(talk)) == 1
    assert await rows(talk) == []


async def test_new_roles_change_the_list_of_commands_and_a_failure_is_tried_again(
    talk: Talk, ani: Talker
) -> None:
    shown: list[tuple[str, list[str]]] = []
    works = False

    async def show(address: str, commands: object) -> bool:
        shown.append((address, [name for name, _ in commands]))  # type: ignore[attr-defined]
        return works

    job = list_commands_job(talk.dialogue, CHANNEL, show)
    assert await job.work(talk.runtime) == {"listed": 0, "failed": 0}
    await ani.types(f"/admin {await talk.run(make_admin_code)}")
    assert await job.work(talk.runtime) == {"listed": 0, "failed": 1}
    works = True
    assert await job.work(talk.runtime) == {"listed": 1, "failed": 0}
    assert await job.work(talk.runtime) == {"listed": 0, "failed": 0}
    address, names = shown[-1]
    assert address == "Ani"
    assert {"siarkan", "peran", "audit", "nilai"} <= set(names)
    assert "admin" not in names
