"""What a handler is given: one person's chat within one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from pydantic import BaseModel

from feedbackbot.dialogue.message import Message
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.people.contacts import Contact, roles_of
from feedbackbot.storage.transaction import Transaction

D = TypeVar("D", bound=BaseModel)
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Shows:
    """What the chat service of this chat can show: a `Message.form` (elsewhere its questions are asked step by step), a message that
    changes after it was sent, a `Message.table`."""

    forms: bool = False
    edits: bool = False
    tables: bool = False


@dataclass
class Chat(Generic[D]):
    """The person (`contact`), the conversation's typed memory (`data`), and the means to read, write and speak."""

    tx: Transaction
    contact: Contact
    data: D
    catalogue: Catalogue
    said: list[Message] = field(default_factory=list)
    # the message that holds the tapped button, "" where nothing was tapped
    tapped: str = ""
    shows: Shows = Shows()
    # names of the commands that a role has beside those of everybody
    duties_of: Callable[[str], list[str]] = lambda role: []
    # whose they are, and the roles
    _roles: tuple[int, frozenset[str]] | None = None

    def t(self, key: str, /, **values: Value) -> str:
        """A catalogue text in the person's language; strings are escaped."""
        return self.catalogue.text(self.contact.language, key, **values)

    async def run(
        self, usecase: Callable[Concatenate[Transaction, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a use case in this turn's transaction: it is kept if and only if the turn is."""
        return usecase(self.tx, *args, **kwargs)

    async def beside(
        self, read: Callable[Concatenate[Transaction, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Read what grows with the city on a snapshot beside the writer; the turn is run again with it (`Transaction.beside`)."""
        return self.tx.beside(read, *args, **kwargs)

    def say(self, message: Message | str) -> None:
        """One more message to this person, before the next question."""
        self.said.append(Message(message) if isinstance(message, str) else message)

    def speak(self, language: str) -> None:
        """From here on in another language (`storage.contacts.set_language` keeps it)."""
        self.contact = replace(self.contact, language=language)

    def belongs_to(self, person_id: int) -> None:
        """From here on the chat of another person, with the roles of that one."""
        self.contact = replace(self.contact, person_id=person_id)

    @property
    def roles(self) -> frozenset[str]:
        """All roles of the person; everybody is a "citizen"."""
        if self._roles is None or self._roles[0] != self.contact.person_id:
            self._roles = self.contact.person_id, roles_of(self.tx, self.contact.person_id)
        return self._roles[1]

    def other(self, data: Any) -> "Chat[Any]":
        """The same chat with another conversation's memory."""
        return Chat(
            self.tx,
            self.contact,
            data,
            self.catalogue,
            self.said,
            self.tapped,
            self.shows,
            self.duties_of,
            self._roles,
        )
