"""The lists of words that the rules go by, and a text as those lists see it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from feedbackbot.data import forum_words

_LOOKALIKES: Final = str.maketrans("013457@$!", "oieastasi")
_WORD: Final = re.compile(r"[^\W_]+")
_SPREAD: Final = re.compile(r"\b(?:[^\W\d_][\s.\-*_]+){3,}[^\W\d_]\b")
_REPEATED: Final = re.compile(r"(.)\1{2,}")
_ENDINGS: Final = ("nya", "lah", "kah", "mu", "ku", "an")


@dataclass(frozen=True, slots=True)
class WordLists:
    """Lower case, one word each."""

    insults: frozenset[str]
    doubtful: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    turning: frozenset[str]
    empty: frozenset[str]


@cache
def word_lists() -> WordLists:
    """Those that ship with the program."""
    return WordLists(**{key: frozenset(chain(*lines)) for key, lines in forum_words().items()})


def folded(text: str) -> str:
    """Lower case without accents, whatever alphabet of capitals or wide letters it was typed in."""
    wide = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in wide if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    """The words of a folded text, in order."""
    return _WORD.findall(text)


def disguises(text: str) -> set[str]:
    """Every word that a reader sees, also where figures stand for letters, letters are drawn out or set apart."""
    plain = folded(text)
    seen: set[str] = set()
    for one in (plain, _SPREAD.sub(lambda found: re.sub(r"[\W_]+", "", found[0]), plain)):
        for word in words_of(one) + words_of(one.translate(_LOOKALIKES)):
            short = _REPEATED.sub(r"\1", word)
            seen |= {word, short, *_stems(short)}
    return seen


def _stems(word: str) -> set[str]:
    return {word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3}
