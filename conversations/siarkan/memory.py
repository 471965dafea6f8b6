"""What is remembered while a broadcast is being written; the draft itself is in the database."""

from pydantic import BaseModel, Field


class BroadcastDraft(BaseModel):
    """`group` is the group of audiences being chosen from. `review` says that the draft was complete before: whoever changes one thing
    comes back to the review. `typed`: the sentence that led here, offered as the message.
    `untranslated`: the languages in which it was not written yet, the one being asked for first."""

    broadcast_id: int = 0
    group: str = ""
    review: bool = False
    typed: str = ""
    untranslated: list[str] = Field(default_factory=list)
