"""A campaign from its design to its result, use case by use case."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, true, update

from feedbackbot.domain.campaigns.experiment.outcome import CampaignOutcome
from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.experiment.reading import Progress, Refusal, RefusedBecause
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.people.roles import Role
from feedbackbot.errors import FeedbackbotError
from feedbackbot.storage.campaigns.campaigns import CONTROL, Campaign
from feedbackbot.storage.campaigns.tables import campaign_finding, campaign_nudge, campaign_person
from feedbackbot.storage.database import Database
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.pipeline.contact_history import set_opt_out
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.design import Design, Wording, prepare
from feedbackbot.usecases.campaigns.draw_people import arms_of_people, draw_campaigns
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.launch import launch
from feedbackbot.usecases.campaigns.read_campaign import view_campaign
from feedbackbot.usecases.campaigns.send_nudges import send_nudges, subject_of
from feedbackbot.usecases.campaigns.steer import cancel_campaign, plan_best, send_best
from feedbackbot.usecases.units.load_city_units import load_city_units
from tests.builders import LHOKSEUMAWE
from tests.city_staff import answer, hire, invite, offer_training, person_of
from tests.deliver import queued_words
from tests.talk import Clock
from tests.usecase_runner import Desk

REMINDER = Wording(Principle.PLAIN_REMINDER)
PEOPLE = 120


@pytest.fixture
async def desk(database: Database) -> Desk:
    """Tuesday, 10 o'clock; the city's units are known."""
    made = Desk(database, Clock())
    await made.do(load_city_units, LHOKSEUMAWE)
    return made


def admin(tx: Transaction) -> int:
    [employee_id] = hire(tx, 1)
    person_id = tx.run(select(employee.c.person_id).where(employee.c.id == employee_id)).scalar_one()
    add_grant(tx, person_id, Role.PROGRAMME_ADMIN, None)
    return int(person_id)


class World:
    """An invitation that nobody has answered, and an admin."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.admin = 0
        self.training = 0
        self.staff: list[int] = []

    async def built(self, people: int = PEOPLE, units: int = 3) -> "World":
        self.admin = await self.desk.do(admin)
        self.staff = await self.desk.do(hire, people, units=list(range(1, units + 1)))
        self.training, _ = await self.desk.do(offer_training)
        await self.desk.do(invite, self.training, self.staff)
        return self

    def design(self, *messages: Wording, **changed: object) -> Design:
        goal = Goal(GoalKind.ACCEPTED, self.training)
        values = {"assign_by": AssignBy.PERSON, "base_rate": 0.3, "days": 14, **changed}
        return Design(goal, "all", messages or (REMINDER,), **values)  # type: ignore[arg-type]

    async def launched(self, *messages: Wording, **changed: object) -> Campaign:
        started = await self.desk.do(launch, self.admin, self.design(*messages, **changed), confirmed=True)
        await draw_campaigns(self.desk.runtime)
        return started

    async def sent(self) -> int:
        """All that is due; and it arrives at once."""
        await plan_best(self.desk.runtime)
        queued = (await send_nudges(self.desk.runtime))["queued"]
        await self.desk.do(arrive)
        await self.followed()
        return queued

    async def followed(self) -> None:
        await follow_campaigns(self.desk.runtime)

    async def arms(self, campaign: Campaign) -> dict[int, str]:
        rows = await self.desk.rows(
            select(campaign_person.c.employee_id, campaign_person.c.arm).where(
                campaign_person.c.campaign_id == campaign.id
            )
        )
        return dict(rows)


def arrive(tx: Transaction, *, whenever: bool = False) -> None:
    """The worker has sent all that waits; `whenever`: also what is due later."""
    due = true() if whenever else outbox.c.due_at <= tx.now
    tx.run(
        update(outbox).where(outbox.c.state == State.WAITING, due).values(state=State.SENT, settled_at=tx.now)
    )


@pytest.fixture
async def world(desk: Desk) -> World:
    return await World(desk).built()


async def nudged(desk: Desk) -> set[int]:
    return set(await desk.rows(select(campaign_nudge.c.employee_id)))


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


async def act(world: World, campaign: Campaign, *, messages: float, control: float) -> None:
    """So much of each group accepts."""
    arms = await world.arms(campaign)
    treated = [who for who, arm in arms.items() if arm != CONTROL]
    rest = [who for who, arm in arms.items() if arm == CONTROL]
    for who in (*treated[: round(messages * len(treated))], *rest[: round(control * len(rest))]):
        await world.desk.do(answer, world.training, who)


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
