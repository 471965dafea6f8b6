"""What is said about one element of a rating ("lama sekali, nunggu tiga jam") as one of its four answers.

Only plain words are taken: whoever says neither "very" nor something that can only be best or worst is asked which of the four it was.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from feedbackbot.understanding.danger import any_of

WORST, BEST = 1, 4
UNSURE: Final = 0
"""An opinion, but not which answer."""
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Opinions:
    """Patterns over folded words, as in `danger`. `sides`: "good", "bad", "best" and "worst" by element. `beside`: "very" makes the best of
    good and the worst of bad, "hardly" takes that back, with words of another matter ("other") nothing is an opinion."""

    sides: Mapping[str, Mapping[str, Sequence[str]]]
    beside: Mapping[str, Sequence[str]]
    _found: dict[str, "re.Pattern[str]"] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for side, elements in self.sides.items():
            self._found.update(
                {f"{side} {element}": any_of(patterns) for element, patterns in elements.items()}
            )
        self._found.update({name: any_of(patterns) for name, patterns in self.beside.items()})

    def answer(self, element: str, words: Sequence[str], *, drawn_out: bool = False) -> int | None:
        """1 or 4, `UNSURE`, or None where the words hold no opinion about this element. `drawn_out`: written "lamaaa"."""
        text = " ".join(words)
        if len(words) > _MOST_WORDS or self._says("other", text):
            return None
        best, worst = self._says(f"best {element}", text), self._says(f"worst {element}", text)
        good, bad = self._says(f"good {element}", text), self._says(f"bad {element}", text)
        if not (best or worst or good or bad):
            return None
        if (best or good) and (worst or bad):
            return UNSURE
        very = (drawn_out or self._says("very", text)) and not self._says("hardly", text)
        if best or worst or very:
            return BEST if best or good else WORST
        return UNSURE

    def _says(self, name: str, text: str) -> bool:
        pattern = self._found.get(name)
        return pattern is not None and pattern.search(text) is not None
