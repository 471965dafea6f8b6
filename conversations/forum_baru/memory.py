"""A topic that is going to be opened."""

from datetime import datetime

from pydantic import BaseModel, Field

from feedbackbot.domain.forum.topic import Audience
from feedbackbot.usecases.forum.open_topic import TopicDraft


class NewTopic(BaseModel):
    """What is going to be asked. `unit_id` 0: the whole city; `found`: the units that fit what was typed, none for all;
    `opens_at` "" is now."""

    unit_id: int = 0
    unit: str = ""
    found: list[int] = Field(default_factory=list)
    question: str = ""
    opens_at: str = ""
    closes_at: str = ""
    audience: str = Audience.EVERYBODY.value
    seeds: list[str] = Field(default_factory=list)
    improvement_id: int = 0

    def draft(self, now: datetime) -> TopicDraft:
        opens = datetime.fromisoformat(self.opens_at) if self.opens_at else now
        return TopicDraft(
            self.unit_id or None,
            self.question,
            opens,
            datetime.fromisoformat(self.closes_at),
            Audience(self.audience),
            self.seeds,
            self.improvement_id or None,
        )
