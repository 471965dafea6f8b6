"""What the data say, of all languages together, checked when it is read."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from feedbackbot.data.understanding_files import understanding_data, understanding_model
from feedbackbot.domain.survey.elements import ELEMENT_KEYS
from feedbackbot.understanding.aims import Aim
from feedbackbot.understanding.asking import ASKING_KINDS, AskingWords
from feedbackbot.understanding.danger import KINDS, DangerWords
from feedbackbot.understanding.features import RECIPE
from feedbackbot.understanding.folding import fold
from feedbackbot.understanding.model import Model, model_from_bytes
from feedbackbot.understanding.offices import Landmarks
from feedbackbot.understanding.opinions import Opinions

_PARTS: Final = {
    "language",
    "slots",
    "examples",
    "duties",
    "landmarks",
    "danger",
    "spelling",
    "opinions",
    "asking",
}
_SIDES: Final = ("good", "bad", "best", "worst")
_BESIDE: Final = ("very", "hardly", "other")
_LONGEST_OPINION: Final = 120
_DRAWN_OUT: Final = re.compile(r"([a-z])\1{2,}")


class UnderstandingDataError(Exception):
    """The data cannot be used; the text names the file and the place."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known, whatever the city. `examples`: aim and sentence, as written; `slots`: what stands for {kantor} and the like.
    `duties`: command and sentence, as civil servants write it. `made_of`: a digest of all that the model of aims is trained from;
    `duties_made_of`: that of duties. `alarm_words`: how many times as frequent each word is in what people in danger write as
    elsewhere."""

    spelling: Mapping[str, str]
    danger: DangerWords
    opinions: Opinions
    asking: AskingWords
    landmarks: Landmarks
    examples: Sequence[tuple[Aim, str]]
    slots: Mapping[str, Sequence[str]]
    duties: Sequence[tuple[str, str]]
    made_of: str
    duties_made_of: str
    vocabulary: frozenset[str]
    alarm_words: Mapping[str, float]

    def opinion(self, element: str, text: str) -> int | None:
        """What a text says about one element of a rating, see `Opinions.answer`."""
        if "?" in text or len(text) > _LONGEST_OPINION:
            return None
        drawn_out = _DRAWN_OUT.search(text.casefold()) is not None
        return self.opinions.answer(element, fold(text, self.spelling), drawn_out=drawn_out)


@lru_cache(maxsize=1)
def shipped_knowledge() -> Knowledge:
    return knowledge_of(understanding_data())


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Tells aims apart."""
    return model_from_bytes(understanding_model("learned.bin"))


@lru_cache(maxsize=1)
def shipped_duties_model() -> Model:
    """Tells duties apart; read when the first civil servant types words."""
    return model_from_bytes(understanding_model("learned_duties.bin"))


def knowledge_of(files: Mapping[str, object]) -> Knowledge:
    """Of the files by name. UnderstandingDataError for what a clerk has mistyped."""
    parts = {name: _checked(name, raw) for name, raw in sorted(files.items())}
    spelling: dict[str, str] = {}
    for part in parts.values():
        for written, meant in (part.get("spelling") or {}).items():
            spelling.setdefault(str(written), str(meant))
    examples = [
        (_aim(name, key), text)
        for name, part in parts.items()
        for key, text in _lines(name, "examples", part)
    ]
    duties = [one for name, part in parts.items() for one in _lines(name, "duties", part)]
    slots = {key: values for part in parts.values() for key, values in (part.get("slots") or {}).items()}
    learned_from = (RECIPE, sorted(spelling.items()), examples, sorted(slots.items()))
    return Knowledge(
        spelling,
        DangerWords(**_patterns(parts, "danger", KINDS, spelling)),
        _opinions(parts, spelling),
        AskingWords(**_patterns(parts, "asking", ASKING_KINDS, spelling)),
        Landmarks(_landmarks(parts, "before"), _landmarks(parts, "after")),
        examples,
        slots,
        duties,
        _digest(learned_from),
        _digest((learned_from, duties)),
        frozenset(_vocabulary((*examples, *duties), slots, spelling)),
        _alarm_words(examples, spelling),
    )


