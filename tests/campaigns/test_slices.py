"""A campaign is drawn some people at a time: killed at each step and begun again, everybody is drawn once, as one draw would have."""

import pytest
from sqlalchemy import select, update

from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.storage.campaigns.tables import campaign, campaign_person
from feedbackbot.usecases.campaigns import draw_people
from feedbackbot.usecases.campaigns.draw_people import arms_of_people, draw_campaigns
from feedbackbot.usecases.campaigns.read_campaign import count_moved
from feedbackbot.usecases.campaigns.steer import cancel_campaign
from tests.campaigns.test_campaign import World, desk
from tests.city_staff import hire, invite
from tests.slices import killed_at_each_step
from tests.usecase_runner import Desk

__all__ = ["desk"]
SLICE = 20


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw_people, "_AT_ONCE", SLICE)


async def drawn(desk: Desk) -> list[int]:
    return await desk.rows(select(campaign_person.c.employee_id))


async def test_the_tap_draws_the_first_and_the_job_the_others_once(desk: Desk) -> None:
    world = await World(desk).built()
    started = await world.launched()
    assert len(await drawn(desk)) == SLICE
    killed, _ = await killed_at_each_step(desk.runtime, draw_campaigns)
    assert killed >= 2
    assert await world.arms(started) == arms_of_people(
        desk.settings, started.draw_name, world.staff, started.plan.arms
    )
    assert sorted(await drawn(desk)) == sorted(world.staff)
    assert await draw_campaigns(desk.runtime) == {"drawn": 0}


async def test_who_comes_while_units_are_drawn_gets_the_arm_of_the_unit_or_none(desk: Desk) -> None:
    world = await World(desk).built(people=200, units=20)
    started = await world.launched(assign_by=AssignBy.UNIT)
    late = await desk.do(hire, 2, units=[1, 21])
    await desk.do(invite, world.training, late)
    await draw_campaigns(desk.runtime)
    assert set(await drawn(desk)) == {*world.staff, late[0]}
    assert await desk.look(count_moved, desk.settings, started) == 0


async def test_a_campaign_cancelled_half_way_draws_nobody_more(desk: Desk) -> None:
    world = await World(desk).built()
    started = await world.launched()
    await desk.do(cancel_campaign, world.admin, started.id)
    assert await draw_campaigns(desk.runtime) == {"drawn": 0}
    assert await desk.rows(select(campaign.c.drawn_until)) == [None]


async def test_a_slice_that_another_process_drew_is_not_drawn_again(desk: Desk) -> None:
    world = await World(desk).built()
    started = await world.launched()
    left = await desk.look(draw_people._left, started.id)
    await draw_campaigns(desk.runtime)
    assert await desk.do(draw_people.draw_some, started.id, left) == 0
    await desk.do(lambda tx: tx.run(update(campaign).values(drawn_until=max(world.staff[:60]))))
    assert await desk.do(draw_people.draw_some, started.id, left[:40]) == 0
