"""A campaign from its design to its result, use case by use case."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.campaigns.campaigns import CONTROL
from feedbackbot.storage.campaigns.tables import campaign_nudge
from feedbackbot.storage.pipeline.contact_history import set_opt_out
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.usecases.campaigns.design import Wording, prepare
from feedbackbot.usecases.campaigns.draw_people import arms_of_people
from feedbackbot.usecases.campaigns.launch import launch
from feedbackbot.usecases.campaigns.read_campaign import view_campaign
from feedbackbot.usecases.campaigns.send_nudges import send_nudges, subject_of
from feedbackbot.usecases.campaigns.steer import cancel_campaign, send_best
from tests.campaigns.world import World, nudged
from tests.city_staff import answer, hire, invite, person_of
from tests.deliver import queued_words
from tests.usecase_runner import Desk


async def test_the_messages_go_to_the_message_arm_and_the_control_group_gets_nothing(world: World) -> None:
    campaign = await world.launched()
    arms = await world.arms(campaign)
    await world.sent()
    assert set(arms) == set(world.staff)
    assert await nudged(world.desk) == {who for who, arm in arms.items() if arm != CONTROL}


async def test_the_same_campaign_is_drawn_the_same_and_another_one_differently(world: World) -> None:
    campaign = await world.launched()
    again = arms_of_people(world.desk.settings, campaign.draw_name, world.staff[::-1], campaign.plan.arms)
    other = arms_of_people(world.desk.settings, "campaign:999", world.staff, campaign.plan.arms)
    assert await world.arms(campaign) == again != other


async def test_whoever_has_acted_gets_no_more_and_what_waits_for_them_is_taken_back(world: World) -> None:
    world.desk.clock.passes(hours=11)  # the quiet hours have begun: the first message waits for the morning
    await world.launched()
    await send_nudges(world.desk.runtime)
    quick = min(await nudged(world.desk))
    await world.desk.do(answer, world.training, quick)
    await world.followed()
    waiting = select(func.count()).select_from(outbox).where(outbox.c.state == State.WAITING)
    dropped = select(outbox.c.reason).where(outbox.c.state == State.DROPPED)
    assert await world.desk.rows(dropped) == ["acted"]
    assert await world.desk.rows(waiting) == [len(await nudged(world.desk)) - 1]
    world.desk.clock.passes(days=8)
    await world.sent()
    waves = select(campaign_nudge.c.wave).where(campaign_nudge.c.employee_id == quick)
    assert await world.desk.rows(waves) == [1]


async def test_nobody_is_in_two_running_campaigns_for_one_goal(world: World) -> None:
    await world.launched()
    with pytest.raises(FeedbackbotError, match="campaign-too-few-people"):
        await world.launched()


async def test_who_left_suggestions_has_no_chat_or_has_acted_is_not_drawn(world: World) -> None:
    off, gone, done = world.staff[:3]
    await world.desk.do(set_opt_out, await world.desk.do(person_of, off), "suggestions", off=True)
    await world.desk.do(lambda tx: tx.run(update(employee).where(employee.c.id == gone).values(active=False)))
    await world.desk.do(answer, world.training, done)
    prepared = await world.desk.look(prepare, world.design())
    assert prepared.people == len(world.staff) - 3
    campaign = await world.launched()
    assert set(await world.arms(campaign)) == set(world.staff[3:])


async def test_a_weak_campaign_starts_only_when_the_admin_says_so(world: World) -> None:
    with pytest.raises(FeedbackbotError, match="campaign-needs-confirmation"):
        await world.desk.do(launch, world.admin, world.design(), confirmed=False)
    assert (await world.launched()).smallest_visible == pytest.approx(0.25, abs=0.03)


async def test_two_ignored_nudges_in_a_row_halve_the_persons_rate(world: World) -> None:
    """Three messages in 21 days, 7 days apart; with 5 days between nudges as usual, and 10 after two ignored ones."""
    desk = Desk(
        world.desk.database,
        world.desk.clock,
        world.desk.settings.model_copy(update={"nudge_days_between": 5}),
    )
    world.desk = desk
    await world.launched(days=21)
    assert await world.sent() > 0
    desk.clock.passes(days=7)
    await world.followed()
    assert await world.sent() > 0
    desk.clock.passes(days=7)
    await world.followed()
    assert await world.sent() == 0  # 7 days since the second, 10 are wanted now
    desk.clock.passes(days=3)
    assert await world.sent() > 0


async def test_a_social_norm_is_said_only_where_most_have_done_it_with_their_own_number(world: World) -> None:
    first_unit = [who for place, who in enumerate(world.staff) if place % 3 == 0]
    more = await world.desk.do(hire, 60, units=[1])
    await world.desk.do(invite, world.training, more)
    for who in first_unit:  # 40 of 100 of unit 1: not yet
        await world.desk.do(answer, world.training, who)
    norm = Wording(Principle.SOCIAL_NORM)
    with pytest.raises(FeedbackbotError, match="campaign-too-few-people"):
        await world.desk.do(prepare, world.design(norm))
    for who in more[:15]:  # 55 of 100
        await world.desk.do(answer, world.training, who)
    prepared = await world.desk.do(prepare, world.design(norm))
    assert (prepared.people, prepared.left_out) == (len(more[15:]), 80)
    assert set(await world.arms(await world.launched(norm))) == set(more[15:])
    await world.sent()
    bodies = await world.desk.do(lambda tx: queued_words(tx, outbox.c.subject == subject_of(1)))
    assert bodies and all("55 dari 99" in body for body in bodies)


async def test_only_admins_start_read_and_stop(world: World) -> None:
    somebody = await world.desk.do(person_of, world.staff[0])
    campaign = await world.launched()
    for work, rest in (
        (launch, (world.design(),)),
        (view_campaign, (campaign.id,)),
        (cancel_campaign, (campaign.id,)),
        (send_best, (campaign.id,)),
    ):
        given = {"confirmed": True} if work is launch else {}
        with pytest.raises(FeedbackbotError, match="campaign-only-admins"):
            await world.desk.do(work, somebody, *rest, **given)  # type: ignore[arg-type]


async def test_a_message_expires_with_the_campaign(world: World) -> None:
    campaign = await world.launched()
    await world.sent()
    rows = await world.desk.rows(
        select(outbox.c.expires_at).where(outbox.c.subject == subject_of(campaign.id)).distinct()
    )
    assert rows == [campaign.ends_at]
    assert campaign.ends_at == campaign.starts_at + timedelta(days=14)
