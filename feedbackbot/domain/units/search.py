"""Finding a unit or a service from what a person types, with typos, abbreviations and half words.

A query is compared word by word: each of its words looks for its best partner in the candidate's name and
keywords, so the order of the words does not matter. A word that is a prefix counts nearly as much as the
whole word, and a typo less the more letters it changes. How well the whole query fits decides the rank.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

NEAR_ENOUGH: Final = 70.0

# Words that say nothing about which unit is meant, unless they are all that was typed.
_EMPTY_WORDS: Final = frozenset(
    {
        *("dinas", "kantor", "kota", "bagian", "tempat", "loket"),
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

    def vocabulary(self) -> frozenset[str]:
        """All of its words."""
        return self._names | self._words

    def fit(self, alike: Mapping[str, float]) -> float:
        """How well one typed word fits, 0-1; `alike` is how like it is to others."""
        by_name = max((fit for other, fit in alike.items() if other in self._names), default=0.0)
        by_keyword = max((fit for other, fit in alike.items() if other in self._words), default=0.0)
        return max(by_name, by_keyword * _KEYWORD_PART)


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate's id and how well it fits, 0-100."""

    id: str
    score: float


def rank(query: str, candidates: Iterable[Candidate], limit: int = 20, *, city: str = "") -> list[Found]:
    """The candidates near the query, best first, equals by name; empty when nothing is near. The name of the `city` says nothing either.

    Only the first 100 characters of the query are looked at, so that a long text costs no more than a word.
    """
    typed = words_of(query[:_LONGEST_QUERY])
    if not typed:
        return []
    empty = _EMPTY_WORDS.union(words_of(city))
    telling = [word for word in typed if word not in empty] or list(typed)
    joined = "".join(telling)
    known_candidates = list(candidates)
    vocabulary = frozenset[str]().union(*(one.vocabulary() for one in known_candidates))
    spelt = [word for word in vocabulary if word not in empty]
    alike = {word: _alike(word, vocabulary, spelt) for word in {*typed, joined}}
    fits = [(one, {word: one.fit(found) for word, found in alike.items()}) for one in known_candidates]
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


def _alike(word: str, vocabulary: Collection[str], spelt: Sequence[str]) -> dict[str, float]:
    """How like a word is to others, 0-1, where it is at all: 1 equal, a prefix nearly, less for each letter that is wrong, for which
    only those of `spelt` are looked at. Each word is compared once, however many candidates have it, and letter by letter outside
    of Python."""
    found: dict[str, float] = {}
    if len(word) >= 4:
        found |= _half_words(word, spelt)
        found |= _misspelt(word, spelt)
    if len(word) >= 2:
        # "pus" for puskesmas says less than "puskesm".
        longer = [other for other in vocabulary if other.startswith(word)]
        found |= {other: _PREFIX_PART + (1 - _PREFIX_PART) * 0.5 * len(word) / len(other) for other in longer}
    if word in vocabulary:
        found[word] = 1.0
    return found


def _misspelt(word: str, others: Sequence[str]) -> dict[str, float]:
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    allowed = 1 if len(word) < 7 else 2
    near = process.extract(word, others, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=None)
    return {other: 1 - 0.8 * wrong / len(word) for other, wrong, _ in near}


def _half_words(word: str, others: Sequence[str]) -> dict[str, float]:
    """A prefix with one typo in it, after at least three right letters: puskem for puskesmas."""
    from rapidfuzz.distance import DamerauLevenshtein

    if len(word) < 5:
        return {}
    begun = [other for other in others if other.startswith(word[:3])]
    half = {
        other for other in begun
        if DamerauLevenshtein.distance(word, other[: len(word)], score_cutoff=1) <= 1
    }  # fmt: skip
    return dict.fromkeys(half, 0.8 - 0.8 / len(word))
