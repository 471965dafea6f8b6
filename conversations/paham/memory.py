"""The words that were written, until it is known what for."""

from pydantic import Field

from conversations.shared.writing import MessageDraft
from feedbackbot.dialogue.open_ends import Interruption


class Words(MessageDraft, Interruption):
    """`aims`: what is offered, best first. `units` and `service_id`: what the words are about; `named`: the first unit is called by its
    name. `behind`: the key of the conversation that waits. `insults`: how many went before."""

    text: str = ""
    latitude: float | None = None
    longitude: float | None = None
    aims: list[str] = Field(default_factory=list)
    units: list[int] = Field(default_factory=list)
    service_id: int | None = None
    named: bool = False
    number: str = ""
    behind: str = ""
    refused: bool = False
    insults: int = 0
