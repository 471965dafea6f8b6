"""Who puts which notice into words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from feedbackbot.dialogue.message import Message
from feedbackbot.domain.notices import Notice
from feedbackbot.i18n import Catalogue
from feedbackbot.i18n.catalogue import Value
from feedbackbot.storage.transaction import Transaction

__all__ = ["Say", "Speaker", "ToReader", "Transaction", "Translate"]  # what `conversations` need of it


class Translate(Protocol):
    """A catalogue text in the reader's language."""

    def __call__(self, key: str, /, **values: Value) -> str: ...


class ToReader(Translate, Protocol):
    """The same, and where the reader is."""

    @property
    def catalogue(self) -> Catalogue:
        """For what is said in another language than the reader's."""

    @property
    def language(self) -> str:
        """For files, which are made later."""

    @property
    def channel(self) -> str:
        """The chat service."""


@dataclass(frozen=True, slots=True)
class Say:
    """`words(tx, t, notice)` only reads; None where there is nothing to say any more. Choices are entry points or links."""

    notice: type[Notice]
    words: Callable[[Transaction, ToReader, Any], Message | None]


class Speaker:
    """All notices that can be said. Raises ValueError where two say the same, or nobody says one that exists."""

    def __init__(self, says: Iterable[Say]) -> None:
        self._by_name: dict[str, Say] = {}
        for say in says:
            if say.notice.name in self._by_name:
                raise ValueError(f"notice {say.notice.name!r} is said twice")
            self._by_name[say.notice.name] = say

    def unsaid(self) -> set[str]:
        """Names of notices that exist and nobody says."""
        return {notice.name for notice in _all(Notice)} - self._by_name.keys()

    def in_its_chat(self, name: str) -> bool:
        """Whether it is about one chat and said there alone."""
        say = self._by_name.get(name)
        return say is not None and say.notice.in_its_chat

    def words(self, tx: Transaction, t: ToReader, name: str, fields: str) -> Message | None:
        """None where nobody says it any more, or there is nothing left to say. Raises what reading or saying raises."""
        say = self._by_name.get(name)
        return None if say is None else say.words(tx, t, say.notice.from_json(fields))


def _all(kind: type[Notice]) -> Iterator[type[Notice]]:
    for notice in kind.__subclasses__():
        yield notice
        yield from _all(notice)
