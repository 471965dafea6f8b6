"""A person's steps through a task, counted as they are made."""

from dataclasses import dataclass, field

from feedbackbot.dialogue.incoming import Kind, Received
from feedbackbot.domain.message_text import plain
from tests.talk import Talk, Talker

# an estimate, so that tasks can be compared: a tap is found and made, letters are typed on a phone, words are read
_TAP_SECONDS, _LETTER_SECONDS, _READ_SECONDS = 2.0, 0.3, 0.02


@dataclass
class Walk:
    """What one or more people do for a task: `taps` (links and shared files too), `texts` typed, `messages` of the bot that they read."""

    talk: Talk
    taps: int = 0
    texts: int = 0
    messages: int = 0
    letters: int = 0
    read: int = 0
    _seen: dict[str, int] = field(default_factory=dict)

    def begins(self, *people: Talker) -> None:
        """What they have been told before does not count."""
        for person in people:
            self._seen[person.name] = len(person.chat)

    async def tap(self, person: Talker, label: str) -> None:
        self.taps += 1
        await person.taps(label)
        self._reads(person)

    async def open(self, person: Talker, payload: str) -> None:
        self.taps += 1
        await person.opens(payload)
        self._reads(person)

    async def type(self, person: Talker, words: str) -> None:
        self.texts += 1
        self.letters += len(words)
        await person.types(words)
        self._reads(person)

    async def send(self, person: Talker, kind: Kind, caption: str = "") -> None:
        """A picture or document, with its words."""
        self.taps += 1
        self.letters += len(caption)
        await person.sends_file(kind, caption=caption)
        self._reads(person)

    async def document(self, person: Talker, file: Received) -> None:
        """One that a job will read."""
        self.taps += 1
        await person.does(Kind.DOCUMENT, file=file)
        self._reads(person)

    async def pin(self, person: Talker) -> None:
        self.taps += 1
        await person.does(Kind.LOCATION, latitude=5.18, longitude=97.15)
        self._reads(person)

    def hears(self, person: Talker) -> None:
        """What was brought to the person unasked."""
        for shown in person.chat[self._seen.get(person.name, 0) :]:
            self._count(shown.text)
        self._seen[person.name] = len(person.chat)

    def _reads(self, person: Talker) -> None:
        for message in person.answered:
            self._count(plain(message.text))
        self._seen[person.name] = len(person.chat)

    def _count(self, text: str) -> None:
        self.messages += 1
        self.read += len(text)

    @property
    def seconds(self) -> int:
        return round(self.taps * _TAP_SECONDS + self.letters * _LETTER_SECONDS + self.read * _READ_SECONDS)
