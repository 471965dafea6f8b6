"""What short typed answers mean, whatever was asked: yes, no, stop, a number. The words are data, a file per language
(`feedbackbot/data/answer_words/`); all languages are known at once, for people mix them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from feedbackbot.data import DataFileError, answer_words

KINDS = ("yes", "no", "cancel", "stop", "menu", "back", "skip", "done")
_BESIDE = ("filler", "hedge", "given_up", "lacking", "before_number", "unit")
_COUNTING = ("numerals", "plus", "times")
_MOST_WORDS = 8  # longer ones tell something
_HANDS = dict.fromkeys("👍👌✅✓✔☑", "ya") | dict.fromkeys("👎❌✗✘✖", "tidak")
_SKIN_TONES = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")
_SLIP = 80  # one wrong letter in five
_LEAST_FOR_SLIP = 5


def folded(text: str) -> str:
    """Lower case without accents, emoji, punctuation, invisible marks and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cf", "Mn", "Me"))
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Phrases as tuples of words by kind, and the words of numbers."""

    phrases: dict[str, frozenset[tuple[str, ...]]]
    numerals: dict[str, int]
    plus: dict[str, int]
    times: dict[str, int]


def read_words(files: Iterable[tuple[str, object]]) -> AnswerWords:
    """From what the files hold. Raises DataFileError that names the file and the entry."""
    phrases: dict[str, set[tuple[str, ...]]] = {kind: set() for kind in (*KINDS, *_BESIDE)}
    counting: dict[str, dict[str, int]] = {kind: {} for kind in _COUNTING}
    for name, content in files:
        if not isinstance(content, dict) or set(content) != {*phrases, *counting}:
            raise DataFileError(f"{name}: must have exactly the entries {', '.join([*phrases, *counting])}")
        for kind, found in phrases.items():
            for phrase in content[kind]:
                if not isinstance(phrase, str) or folded(phrase) != phrase:
                    raise DataFileError(
                        f"{name}: {phrase!r} of {kind!r} must be small letters without signs, in quotes"
                    )
                found.add(_words(phrase))
        for kind, numbers in counting.items():
            for word, value in (content[kind] or {}).items():
                if not isinstance(value, int):
                    raise DataFileError(f"{name}: {word!r} of {kind!r} must be a whole number")
                numbers[_words(word)[0]] = value
    return AnswerWords({kind: frozenset(found) for kind, found in phrases.items()}, **counting)


@cache
def known_words() -> AnswerWords:
    return read_words(answer_words())


def _words(text: str) -> tuple[str, ...]:
    """Letters that are drawn out count once: "iyaaa" is "iya". So do double ones, in the data too."""
    return tuple(
        "".join(sign for sign, _ in groupby(word)) if word.isalpha() else word for word in text.split()
    )


@lru_cache(maxsize=2048)
def kinds_of(text: str) -> frozenset[str]:
    """All that a short answer may mean by itself; empty where it says more than that."""
    bare = _SKIN_TONES.sub("", text).strip()
    words = _words(folded(_HANDS.get(bare, bare)))
    if not 0 < len(words) <= _MOST_WORDS:
        return frozenset()
    known = known_words().phrases
    return frozenset(kind for kind in KINDS if _says(words, kind, known))


def _says(words: tuple[str, ...], kind: str, known: dict[str, frozenset[tuple[str, ...]]]) -> bool:
    """Whether the words are nothing but phrases of this kind and words said beside them. A no may take the yes after it with it, and what
    there is none of stands after that."""
    beside = known["filler"]
    if kind in ("cancel", "stop"):
        beside = beside | known["given_up"]
    after = beside | {"no": known["yes"], "skip": known["lacking"]}.get(kind, frozenset())
    reached: set[tuple[int, bool]] = {(0, False)}
    for start in range(len(words)):
        for place, said in [one for one in reached if one[0] == start]:
            then = after if said else beside
            for end in range(place + 1, min(place + 6, len(words)) + 1):
                phrase = words[place:end]
                if phrase in known[kind]:
                    reached.add((end, True))
                if phrase in then:
                    reached.add((end, said))
    return (len(words), True) in reached


def is_bare_answer(text: str) -> bool:
    """Nothing but "ya", "tidak", a number and the like: by itself it means nothing."""
    return bool(text) and (bool(kinds_of(text)) or number_of(text) is not None)


def without_hedges(words: list[str]) -> list[str]:
    """Without what stands before an answer and leaves it open ("maaf, kayaknya ..."): what follows is only likely, never plain."""
    known = known_words().phrases
    at = 0
    while at < len(words) and _words(words[at]) in known["hedge"] | known["filler"]:
        at += 1
    return words[at:]


def without_asides(text: str) -> str:
    """Folded words without a yes before them and what is said beside an answer: "ok pak saya ikut ya" is "ikut". Nothing where no words
    are left."""
    known = known_words().phrases
    words = text.split()
    beside = known["filler"]
    while words and _words(words[0]) in beside | known["yes"]:
        words.pop(0)
    while words and _words(words[-1]) in beside:
        words.pop()
    return " ".join(words)


def nearly_cancel(text: str) -> bool:
    """One word that is "batal" or its like but for a slip of the fingers."""
    from rapidfuzz import fuzz, process

    word = folded(text)
    known = known_words().phrases
    single = [
        one[0] for kind in ("cancel", "menu") for one in known[kind] if len(one) == 1 and len(one[0]) > 3
    ]
    return (
        len(word) >= _LEAST_FOR_SLIP - 1
        and " " not in word
        and process.extractOne(word, single, scorer=fuzz.ratio, score_cutoff=_SLIP) is not None
    )


@lru_cache(maxsize=2048)
def number_of(text: str) -> int | None:
    """The whole number that an answer gives: "3", "3️⃣", "3,", "nomor 3", "tiga", "20 kursi", "dua puluh lima". None for "-1", "3.5", "3/9"
    and whatever says more than a number."""
    plain = unicodedata.normalize("NFKC", _SKIN_TONES.sub("", text.casefold())).replace("\u20e3", "").strip()
    if re.search(r"\d[.,/:-]\d|[-+−]\s*\d|\(", plain):
        return None
    known, words = known_words(), list(_words(folded(plain)))
    while words and ((words[0],) in known.phrases["before_number"] or (words[0],) in known.phrases["filler"]):
        words.pop(0)
    while words and ((words[-1],) in known.phrases["filler"] or (words[-1],) in known.phrases["unit"]):
        words.pop()
    if len(words) == 1 and words[0].isdecimal() and len(words[0]) < 10:
        return int(words[0])
    return _counted(words, known)


def _counted(words: list[str], known: AnswerWords) -> int | None:
    """ "dua puluh lima" is 25, "lima belas" 15. None where a word is no numeral, or two numerals stand side by side."""
    total, last = 0, None
    for word in words:
        if word in known.numerals and last is None:
            last = known.numerals[word]
        elif word in known.plus and last is not None:
            last += known.plus[word]
        elif word in known.times and last is not None:
            total, last = total + last * known.times[word], None
        else:
            return None
    return total + (last or 0) if words else None
