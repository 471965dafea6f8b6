"""What home remembers: which group of duties is open."""

from pydantic import BaseModel


class HomeMemory(BaseModel):
    group: str = ""
