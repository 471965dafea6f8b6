"""An invitation that nobody has answered, an admin, and the campaigns that are tried on it."""

from sqlalchemy import select, true, update

from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.domain.people.roles import Role
from feedbackbot.storage.campaigns.campaigns import CONTROL, Campaign
from feedbackbot.storage.campaigns.tables import campaign_nudge, campaign_person
from feedbackbot.storage.people.roles import add_grant
from feedbackbot.storage.pipeline.outbox import State
from feedbackbot.storage.pipeline.tables import outbox
from feedbackbot.storage.staff.tables import employee
from feedbackbot.storage.transaction import Transaction
from feedbackbot.usecases.campaigns.design import Design, Wording
from feedbackbot.usecases.campaigns.draw_people import draw_campaigns
from feedbackbot.usecases.campaigns.follow import follow_campaigns
from feedbackbot.usecases.campaigns.launch import launch
from feedbackbot.usecases.campaigns.send_nudges import send_nudges
from feedbackbot.usecases.campaigns.steer import plan_best
from tests.city_staff import answer, hire, invite, offer_training
from tests.usecase_runner import Desk

REMINDER = Wording(Principle.PLAIN_REMINDER)
PEOPLE = 120


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


async def nudged(desk: Desk) -> set[int]:
    return set(await desk.rows(select(campaign_nudge.c.employee_id)))


async def act(world: World, campaign: Campaign, *, messages: float, control: float) -> None:
    """So much of each group accepts."""
    arms = await world.arms(campaign)
    treated = [who for who, arm in arms.items() if arm != CONTROL]
    rest = [who for who, arm in arms.items() if arm == CONTROL]
    for who in (*treated[: round(messages * len(treated))], *rest[: round(control * len(rest))]):
        await world.desk.do(answer, world.training, who)
