"""A campaign's picture is uploaded once for each state of what it shows, and never shown for another state."""

from dataclasses import replace
from datetime import UTC, datetime

from feedbackbot.domain.campaigns.experiment.outcome import ArmCount, judge_people
from feedbackbot.domain.campaigns.experiment.plan import Arm, AssignBy, Plan
from feedbackbot.domain.campaigns.goal import Goal, GoalKind
from feedbackbot.storage.campaigns.campaigns import Campaign, CampaignArm, CampaignState
from feedbackbot.wording.campaigns.chart import campaign_chart

START = datetime(2026, 1, 5, tzinfo=UTC)
END = datetime(2026, 2, 2, tzinfo=UTC)
CAMPAIGN = Campaign(
    id=1,
    title="Ajakan",
    goal=Goal(GoalKind.ACCEPTED, 3),
    audience="all",
    state=CampaignState.FINISHED,
    assign_by=AssignBy.PERSON,
    starts_at=START,
    ends_at=START,
    waves=1,
    wave_gap_days=0,
    alpha=0.05,
    intraclass_correlation=0.05,
    base_rate=0.2,
    smallest_visible=None,
    author_id=None,
    finished_at=START,
    moved=0,
    best_arm=None,
    best_sent_at=None,
    arms=(CampaignArm("control", 1, None), CampaignArm("message", 1, None)),
)


def key(*, title: str = "Ajakan", acted: int = 30, act: str = "menerima", language: str = "id") -> str | None:
    plan = Plan("campaign", (Arm("control"), Arm("message")), AssignBy.PERSON, START, END)
    counts = [ArmCount("control", 100, 100, 0, 20), ArmCount("message", 100, 100, 0, acted)]
    return campaign_chart(replace(CAMPAIGN, title=title), judge_people(plan, counts), act, language).cache_key


def test_a_picture_is_kept_under_all_that_is_drawn() -> None:
    assert key() == key()
    others = [key(title="Lain"), key(acted=31), key(act="datang"), key(language="en")]
    assert len({key(), *others}) == 5