def _digest(of: object) -> str:
    return hashlib.sha256(repr(of).encode()).hexdigest()[:16]


def _alarm_words(examples: Sequence[tuple[Aim, str]], spelling: Mapping[str, str]) -> dict[str, float]:
    """Likeness alone took "baik, saya tunggu di rumah" for an emergency: people in danger say "rumah", too."""
    alarm, other = Counter[str](), Counter[str]()
    for aim, text in examples:
        (alarm if aim is Aim.DANGER else other).update(set(fold(text, spelling)))
    often = sum(aim is Aim.DANGER for aim, _ in examples)
    per = (len(examples) - often) / (often or 1)
    return {word: times * per / (other[word] or 0.1) for word, times in alarm.items()}


def _vocabulary(
    examples: Sequence[tuple[str, str]], slots: Mapping[str, Sequence[str]], spelling: Mapping[str, str]
) -> Iterator[str]:
    for text in (*(text for _, text in examples), *(one for values in slots.values() for one in values)):
        yield from fold(text, spelling)


def _checked(name: str, raw: object) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise UnderstandingDataError(f"{name}: a list of names and values is wanted")
    if unknown := set(raw) - _PARTS:
        raise UnderstandingDataError(
            f"{name}: {min(unknown)!r} is not known; known are {', '.join(sorted(_PARTS))}"
        )
    return raw


def _aim(name: str, key: str) -> Aim:
    if key not in {aim.value for aim in Aim}:
        raise UnderstandingDataError(f"{name}: examples.{key}: no such aim")
    return Aim(key)


def _lines(name: str, kind: str, part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What it is said for, and each sentence."""
    for key, lines in (part.get(kind) or {}).items():
        if not isinstance(lines, str):
            raise UnderstandingDataError(f"{name}: {kind}.{key}: one sentence a line is wanted, after `|`")
        for line in lines.splitlines():
            if line.strip():
                yield key, line.strip()


def _opinions(parts: Mapping[str, Mapping[str, Any]], spelling: Mapping[str, str]) -> Opinions:
    """Of all languages together: people mix them."""
    said: dict[str, dict[str, list[str]]] = {side: {} for side in _SIDES}
    beside: dict[str, list[str]] = {name: [] for name in _BESIDE}
    for name, part in parts.items():
        for key, found in (part.get("opinions") or {}).items():
            if key in beside:
                beside[key] += _in_one_spelling(found, spelling)
            elif key in ELEMENT_KEYS and isinstance(found, dict) and set(found) <= set(_SIDES):
                for side, patterns in found.items():
                    said[side].setdefault(key, []).extend(_in_one_spelling(patterns, spelling))
            else:
                raise UnderstandingDataError(
                    f"{name}: opinions.{key}: an element with {', '.join(_SIDES)} is wanted, or {', '.join(_BESIDE)}"
                )
    return Opinions(said, beside)


def _patterns(
    parts: Mapping[str, Mapping[str, Any]], name: str, kinds: Sequence[str], spelling: Mapping[str, str]
) -> dict[str, list[str]]:
    """Of all languages together, by kind."""
    said = {
        key: [str(one) for part in parts.values() for one in (part.get(name) or {}).get(key) or []]
        for key in kinds
    }
    return {key: _in_one_spelling(values, spelling) for key, values in said.items()}


def _landmarks(parts: Mapping[str, Mapping[str, Any]], key: str) -> frozenset[str]:
    return frozenset(word for part in parts.values() for word in (part.get("landmarks") or {}).get(key) or [])


def _in_one_spelling(patterns: Sequence[str], spelling: Mapping[str, str]) -> list[str]:
    """Patterns are compared with folded words, so their own words are folded too; those with a star stay."""
    return [
        " ".join(
            "/".join(one if "*" in one else "_".join(fold(one, spelling)) or one for one in word.split("/"))
            if word != "…"
            else word
            for word in pattern.split()
        ).replace("_", " ")
        for pattern in patterns
    ]
