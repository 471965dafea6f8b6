"""Which topic is steered, which statement is looked at, and an answer that is being written."""

from pydantic import BaseModel, Field


class Steering(BaseModel):
    """`hides`: the reason is asked for a statement that is shown. `found`: the units that fit what was typed. `due` is an ISO day."""

    topic: int = 0
    statement: int = 0
    hides: bool = False
    answer: str = ""
    found: list[int] = Field(default_factory=list)
    unit_id: int = 0
    due: str = ""
