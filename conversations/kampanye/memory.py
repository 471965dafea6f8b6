"""What is remembered while a campaign is designed; nothing is stored before it starts."""

from pydantic import BaseModel, Field

from feedbackbot.domain.campaigns.experiment.plan import AssignBy
from feedbackbot.domain.campaigns.experiment.principles import Principle
from feedbackbot.domain.campaigns.goal import Goal, GoalKind, parse_goal
from feedbackbot.usecases.campaigns.design import Design, Wording


class Chosen(BaseModel):
    """One message; `words` "" keeps the draft."""

    principle: str
    words: str = ""


class CampaignDraft(BaseModel):
    """`campaign_id` is the campaign being looked at; the rest is the design under way."""

    campaign_id: int = 0
    kind: str = GoalKind.ACCEPTED.value
    goal: str = ""
    audience: str = "all"
    messages: list[Chosen] = Field(default_factory=list)
    place: int = 0
    assign_by: str = AssignBy.PERSON.value
    base_percent: int = 50
    days: int = 14

    def goal_of(self) -> Goal:
        return parse_goal(self.goal)

    def design(self) -> Design:
        return Design(
            self.goal_of(),
            self.audience,
            tuple(Wording(Principle(one.principle), one.words or None) for one in self.messages),
            AssignBy(self.assign_by),
            self.base_percent / 100,
            self.days,
        )
