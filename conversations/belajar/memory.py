"""What is remembered while a course is taken; how far somebody is lies in the database."""

from pydantic import BaseModel


class Studying(BaseModel):
    """`lesson` and `question` from 0."""

    training_id: int = 0
    lesson: int = 0
    question: int = 0
