"""Where somebody is in the forum. What was voted is not among it."""

from pydantic import BaseModel


class Forum(BaseModel):
    """`statement` is the one that is asked about; `wanted` is what to do once the topic is entered: vote, write, own."""

    topic: int = 0
    statement: int = 0
    wanted: str = ""
