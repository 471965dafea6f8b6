"""Which topic is steered, which statement is looked at, and an answer that is being written."""

from pydantic import BaseModel


class Steering(BaseModel):
    """`hides`: the reason is asked for a statement that is shown. `due` is an ISO day."""

    topic: int = 0
    statement: int = 0
    hides: bool = False
    answer: str = ""
    unit_id: int = 0
    due: str = ""
