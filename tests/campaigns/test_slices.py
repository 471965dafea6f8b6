"""A campaign is drawn some people at a time: killed at each step and begun again, everybody is drawn once, as one draw would have."""

import pytest
from sqlalchemy import func, select

from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.notices import Nudge
from feedbackbot.storage.campaigns.campaigns import CONTROL, Campaign
from feedbackbot.storage.campaigns.tables import campaign, campaign_count, campaign_nudge, campaign_person
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.usecases.campaigns import draw_people, follow, read_campaign, steer
from feedbackbot.usecases.campaigns import send_nudges as sending
from feedbackbot.usecases.campaigns.answer_nudge import nudge_as_sent
from feedbackbot.usecases.campaigns.draw_people import arms_of_people, draw_campaigns
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.launch import launch
from feedbackbot.usecases.campaigns.read_campaign import count_moved
from feedbackbot.usecases.campaigns.send_nudges import send_nudges
from feedbackbot.usecases.campaigns.steer import cancel_campaign, plan_best, send_best
from tests.campaigns.world import World, arrive
from tests.city_staff import answer, hire, invite
from tests.slices import Killed, dying, killed_at_each_step
from tests.usecase_runner import Desk

SLICE = 20


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (draw_people, "_AT_ONCE"),
        (follow, "_FATES_AT_ONCE"),
        (follow, "_ACTS_AT_ONCE"),
        (follow, "_DROPPED_AT_ONCE"),
        (read_campaign, "_LOOKED_AT_ONCE"),
        (sending, "_READ_AT_ONCE"),
        (steer, "_PLANNED_AT_ONCE"),
    ):
        monkeypatch.setattr(module, name, SLICE)


async def begun(world: World, **changed: object) -> Campaign:
    """By the admin's tap alone."""
    return await world.desk.do(launch, world.admin, world.design(**changed), confirmed=True)  # type: ignore[arg-type]


async def drawn(desk: Desk) -> list[int]:
    return await desk.rows(select(campaign_person.c.employee_id))


async def test_the_tap_draws_nobody_and_the_job_everybody_once(desk: Desk) -> None:
    world = await World(desk).built()
    started = await begun(world)
    assert await drawn(desk) == []
    killed, _ = await killed_at_each_step(desk.runtime, draw_campaigns)
    assert killed >= 2
    assert await world.arms(started) == arms_of_people(
        desk.settings, started.draw_name, world.staff, started.plan.arms
    )
    assert sorted(await drawn(desk)) == sorted(world.staff)
    assert await draw_campaigns(desk.runtime) == {"drawn": 0}


async def test_who_comes_while_units_are_drawn_gets_the_arm_of_the_unit_or_none(desk: Desk) -> None:
    world = await World(desk).built(people=200, units=20)
    started = await begun(world, assign_by=AssignBy.UNIT)
    late = await desk.do(hire, 2, units=[1, 21])
    await desk.do(invite, world.training, late)
    await draw_campaigns(desk.runtime)
    assert set(await drawn(desk)) == {*world.staff, late[0]}
    assert await count_moved(desk.runtime, started) == 0


async def test_a_campaign_cancelled_half_way_draws_nobody_more(desk: Desk) -> None:
    world = await World(desk).built()
    started = await begun(world)
    with pytest.raises(Killed):
        await draw_campaigns(dying(desk.runtime, 2))
    half = len(await drawn(desk))
    assert half > 0
    await desk.do(cancel_campaign, world.admin, started.id)
    assert await draw_campaigns(desk.runtime) == {"drawn": 0}
    assert len(await drawn(desk)) == half
    assert await desk.rows(select(campaign.c.drawn_until)) == [None]


async def test_messages_acts_and_the_end_come_once_however_often_the_process_dies(desk: Desk) -> None:
    world = await World(desk).built()
    desk.clock.passes(hours=11)  # quiet hours: what is queued waits
    started = await world.launched()
    killed, _ = await killed_at_each_step(desk.runtime, send_nudges)
    assert killed >= 2
    waiting = select(func.count()).select_from(outbox).where(outbox.c.state == State.WAITING)
    sent = await desk.rows(select(campaign_nudge.c.employee_id))
    assert len(sent) == len(set(sent)) and await desk.rows(waiting) == [len(sent)]

    for who in world.staff[:30]:
        await desk.do(answer, world.training, who)
    await killed_at_each_step(desk.runtime, follow_campaigns)
    acted = select(campaign_person.c.employee_id).where(campaign_person.c.acted_at.is_not(None))
    assert sorted(await desk.rows(acted)) == world.staff[:30]
    assert await desk.rows(waiting) == [len(set(sent) - set(world.staff[:30]))]

    await desk.do(arrive, whenever=True)
    desk.clock.passes(days=14)
    await killed_at_each_step(desk.runtime, follow_campaigns)
    assert await desk.rows(select(campaign.c.state)) == ["finished"]
    assert sum(await desk.rows(select(campaign_count.c.acted))) == 30
    assert sum(await desk.rows(select(campaign_count.c.assigned))) == len(world.staff)
    over = select(func.count()).select_from(outbox).where(outbox.c.notice == "campaign-over")
    assert await desk.rows(over) == [1]
    assert started.id == 1


async def test_a_cancelled_campaign_says_nothing_more_and_what_waits_is_taken_back(desk: Desk) -> None:
    world = await World(desk).built()
    desk.clock.passes(hours=11)
    started = await world.launched()
    await send_nudges(desk.runtime)
    [fields, *_] = await desk.rows(select(outbox.c.body).where(outbox.c.notice == "nudge"))
    notice = Nudge.from_json(fields)
    assert await desk.do(nudge_as_sent, notice) is not None
    await desk.do(cancel_campaign, world.admin, started.id)
    assert await desk.do(nudge_as_sent, notice) is None, "also those that nobody has taken back yet"
    await killed_at_each_step(desk.runtime, follow_campaigns)
    dropped = select(outbox.c.reason).where(outbox.c.notice == "nudge").distinct()
    assert await desk.rows(dropped) == ["campaign over"]
    desk.clock.passes(days=8)
    assert (await send_nudges(desk.runtime))["queued"] == 0
    assert await desk.rows(select(campaign_person.c.next_at).distinct()) == [None]


async def test_the_best_message_is_planned_once_for_each_of_the_control_group(desk: Desk) -> None:
    world = await World(desk).built()
    started = await world.launched()
    await world.sent()
    arms = await world.arms(started)
    for who in [who for who, arm in arms.items() if arm != CONTROL][:40]:
        await desk.do(answer, world.training, who)
    desk.clock.passes(days=14.1)
    await world.followed()
    people = await desk.do(send_best, world.admin, started.id)
    killed, _ = await killed_at_each_step(desk.runtime, plan_best)
    assert killed >= 2
    assert await plan_best(desk.runtime) == {"planned": 0}
    assert (await send_nudges(desk.runtime))["queued"] == people, "and nothing more to the others"
    to_whom = select(campaign_nudge.c.employee_id).where(campaign_nudge.c.fate == "queued")
    assert {arms[who] for who in await desk.rows(to_whom)} == {CONTROL}
