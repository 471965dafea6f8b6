"""What the learned part looks at: words, pairs of words, and pieces of words, so that a slip of the pen still counts."""

import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

BUCKETS = 1 << 14
RECIPE = 2
"""Raised when what is looked at changes, so that the model is trained anew."""
_PIECES = (3, 4)


def features(words: Sequence[str], signs: Sequence[str] = ()) -> dict[int, float]:
    """Bucket → weight, of length 1 altogether. `signs` are marks from outside the words ("?", "OFFICE")."""
    counts: dict[int, float] = {}
    for word in words:
        counts.update(_of_word(word))
    for name in _pairs(words):
        counts[_bucket(name)] = 1.0
    for sign in signs:
        counts[_bucket(f"s {sign}")] = 1.0
    length = sum(weight * weight for weight in counts.values()) ** 0.5 or 1.0
    return {bucket: weight / length for bucket, weight in counts.items()}


def _pairs(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"f {words[0]}"
        yield f"l {words[-1]}"
    for first, second in pairwise(words):
        yield f"b {first} {second}"
    for first, second in zip(words, words[2:], strict=False):
        yield f"g {first} {second}"


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[tuple[int, float], ...]:
    found = [(_bucket(f"w {word}"), 1.6)]
    if len(word) > 3 and not word.isdecimal():
        padded = f"^{word}$"
        pieces = {padded[at : at + size] for size in _PIECES for at in range(len(padded) - size + 1)}
        share = 1.2 / len(pieces) ** 0.5
        found += [(_bucket(f"c {piece}"), share) for piece in sorted(pieces)]
    return tuple(found)


def _bucket(name: str) -> int:
    return zlib.crc32(name.encode()) & (BUCKETS - 1)
