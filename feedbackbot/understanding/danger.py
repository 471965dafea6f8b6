"""Whether somebody is in danger now: words of danger, unless the text plainly speaks of the past or of something else.

A danger that is missed costs a life, one too many costs a tap: in doubt it is one.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

KINDS: Final = (
    "now",
    "maybe",
    "urgent",
    "not_now",
    "alone",
    "figures",
    "hints",
    "over",
    "pressing",
    "called",
)
_LEAST_LETTERS: Final = 6
_SLIPS: Final = 1
"""Letters left out, put in, changed or swapped: with two "diunduh" was "dibunuh"."""
_MOST_KEPT: Final = 5_000


@dataclass(frozen=True, slots=True)
class DangerWords:
    """Patterns over folded words. `now`: danger in itself. `maybe`: danger together with one of `urgent`. `not_now`: speaks of the past, of
    a service, or of what might happen; takes both back. `alone`: danger where nothing is said beside it but `urgent` words and
    those `called`. `figures`: words of danger said of something else ("antrean membunuh waktu"), which
    are left out before anything else is looked for, so that what stands beside them still counts. `hints`: may be of danger, said by
    themselves; `over`: what is said happened long ago or is settled, unless it is
    `pressing`. `called`: whom a cry is said to, and other words that say nothing of their own."""

    now: Sequence[str] = ()
    maybe: Sequence[str] = ()
    urgent: Sequence[str] = ()
    not_now: Sequence[str] = ()
    alone: Sequence[str] = ()
    figures: Sequence[str] = ()
    hints: Sequence[str] = ()
    over: Sequence[str] = ()
    pressing: Sequence[str] = ()
    called: Sequence[str] = ()
    _patterns: "dict[str, re.Pattern[str]]" = field(init=False, repr=False, default_factory=dict)
    _lexicon: list[str] = field(init=False, repr=False, default_factory=list)
    _near: dict[str, str] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for name in KINDS:
            self._patterns[name] = any_of(getattr(self, name))
        self._lexicon.extend(sorted(set(_long_words(*self.now, *self.maybe, *self.urgent))))

    def literal(self, words: Sequence[str]) -> list[str]:
        """The words without figures of speech; the same where there is none."""
        text = " ".join(words)
        return (
            self._patterns["figures"].sub(" ", text).split() if self._says("figures", text) else list(words)
        )

    def corrected(self, words: Sequence[str], known: Collection[str]) -> list[str]:
        """Slips of the pen mended where that makes a word of danger: whoever is in danger types in haste."""
        return [word if word in known else self._corrected(word) for word in words]

    def _corrected(self, word: str) -> str:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(word) < _LEAST_LETTERS or word.isdecimal():
            return word
        if word not in self._near:
            if len(self._near) > _MOST_KEPT:
                self._near.clear()
            near = process.extractOne(word, self._lexicon, scorer=OSA.distance, score_cutoff=_SLIPS)
            self._near[word] = near[0] if near else word
        return self._near[word]

    def is_past(self, words: Sequence[str]) -> bool:
        """Speaks of the past, of a service, or of what might happen."""
        return self._says("not_now", " ".join(words))

    def is_over(self, words: Sequence[str]) -> bool:
        """Happened long ago or is settled, and nothing in it is pressing."""
        text = " ".join(words)
        return self._says("over", text) and not self._says("pressing", text)

    def cries(self, words: Sequence[str]) -> bool:
        """Words of danger, whenever it is."""
        text = " ".join(words)
        return (
            self._says("now", text)
            or self._cries(text)
            or (self._says("maybe", text) and self._says("urgent", text))
        )

    def hinted(self, words: Sequence[str]) -> bool:
        """Words that are often of danger, but by themselves not plainly so."""
        return self._says("hints", " ".join(words))

    def _cries(self, text: str) -> bool:
        said, times = self._patterns["alone"].subn("", text)
        rest = self._patterns["called"].sub("", self._patterns["urgent"].sub("", said))
        return times > 0 and not rest.strip()

    def _says(self, name: str, text: str) -> bool:
        return self._patterns[name].search(text) is not None


def _long_words(*patterns: str) -> Iterator[str]:
    for pattern in patterns:
        for word in pattern.replace("/", " ").replace("*", "").split():
            if len(word) >= _LEAST_LETTERS:
                yield word


def any_of(patterns: Iterable[str]) -> "re.Pattern[str]":
    """Each pattern is words: `a/b` is either, `*` ends a word anyhow, ` … ` stands for up to four words between."""
    written = [r" (?:\w+ ){0,4}".join(map(_words, one.split(" … "))) for one in patterns]
    return re.compile(rf"\b(?:{'|'.join(written)})\b" if written else r"(?!)")


def _words(phrase: str) -> str:
    return " ".join(
        f"(?:{'|'.join(re.escape(one).replace(chr(92) + '*', chr(92) + 'w*') for one in word.split('/'))})"
        for word in phrase.split()
    )
