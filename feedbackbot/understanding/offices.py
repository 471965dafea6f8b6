"""Which office a text is about: called by its name, or by what the text is about.

An office that is only a landmark ("in front of the social office") is none, and a place alone ("Muara Dua") names nobody.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from feedbackbot.understanding.aims import OfficeGuess
from feedbackbot.understanding.folding import fold

_NEAR = 86  # one slip in a word of seven letters
_LEAST_LETTERS = 5
_MOST_GUESSES = 3
_WORTH_A_GUESS = 1.2
_NEARBY = 3  # words between "puskesmas" and its place
_EMPTY = frozenset(
    {
        "kantor",
        "dinas",
        "kota",
        "di",
        "ke",
        "bak",
        "u",
        "ya",
        "pak",
        "min",
        "kak",
        "bang",
        "bu",
        "itu",
        "yang",
    }
)

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeService:
    """A service and the phrases that point to it."""

    service_id: int
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A unit. `called`: names that can mean nothing else. `kinds` with `place`: "puskesmas" with "muara dua" is a name too. `phrases`: what
    points to it without naming it."""

    unit_id: int
    called: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    place: str = ""
    phrases: tuple[str, ...] = ()
    services: tuple[OfficeService, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Where in the words an office is named: from `start` to before `end`."""

    unit_id: int
    start: int
    end: int
    landmark: bool


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Words before and after a name that make it a landmark."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass
class _Index:
    """Phrases by their first word."""

    by_first: dict[str, list[tuple[Words, object]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, words: Sequence[str], meaning: object) -> None:
        if words:
            self.by_first[words[0]].append((tuple(words), meaning))

    def found_in(self, words: Sequence[str]) -> Iterator[tuple[int, int, object]]:
        for at, word in enumerate(words):
            for phrase, meaning in self.by_first.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    yield at, at + len(phrase), meaning

    def vocabulary(self) -> set[str]:
        return {word for entries in self.by_first.values() for phrase, _ in entries for word in phrase}


class Offices:
    """All offices of a city, ready to be looked for in words."""

    def __init__(
        self,
        offices: Iterable[Office],
        spelling: Mapping[str, str],
        landmarks: Landmarks = Landmarks(),
        *,
        city: str = "",
    ) -> None:
        """The name of the `city` says nothing about which office is meant."""
        self._offices = tuple(offices)
        self._spelling, self._landmarks = spelling, landmarks
        self.empty = _EMPTY.union(self._folded(city))
        self._kinds_of = {office.unit_id: office.kinds for office in self._offices}
        self._names, self._kinds, self._places, self._topics = _Index(), _Index(), _Index(), _Index()
        shared: Counter[Words] = Counter()
        for office in self._offices:
            self._take_names(office)
            shared.update({tuple(self._folded(phrase)) for phrase in self._phrases(office)})
        many = len(self._offices) + 1
        self._weight = {
            phrase: math.log(many / count) * (1 + 0.35 * (len(phrase) - 1))
            for phrase, count in shared.items()
        }
        self._known = (
            self._names.vocabulary()
            | self._kinds.vocabulary()
            | self._places.vocabulary()
            | self._topics.vocabulary()
        )
        self._near: dict[str, str] = {}
        self._long = sorted(word for word in self._known if len(word) >= _LEAST_LETTERS)

    def _folded(self, phrase: str) -> list[str]:
        return fold(phrase, self._spelling)

    def _phrases(self, office: Office) -> Iterator[str]:
        yield from office.phrases
        for service in office.services:
            yield from service.phrases

    def _take_names(self, office: Office) -> None:
        for name in office.called:
            words = self._folded(name)
            self._names.add(words, office.unit_id)
            if len(words) > 1:
                self._names.add(["".join(words)], office.unit_id)
        for kind in office.kinds:
            self._kinds.add(self._folded(kind), kind)
        place = self._folded(office.place)
        self._places.add(place, office.unit_id)
        if len(place) > 1:
            self._places.add(["".join(place)], office.unit_id)
        for phrase in office.phrases:
            self._topics.add(self._folded(phrase), (office.unit_id, None))
        for service in office.services:
            for phrase in service.phrases:
                self._topics.add(self._folded(phrase), (office.unit_id, service.service_id))

    def corrected(self, words: Sequence[str]) -> list[str]:
        """The words, where they are unknown, as the nearest known one."""
        return [self._corrected(word) for word in words]

    def _corrected(self, word: str) -> str:
        from rapidfuzz import fuzz, process

        if word in self._known or len(word) < _LEAST_LETTERS or word.isdecimal():
            return word
        if word not in self._near:
            if len(self._near) > 20_000:
                self._near.clear()
            near = process.extractOne(word, self._long, scorer=fuzz.ratio, score_cutoff=_NEAR)
            self._near[word] = near[0] if near else word
        return self._near[word]

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """Where offices are named, the longest name at each place."""
        found = [(start, end, int(str(unit))) for start, end, unit in self._names.found_in(words)]
        kinds = list(self._kinds.found_in(words))
        places = list(self._places.found_in(words)) if kinds else []
        for start, end, unit in places:
            unit_id = cast(int, unit)
            found += [
                (min(start, at), max(end, until), unit_id)
                for at, until, kind in kinds
                if kind in self._kinds_of[unit_id] and (0 <= start - until <= _NEARBY or 0 <= at - end <= 1)
            ]
        found.sort(key=lambda one: (one[0] - one[1], one[0]))
        taken: list[Mention] = []
        for start, end, unit_id in found:
            if not any(start < one.end and one.start < end and unit_id != one.unit_id for one in taken):
                taken.append(Mention(unit_id, start, end, self._is_landmark(words, start, end)))
        return taken

    def _is_landmark(self, words: Sequence[str], start: int, end: int) -> bool:
        before = [word for word in words[max(0, start - 3) : start] if word not in self.empty][-1:]
        return bool(self._landmarks.before.intersection(before)) or bool(
            self._landmarks.after.intersection(words[end : end + 1])
        )

    def guesses(self, words: Sequence[str], mentions: Sequence[Mention]) -> tuple[OfficeGuess, ...]:
        """Best first, at most three: those that are named, then those that the matter points to."""
        services: dict[int, dict[int | None, float]] = defaultdict(lambda: defaultdict(float))
        seen: set[tuple[Words, object]] = set()
        for start, end, meaning in self._topics.found_in(words):
            phrase = tuple(words[start:end])
            if (phrase, meaning) not in seen:
                seen.add((phrase, meaning))
                unit_id, service_id = cast(tuple[int, int | None], meaning)
                services[unit_id][service_id] += self._weight.get(phrase, 0.0)
        named = {one.unit_id for one in mentions if not one.landmark}
        places = Counter(unit for _, _, unit in self._places.found_in(words))
        scored = []
        for unit_id in {*services, *named}:
            found = services[unit_id]
            score = max(found.values(), default=0.0) + 0.5 * found[None] + (1.0 if unit_id in places else 0.0)
            scored.append((unit_id in named, score, unit_id))
        scored.sort(key=lambda one: (not one[0], -one[1], one[2]))
        return tuple(
            OfficeGuess(unit_id, self._service(services[unit_id]), is_named, score)
            for is_named, score, unit_id in self._telling(scored)
        )

    def _telling(self, scored: list[tuple[bool, float, int]]) -> list[tuple[bool, float, int]]:
        """Without what little points to, and without a handful that are all alike."""
        kept = [one for one in scored if one[0] or one[1] >= _WORTH_A_GUESS]
        others = [one for one in kept if not one[0]]
        if others:
            best = others[0][1]
            alike = [one for one in others if one[1] >= best - 0.01]
            others = alike + [one for one in others if one not in alike and one[1] >= 0.6 * best]
            if len(alike) > _MOST_GUESSES:
                others = []
        return ([one for one in kept if one[0]] + others)[:_MOST_GUESSES]

    def _service(self, found: Mapping[int | None, float]) -> int | None:
        known = [(weight, service) for service, weight in found.items() if service is not None]
        if not known:
            return None
        known.sort(reverse=True)
        clear = len(known) == 1 or known[0][0] > known[1][0]
        return known[0][1] if clear else None
