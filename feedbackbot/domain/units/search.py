"""Finding a unit or a service from what a person types, with typos, abbreviations and half words.

A query is compared word by word: each of its words looks for its best partner in the candidate's name and
keywords, so the order of the words does not matter. A word that is a prefix counts nearly as much as the
whole word, and a typo less the more letters it changes. How well the whole query fits decides the rank.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

NEAR_ENOUGH: Final = 70.0

# Words that say nothing about which unit is meant, unless they are all that was typed.
_EMPTY_WORDS: Final = frozenset(
    {
        *("dinas", "kantor", "kota", "lhokseumawe", "bagian", "tempat", "loket"),
        *("surat", "layanan", "pelayanan", "urus", "mengurus", "buat", "bikin"),
        *("di", "ke", "dan", "yang", "untuk", "mau", "saya", "ingin"),
    }
)
_LONGEST_QUERY: Final = 100
_KEYWORD_PART: Final = 0.96
_PREFIX_PART: Final = 0.92
# A word that no candidate knows is forgiven once, at this price, so that the others may still lead somewhere.
_WITH_UNKNOWN_WORDS_PART: Final = 0.78
_KNOWN: Final = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """What can be found. `id` is the caller's; `name` counts a little more than the `keywords` or phrases."""

    id: str
    name: str
    keywords: tuple[str, ...] = ()
    _names: frozenset[str] = field(init=False, repr=False, compare=False)
    _words: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keyword_words = (word for phrase in self.keywords for word in _with_joined(words_of(phrase)))
        object.__setattr__(self, "_names", frozenset(_with_joined(words_of(self.name))))
        object.__setattr__(self, "_words", frozenset(keyword_words) - self._names)

    def fit(self, word: str) -> float:
        """How well one typed word fits, 0-1."""
        by_name = max((_likeness(word, name) for name in self._names), default=0.0)
        by_keyword = max((_likeness(word, keyword) for keyword in self._words), default=0.0)
        return max(by_name, by_keyword * _KEYWORD_PART)


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate's id and how well it fits, 0-100."""

    id: str
    score: float


def rank(query: str, candidates: Iterable[Candidate], limit: int = 20) -> list[Found]:
    """The candidates near the query, best first, equals by name; empty when nothing is near.

    Only the first 100 characters of the query are looked at, so that a long text costs no more than a word.
    """
    typed = words_of(query[:_LONGEST_QUERY])
    if not typed:
        return []
    telling = [word for word in typed if word not in _EMPTY_WORDS] or list(typed)
    joined = "".join(telling)
    fits = [(c, {word: c.fit(word) for word in {*typed, joined}}) for c in candidates]
    scored = [(_score(telling, typed, joined, fit), candidate) for candidate, fit in fits]
    if all(score < NEAR_ENOUGH for score, _ in scored):
        known = [word for word in telling if any(fit[word] >= _KNOWN for _, fit in fits)]
        scored = [
            (_score(known, known, joined, fit) * _WITH_UNKNOWN_WORDS_PART, candidate)
            for candidate, fit in fits
            if known
        ]
    near = sorted((pair for pair in scored if pair[0] >= NEAR_ENOUGH), key=lambda p: (-p[0], p[1].name))
    return [Found(candidate.id, round(score, 1)) for score, candidate in near[:limit]]


def words_of(text: str) -> tuple[str, ...]:
    """The text's words in plain lower-case letters and digits: "Akté-Lahir" gives akte, lahir."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", letters))


def _with_joined(words: Sequence[str]) -> Iterable[str]:
    """The words, and each two neighbours as one: people type ektp, muaradua, blangmangat."""
    yield from words
    yield from (first + second for first, second in pairwise(words))


def _score(telling: Collection[str], typed: Collection[str], joined: str, fit: dict[str, float]) -> float:
    """How well the query fits, 0-100: the telling words by length, or written as one ("duk capil")."""
    by_word = sum(fit[word] * len(word) for word in telling) / sum(len(word) for word in telling)
    # The words without weight only part candidates that are equal otherwise.
    whole = sum(fit[word] for word in typed) / len(typed)
    return 100 * (0.97 * max(by_word, fit[joined]) + 0.03 * whole)


def _likeness(word: str, other: str) -> float:
    """How like two words are, 0-1: 1 equal, a prefix nearly, less for each letter that is wrong."""
    from rapidfuzz.distance import DamerauLevenshtein

    if word == other:
        return 1.0
    if len(word) >= 2 and other.startswith(word):
        # "pus" for puskesmas says less than "puskesm".
        return _PREFIX_PART + (1 - _PREFIX_PART) * 0.5 * len(word) / len(other)
    if len(word) < 4 or other in _EMPTY_WORDS:
        return 0.0
    allowed = 1 if len(word) < 7 else 2
    wrong = DamerauLevenshtein.distance(word, other, score_cutoff=allowed)
    if wrong <= allowed:
        return 1 - 0.8 * wrong / len(word)
    return _likeness_of_half_word(word, other)


def _likeness_of_half_word(word: str, other: str) -> float:
    """Likeness of a prefix with one typo in it, after at least three right letters: puskem for puskesmas."""
    from rapidfuzz.distance import DamerauLevenshtein, Prefix

    if len(word) < 5 or Prefix.similarity(word, other) < 3:
        return 0.0
    if DamerauLevenshtein.distance(word, other[: len(word)], score_cutoff=1) > 1:
        return 0.0
    return 0.8 - 0.8 / len(word)
