"""What words do, whatever they are about: ask something of the bot rather than of a person, or only say that a report is to come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from feedbackbot.understanding.danger import any_of

ASKING_KINDS: Final = ("asks", "person", "opening")


@dataclass(frozen=True, slots=True)
class AskingWords:
    """Patterns over folded words, as in `danger`. `asks`: words of a question; `person`: said to somebody ("pak", "saya harus"); `opening`:
    what a wish to report is made of ("saya mau lapor"), which says nothing of the matter."""

    asks: Sequence[str] = ()
    person: Sequence[str] = ()
    opening: Sequence[str] = ()
    _asks: "re.Pattern[str]" = field(init=False, repr=False)
    _person: "re.Pattern[str]" = field(init=False, repr=False)
    _opening: "re.Pattern[str]" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_asks", any_of(self.asks))
        object.__setattr__(self, "_person", any_of(self.person))
        object.__setattr__(self, "_opening", any_of(self.opening))

    def of_the_bot(self, text: str, words: Sequence[str]) -> bool:
        """Asks something of nobody in particular."""
        said = " ".join(words)
        asks = "?" in text or self._asks.search(said) is not None
        return asks and self._person.search(said) is None

    def only_opens(self, words: Sequence[str]) -> bool:
        """Nothing but the wish to report something."""
        return bool(words) and not self._opening.sub("", " ".join(words)).strip()
