"""A certificate on its way to be booked, and the one that an admin decides about."""

from datetime import date

from pydantic import BaseModel

from conversations.shared.writing import FileNote


class Certificate(BaseModel):
    file: FileNote | None = None
    title: str = ""
    organiser: str = ""
    day: date | None = None
    first_day: date | None = None
    jp: int = 0
    number: str = ""
    number_asked: bool = False
    external_id: int = 0
