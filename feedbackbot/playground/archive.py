"""Which messages are still kept: so many of each chat, so many of all chats together, the oldest going first."""

from collections import deque

from feedbackbot.playground.bounds import Bounds
from feedbackbot.playground.chat_messages import ChatMessage
from feedbackbot.playground.users import Resident


class Archive:
    """Keeps the chats' messages within bounds. What one chat has too much of never costs another chat a message."""

    def __init__(self, bounds: Bounds) -> None:
        self._per_person = bounds.messages_per_person
        self._most = bounds.messages
        self._order: deque[tuple[Resident, int]] = deque()
        self.held = 0

    def keep(self, resident: Resident, letter: ChatMessage) -> None:
        """Add a new message to her chat."""
        resident.letters[letter.message_id] = letter
        self._order.append((resident, letter.message_id))
        self.held += 1
        if len(resident.letters) > self._per_person:
            resident.letters.popitem(last=False)
            self.held -= 1
        while self.held > self._most:
            self.remove(*self._order.popleft())
        if len(self._order) > 2 * self._most:
            self._order = deque(place for place in self._order if place[1] in place[0].letters)

    def remove(self, resident: Resident, message_id: int) -> None:
        """Take a message out of her chat, if it is still there."""
        if resident.letters.pop(message_id, None) is not None:
            self.held -= 1
