"""An answer of one to four as people and programs write it: "3", "4.0", "c", "Sangat mudah", "3 - Baik".

The four words of each element are those of the regulation's form; besides them the usual scales of satisfaction. Whether
"tidak puas" is the lowest or the second answer depends on the scale: a sheet that also says "sangat tidak puas" means the second.
"""

import re
from collections import Counter
from collections.abc import Iterable

from feedbackbot.domain.sheets.problem import WrongValue
from feedbackbot.domain.spoken.words import plain_words
from feedbackbot.domain.survey.elements import HIGHEST_ANSWER, LOWEST_ANSWER

_GOOD = "sesuai|mudah|cepat|murah|mampu|kompeten|baik|puas|setuju|sopan|ramah|sopan dan ramah|jelas|tepat|bagus|memuaskan|nyaman"
_LETTERS = {"a": 1, "b": 2, "c": 3, "d": 4}
_LETTER = re.compile(r"\(?([a-d])\)?")
_NUMBER = re.compile(r"([1-4])(?:[.,]0{1,2})?")
_NUMBER_AND_WORDS = re.compile(r"\(?([1-4a-d])\s*[.):=\-]\s*\)?\s*(\S.*)|(\S.*?)\s*\(\s*([1-4])\s*\)")
_VERY_BAD = re.compile(rf"sangat (?:tidak |kurang )(?:{_GOOD})\b|sangat (?:buruk|jelek)")
_FIVE_AS_NUMBER = re.compile(r"5(?:[.,]0+)?|[eE]")
_FEWEST_FIVES = 2  # one may be a slip
_FIVE = re.compile(r"(?:netral|biasa saja|ragu ragu|cukup setuju)")
_WORDS = {
    **dict.fromkeys(
        ("sangat mahal", "buruk", "jelek", "tidak ada", "sangat buruk", "sangat jelek", "tidak pernah"), 1
    ),
    **dict.fromkeys(
        ("cukup mahal", "mahal", "cukup", "ada tetapi tidak berfungsi", "ada tapi tidak berfungsi"), 2
    ),
    **dict.fromkeys(("berfungsi kurang maksimal", "kurang maksimal", "ada tetapi kurang maksimal"), 3),
    **dict.fromkeys(("gratis", "dikelola dengan baik", "sangat murah", "tidak dipungut biaya"), 4),
}
_DEGREES = re.compile(
    rf"(?P<degree>sangat tidak|sangat kurang|tidak|kurang|cukup|sangat)? ?(?:{_GOOD})(?: sekali)?(?: dan (?:{_GOOD}))?"
)
_ONE_TO_FOUR = {"tidak": 1, "kurang": 2, "cukup": 2, None: 3, "sangat": 4}
_WITH_VERY_BAD = {"sangat tidak": 1, "sangat kurang": 1, "tidak": 2, "kurang": 2, None: 3, "sangat": 4}


class AnswerReader:
    """Reads the answers of one sheet; `texts`: all its answers, from which the scale is told."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts = Counter(texts)
        words = {_bare(text) for text in counts if not text.isdigit()}
        self._very_bad = any(_VERY_BAD.search(text) for text in words)
        # Five answers cannot be made four: whoever counts "netral" as 2 or 3 has invented an answer.
        fives = sum(count for text, count in counts.items() if _FIVE_AS_NUMBER.fullmatch(text.strip()))
        many = fives >= max(_FEWEST_FIVES, counts.total() / 100)
        self._five = many or any(_FIVE.fullmatch(text) for text in words)

    def read(self, text: str) -> int:
        """1 to 4. Raises `WrongValue`: `sheet-answer-wrong`, `sheet-answer-of-five` where the sheet's scale has five."""
        if self._five:
            raise WrongValue("sheet-answer-of-five")
        if len(text) == 1 and text in "1234":
            return int(text)
        plain = plain_words(text).strip(" .,;!")
        if found := _NUMBER.fullmatch(plain):
            return int(found[1])
        if letter := _LETTER.fullmatch(plain):
            return _LETTERS[letter[1]]
        if both := _NUMBER_AND_WORDS.fullmatch(plain):
            return self._both(both[1] or both[4], both[2] or both[3])
        value = self._word(_bare(plain))
        if value is None:
            raise WrongValue("sheet-answer-wrong", lowest=LOWEST_ANSWER, highest=HIGHEST_ANSWER)
        return value

    def _both(self, sign: str, words: str) -> int:
        """ "3 - Baik": the words may be anything, but where they are known they must say the same."""
        said = _LETTERS.get(sign) or int(sign)
        value = self._word(_bare(words))
        if not re.search(r"[^\W\d_]{3}", words) or (value is not None and value != said):
            raise WrongValue("sheet-answer-wrong", lowest=LOWEST_ANSWER, highest=HIGHEST_ANSWER)
        return said

    def _word(self, words: str) -> int | None:
        if words in _WORDS:
            return _WORDS[words]
        found = _DEGREES.fullmatch(words)
        if found is None:
            return None
        return (_WITH_VERY_BAD if self._very_bad else _ONE_TO_FOUR).get(found["degree"])


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain_words(text)))
