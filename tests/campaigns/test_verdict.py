"""At the horizon, and not before, a campaign has a result; what was tampered with or left has none."""

import pytest
from sqlalchemy import select, update

from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.experiment.reading import Progress, Refusal, RefusedBecause
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.campaigns.campaigns import CONTROL
from feedbackbot.storage.campaigns.tables import campaign_finding, campaign_person
from feedbackbot.storage.staff.tables import employee
from feedbackbot.usecases.campaigns.read_campaign import view_campaign
from feedbackbot.usecases.campaigns.steer import cancel_campaign, send_best
from tests.campaigns.world import World, act
from tests.city_staff import answer
from tests.usecase_runner import Desk


async def test_before_the_horizon_there_is_progress_and_no_verdict(world: World) -> None:
    campaign = await world.launched()
    await world.sent()
    for who in world.staff[:30]:
        await world.desk.do(answer, world.training, who)
    await world.followed()
    reading = (await world.desk.do(view_campaign, world.admin, campaign.id)).reading
    assert isinstance(reading, Progress) and reading.verdict_at == campaign.ends_at
    assert sum(count.acted for count in reading.counts) == 30
    world.desk.clock.passes(days=13.9)
    await world.followed()
    assert isinstance((await world.desk.do(view_campaign, world.admin, campaign.id)).reading, Progress)


async def test_at_the_horizon_the_result_is_fixed_and_the_best_goes_to_the_control_group(
    world: World,
) -> None:
    campaign = await world.launched()
    await world.sent()
    world.desk.clock.passes(days=1)
    await act(world, campaign, messages=0.6, control=0.2)
    await world.followed()
    world.desk.clock.passes(days=13.1)
    await world.followed()
    late = [who for who, arm in (await world.arms(campaign)).items() if arm == CONTROL][-1]
    await world.desk.do(answer, world.training, late)
    await world.followed()
    outcome = (await world.desk.do(view_campaign, world.admin, campaign.id)).reading
    assert isinstance(outcome, CampaignOutcome) and outcome.best is not None
    assert outcome.best.difference == pytest.approx(0.4, abs=0.02)
    assert outcome.best.verdict_interval.covers(0.4)
    assert await world.desk.rows(select(campaign_finding.c.principle)) == ["plain-reminder"]

    people = await world.desk.do(send_best, world.admin, campaign.id)
    control_left = outcome.control.count.assigned - outcome.control.count.acted - 1  # the late one has acted
    assert people == control_left
    assert await world.sent() == control_left
    assert await world.sent() == 0
    with pytest.raises(FeedbackbotError, match="campaign-best-sent"):
        await world.desk.do(send_best, world.admin, campaign.id)
    assert (await world.desk.do(view_campaign, world.admin, campaign.id)).reading == outcome


async def test_an_assignment_that_was_tampered_with_is_refused(world: World) -> None:
    campaign = await world.launched()
    await world.sent()
    arms = await world.arms(campaign)
    one = next(who for who, arm in arms.items() if arm == CONTROL)
    await world.desk.do(
        lambda tx: tx.run(
            update(campaign_person).where(campaign_person.c.employee_id == one).values(arm="pesan1")
        )
    )
    world.desk.clock.passes(days=15)
    await world.followed()
    reading = (await world.desk.do(view_campaign, world.admin, campaign.id)).reading
    assert isinstance(reading, Refusal) and reading.reason is RefusedBecause.ASSIGNED_RATIO
    assert await world.desk.rows(select(campaign_finding.c.principle)) == []


async def test_people_who_leave_the_registry_in_one_arm_only_spoil_the_result(world: World) -> None:
    campaign = await world.launched()
    arms = await world.arms(campaign)
    leaving = [who for who, arm in arms.items() if arm != CONTROL][:20]
    await world.desk.do(
        lambda tx: tx.run(update(employee).where(employee.c.id.in_(leaving)).values(active=False))
    )
    world.desk.clock.passes(days=15)
    await world.followed()
    reading = (await world.desk.do(view_campaign, world.admin, campaign.id)).reading
    assert isinstance(reading, Refusal) and reading.reason is RefusedBecause.LOST_PEOPLE


async def test_a_cancelled_campaign_sends_no_more_and_has_no_verdict_ever(world: World) -> None:
    campaign = await world.launched()
    await world.sent()
    await world.desk.do(cancel_campaign, world.admin, campaign.id)
    world.desk.clock.passes(days=30)
    assert await world.sent() == 0
    assert isinstance((await world.desk.do(view_campaign, world.admin, campaign.id)).reading, Progress)


async def test_units_are_drawn_whole_and_read_by_units(desk: Desk) -> None:
    world = await World(desk).built(people=480, units=16)
    campaign = await world.launched(assign_by=AssignBy.UNIT)
    rows = await desk.rows(
        select(campaign_person.c.unit_id, campaign_person.c.arm)
        .where(campaign_person.c.campaign_id == campaign.id)
        .distinct()
    )
    assert len(rows) == 16
    await act(world, campaign, messages=0.7, control=0.3)
    desk.clock.passes(days=15)
    await world.followed()
    reading = (await desk.do(view_campaign, world.admin, campaign.id)).reading
    assert isinstance(reading, CampaignOutcome)
    assert sum(arm.assigned for arm in (reading.control.count, reading.messages[0].result.count)) == 480
