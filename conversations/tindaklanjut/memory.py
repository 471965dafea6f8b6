"""What a unit is going to publish, or what a citizen says to what was published."""

from pydantic import Field

from conversations.shared.draft import ReplyDraft
from feedbackbot.dialogue.open_ends import Interruption


class FollowUpDraft(ReplyDraft, Interruption):
    """`cases` are ids, `words` the unit's; `draft` and `files` are the citizen's, to the unit called `unit`."""

    unit_id: int = 0
    unit: str = ""
    element: str = ""
    words: str = ""
    cases: list[int] = Field(default_factory=list)
