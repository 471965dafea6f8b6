"""A chat service in memory, for tests of what lies above the channels."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from feedbackbot.delivery.channel import USUAL, Can, DeliveryStatus, Sent
from feedbackbot.dialogue.message import Outgoing


@dataclass(slots=True)
class MemoryChannel:
    """Implements `Channel`. Keeps every try in order; `sent` holds only those that arrived.

    The next tries get the fates of `answer_with`, all others arrive. To an address in `gone` nothing does.
    """

    name: str = "memory"
    can: Can = USUAL
    tried: list[tuple[str, Outgoing]] = field(default_factory=list)
    sent: list[tuple[str, Outgoing]] = field(default_factory=list)
    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    left: list[tuple[str, str]] = field(default_factory=list)
    _answers: deque[Sent] = field(default_factory=deque)

    def answer_with(self, answers: Iterable[DeliveryStatus | Sent]) -> None:
        """Outcomes of the next tries, in order. A `Sent` of fate UNKNOWN counts as arrived: that is the worse case."""
        self._answers.extend(
            answer if isinstance(answer, Sent) else Sent(answer, reason="told-to") for answer in answers
        )

    async def send(self, address: str, message: Outgoing) -> Sent:
        self.tried.append((address, message))
        if address in self.gone:
            return Sent(DeliveryStatus.GONE, reason="blocked")
        answer = self._answers.popleft() if self._answers else Sent(DeliveryStatus.SENT)
        if answer.fate in (DeliveryStatus.SENT, DeliveryStatus.UNKNOWN):
            self.sent.append((address, message))
        if answer.fate is DeliveryStatus.SENT and answer.message_ref is None:
            return Sent(DeliveryStatus.SENT, message_ref=message.replaces_ref or str(len(self.sent)))
        return answer

    async def leave(self, group: str, word: str) -> None:
        self.left.append((group, word))

    async def acknowledge(self, tap_id: str, notice: str) -> None:
        self.acknowledged.append((tap_id, notice))
