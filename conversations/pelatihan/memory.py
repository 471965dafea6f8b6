"""What is remembered between two answers about a training."""

from pydantic import BaseModel


class Answering(BaseModel):
    """`training_id` and `session_id`: what the question under way is about. `shown`: the list being browsed."""

    training_id: int = 0
    session_id: int = 0
    shown: str = ""
