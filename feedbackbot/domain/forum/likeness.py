"""Whether a statement has been made before, in nearly the same words.

Alike is not enough: "Parkir harus gratis" and "Parkir tidak harus gratis" differ by one word and say the opposite. Every word that says
something must have its like in the other, and neither may hold a word or a figure that turns the sentence round alone.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from feedbackbot.domain.forum.word_lists import folded, word_lists, words_of

_LIKE_A_WORD: Final = 80.0
_SHORT: Final = 4  # letters; of a shorter word one other letter makes another word
_ONE_MORE_FROM: Final = 4  # words that say something, from which one more on a side changes nothing


def same_statement(text: str, others: Mapping[int, str]) -> int | None:
    """The id of the one among `others` that says it already."""
    mine = _meaning(text)
    return next((number for number, other in others.items() if _alike(mine, _meaning(other))), None)


def _meaning(text: str) -> Counter[str]:
    """Its words without those that say nothing; where all say nothing, all of them."""
    words = words_of(folded(text))
    return Counter(word for word in words if word not in word_lists().empty) or Counter(words)


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    left, right = list((one - other).elements()), list((other - one).elements())
    left = [word for word in left if not _take_like(word, right)]
    apart = left + right
    if any(word in word_lists().turning or not word.isalpha() for word in apart):
        return False
    if not apart:
        return True
    same = sum(one.values()) - len(left)
    return len(apart) == 1 and same >= _ONE_MORE_FROM


def _take_like(word: str, others: list[str]) -> bool:
    """Takes the partner out of `others`: a slip of the pen, a form of the word."""
    from rapidfuzz import fuzz, process

    if len(word) < _SHORT or word in word_lists().turning or not word.isalpha():
        return False
    found = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=_LIKE_A_WORD)
    if found is None or found[0] in word_lists().turning:
        return False
    del others[found[2]]
    return True
